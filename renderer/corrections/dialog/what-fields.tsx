// What is credited: an amount with its taxes, or parts of lines, by quantity or by an amount.
import type { KeyboardEvent } from 'react';
import { formatMoney } from '../../../shared/domain/money.ts';
import { Button } from '../../ui/button.tsx';
import { DecimalField } from '../../ui/decimal-field.tsx';
import { useReading } from '../../ui/format.ts';
import { Money } from '../../ui/money.tsx';
import { MoneyField } from '../../ui/money-field.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { type CreditForm, type CreditLine, type CreditOptions, withUnread } from './credit-form.ts';
import './credit-dialog.css';

export interface WhatFieldsProps {
  readonly form: CreditForm;
  readonly onChange: (form: CreditForm) => void;
  readonly options: CreditOptions;
  /** Minor units. */
  readonly most: number;
  readonly mostWords: string;
  readonly problem: string | undefined;
  readonly onEnter: () => void;
}

export function WhatFields(props: WhatFieldsProps) {
  const { form, onChange, options } = props;
  return (
    <div className="stack">
      {options.lines.length > 0 && (
        <Segmented<CreditForm['by']>
          label="Credit"
          segments={[
            { id: 'amount', label: 'An amount' },
            { id: 'lines', label: 'Lines of the invoice' },
          ]}
          value={form.by}
          onChange={(by) => onChange({ ...form, by, unreadLines: [] })}
        />
      )}
      {form.by === 'amount' ? <AmountField {...props} /> : <LineFields {...props} />}
    </div>
  );
}

const enterOf =
  (onEnter: () => void) =>
  (event: KeyboardEvent): void => {
    if (event.key === 'Enter') onEnter();
  };

function AmountField({ form, onChange, options, most, mostWords, problem, onEnter }: WhatFieldsProps) {
  const { locale } = useReading();
  return (
    <>
      <div className="credit__amount">
        <MoneyField
          label="Amount"
          currency={options.currency}
          value={form.amount}
          onChange={(amount) => onChange({ ...form, amount })}
          error={problem}
          autoFocus
          onInputKeyDown={enterOf(onEnter)}
        />
        <Button onPress={() => onChange({ ...form, amount: most })}>All of it</Button>
      </div>
      <p className="muted small">
        {mostWords.replace('{amount}', formatMoney(most, options.currency, locale))}, taxes included.
      </p>
    </>
  );
}

function LineFields({ form, onChange, options, problem, onEnter }: WhatFieldsProps) {
  return (
    <>
      <ul className="credit__lines" aria-label="Lines of the invoice">
        {options.lines.map((line) => (
          <li key={line.id}>
            <span className="credit__line-text">
              <span className="truncate">{line.description || 'Line'}</span>
              <span className="credit__note">
                <Money amount={line.amountLeft} currency={options.currency} />
                {line.quantityLeft !== null && ` for ${line.quantityLeft}`}
                {line.taxLabel !== '' && `, plus ${line.taxLabel}`}
              </span>
            </span>
            <LineEntry
              line={line}
              form={form}
              onChange={onChange}
              currency={options.currency}
              onEnter={onEnter}
            />
          </li>
        ))}
      </ul>
      {problem !== undefined && (
        <p className="credit__problem" role="alert">
          {problem}
        </p>
      )}
    </>
  );
}

interface LineEntryProps extends Pick<WhatFieldsProps, 'form' | 'onChange' | 'onEnter'> {
  readonly line: CreditLine;
  readonly currency: string;
}

function LineEntry({ line, form, onChange, currency, onEnter }: LineEntryProps) {
  const { id, description, quantityLeft } = line;
  const change = (patch: Partial<CreditForm>, isReadable: boolean): void =>
    onChange({ ...form, ...patch, unreadLines: withUnread(form.unreadLines, id, isReadable) });
  return quantityLeft === null ? (
    <MoneyField
      label={`Amount of ${description}`}
      hideLabel
      currency={currency}
      value={form.amounts[id] ?? null}
      onChange={(amount, isReadable) => change({ amounts: { ...form.amounts, [id]: amount } }, isReadable)}
      onInputKeyDown={enterOf(onEnter)}
    />
  ) : (
    <DecimalField
      label={`Quantity of ${description}`}
      hideLabel
      suffix={`of ${quantityLeft}`}
      value={form.quantities[id] ?? ''}
      onChange={(quantity, isReadable) =>
        change({ quantities: { ...form.quantities, [id]: quantity } }, isReadable)
      }
      onInputKeyDown={enterOf(onEnter)}
    />
  );
}
