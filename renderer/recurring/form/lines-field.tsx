// The items of a recurring invoice: Tab after the last cell or Enter adds one, Alt+Backspace removes one.
import { Plus } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import { useCall } from '../../data.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { type FormFields, type FormLine, isBlank, newLine, sentIndex } from './form-state.ts';
import { LineRow } from './line-row.tsx';

const MOST_LINES = 20;

export interface LinesFieldProps {
  readonly fields: Pick<FormFields, 'currency' | 'every' | 'lines'>;
  readonly defaultTaxRateIds: readonly string[];
  readonly errorAt: (path: string) => string | undefined;
  readonly onChange: (lines: readonly FormLine[]) => void;
}

export function LinesField({ fields, defaultTaxRateIds, errorAt, onChange }: LinesFieldProps) {
  const { lines } = fields;
  const [focused, setFocused] = useState<string | null>(null);
  const taxRates = useCall('taxRates.list', { includeArchived: true }).data?.rows ?? [];
  const add = (): void => {
    if (lines.length >= MOST_LINES) return;
    const line = newLine(defaultTaxRateIds);
    setFocused(line.id);
    onChange([...lines, line]);
  };
  const remove = (id: string): void => {
    const rest = lines.filter((line) => line.id !== id);
    onChange(rest.length === 0 ? [newLine(defaultTaxRateIds)] : rest);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const action = keyAction(event, lines);
    if (!action) return;
    event.preventDefault();
    if (action.kind === 'add') add();
    else remove(action.id);
  };
  const error = errorAt('lines');
  return (
    <Card title="Items of each period" flush>
      <div role="presentation" className="recurring-lines" onKeyDownCapture={onKeyDown}>
        <div className="recurring-line recurring-line--head" aria-hidden="true">
          <span>What is billed</span>
          <span data-align="end">Quantity</span>
          <span data-align="end">Price of one</span>
          <span>Tax</span>
        </div>
        {lines.map((line, index) => (
          <LineRow
            key={line.id}
            line={line}
            index={index}
            fields={fields}
            taxRates={taxRates}
            autoFocus={line.id === focused}
            errorAt={(field) => {
              const place = sentIndex(lines, line.id);
              return place === null ? undefined : errorAt(`lines.${place}.${field}`);
            }}
            onChange={(patch) =>
              onChange(lines.map((known) => (known.id === line.id ? { ...known, ...patch } : known)))
            }
            onRemove={() => remove(line.id)}
          />
        ))}
      </div>
      {error !== undefined && (
        <p role="alert" className="recurring-lines__error">
          {error}
        </p>
      )}
      <div className="recurring-lines__foot">
        <Button
          variant="quiet"
          size="small"
          icon={Plus}
          onPress={add}
          isDisabled={lines.length >= MOST_LINES}
        >
          Add item
        </Button>
        <span className="faint small">Tab after the last cell adds an item.</span>
      </div>
    </Card>
  );
}

type KeyAction = { readonly kind: 'add' } | { readonly kind: 'remove'; readonly id: string };

function keyAction(event: KeyboardEvent, lines: readonly FormLine[]): KeyAction | null {
  const { target } = event;
  if (!(target instanceof HTMLElement)) return null;
  const id = target.closest<HTMLElement>('[data-line]')?.dataset['line'];
  const line = lines.find((known) => known.id === id);
  if (!line || event.ctrlKey || event.metaKey || event.shiftKey) return null;
  if (event.altKey) return event.key === 'Backspace' ? { kind: 'remove', id: line.id } : null;
  if (line.id !== lines.at(-1)?.id || isBlank(line)) return null;
  const leaves = event.key === 'Tab' && target.closest('[data-last-cell]') !== null;
  const enters = event.key === 'Enter' && target instanceof HTMLInputElement && target.role !== 'combobox';
  return leaves || enters ? { kind: 'add' } : null;
}
