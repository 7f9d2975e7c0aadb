// The tax of a line: one rate from a menu, or several in a dialog.
import { Check, ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import type { DraftLine } from '../../../shared/contract/drafts.ts';
import type { TaxRate } from '../../../shared/contract/settings.ts';
import { showDecimal } from '../../ui/decimal-field.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Menu, type MenuEntry } from '../../ui/menu.tsx';
import { useEditorTools } from './editor-context.ts';
import { taxRateLabel } from './tax-rate-label.ts';
import { TaxRatesDialog } from './tax-rates-dialog.tsx';
import { cellName } from './use-cell-focus.ts';

export interface TaxCellProps {
  readonly line: DraftLine;
  readonly path: string;
  readonly label: string;
  readonly error: string | undefined;
}

export function TaxCell({ line, path, label, error }: TaxCellProps) {
  const { edit, taxRates, locale } = useEditorTools();
  const [choosesSeveral, setChoosesSeveral] = useState(false);
  const setRates = (taxRateIds: string[]): void =>
    edit({ type: 'patch-line', id: line.id, patch: { taxRateIds } });
  const chosen = line.taxRateIds.flatMap((id) => taxRates.find((rate) => rate.id === id) ?? []);
  const text = cellText(line, chosen, locale);
  const entry = (id: string, name: string, isChosen: boolean, run: () => void): MenuEntry => ({
    id,
    label: name,
    ...(isChosen ? { icon: Check } : {}),
    run,
  });
  const single = taxRates
    .filter((rate) => rate.active)
    .map((rate) =>
      entry(rate.id, taxRateLabel(rate, locale), line.taxRateIds.join() === rate.id, () =>
        setRates([rate.id]),
      ),
    );
  const entries: (MenuEntry | 'separator')[] = [
    entry('none', 'No tax', line.taxRateIds.length === 0, () => setRates([])),
    ...single,
  ];
  if (single.length > 1) {
    entries.push(
      'separator',
      entry('several', 'Several taxes…', chosen.length > 1, () => setChoosesSeveral(true)),
    );
  }
  return (
    <div className="cell" data-path={path}>
      <Menu label={label} entries={entries} placement="bottom end">
        <Button
          className="cell__input cell__button"
          data-cell={cellName(line.id, 'tax')}
          aria-label={`${label}: ${text}`}
        >
          <span className="truncate">{text}</span>
          <Icon icon={ChevronDown} size={12} />
        </Button>
      </Menu>
      {error !== undefined && (
        <span className="cell__note" data-tone="bad">
          {error}
        </span>
      )}
      {choosesSeveral && (
        <TaxRatesDialog
          chosen={line.taxRateIds}
          onDone={(ids) => {
            setChoosesSeveral(false);
            if (ids) setRates([...ids]);
          }}
        />
      )}
    </div>
  );
}

function cellText(line: DraftLine, chosen: readonly TaxRate[], locale: string): string {
  const [first] = chosen;
  if (chosen.length < line.taxRateIds.length) return 'Unknown';
  if (!first) return 'None';
  return chosen.length === 1 ? `${showDecimal(first.percentage, locale)}%` : `${chosen.length} taxes`;
}
