// An amount typed as people write it (`1,234.50`, `3*45`), kept as minor units; refuses digits that the currency does not have.
import { type KeyboardEvent, type Ref, useState } from 'react';
import { formatDecimal } from '../../shared/domain/decimal.ts';
import { evaluateEntry } from '../../shared/domain/expression.ts';
import { decimalTextToMinor, formatMoney } from '../../shared/domain/money.ts';
import { numberMarks } from '../../shared/domain/number-entry.ts';
import { useReading } from './format.ts';
import { TextField } from './text-field.tsx';

export interface MoneyFieldProps {
  readonly label: string;
  readonly hideLabel?: boolean;
  readonly description?: string;
  readonly currency: string;
  /** Minor units; null when the field is empty or cannot be read. */
  readonly value: number | null;
  /** `isReadable` tells an empty field from one whose text is no amount: both are null. */
  readonly onChange: (amount: number | null, isReadable: boolean) => void;
  readonly error?: string | undefined;
  readonly bare?: boolean;
  readonly isDisabled?: boolean;
  readonly autoFocus?: boolean;
  readonly inputRef?: Ref<HTMLInputElement>;
  readonly onInputKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void;
}

export type MoneyEntry =
  | { readonly ok: true; readonly amount: number | null }
  | { readonly ok: false; readonly message: string };

/** Reads what was typed; an empty text is no amount, not zero. */
export function readMoney(text: string, currency: string, locale: string): MoneyEntry {
  if (text.trim() === '') return { ok: true, amount: null };
  const value = evaluateEntry(text, numberMarks(locale));
  if (value === null) return { ok: false, message: 'This is not an amount' };
  const parsed = decimalTextToMinor(formatDecimal(value), currency);
  if (parsed.ok) return parsed;
  return {
    ok: false,
    message:
      parsed.reason === 'too-large'
        ? 'This amount is too large'
        : `Too many digits for ${currency.toUpperCase()}`,
  };
}

export function MoneyField(props: MoneyFieldProps) {
  const { currency, value, onChange, error, ...rest } = props;
  const { locale } = useReading();
  const shown = value === null ? '' : formatMoney(value, currency, locale, 'plain');
  // While the field is being edited its text is the person's; otherwise it is the value's.
  const [typed, setDraft] = useState<string | null>(null);
  const read = typed === null ? null : readMoney(typed, currency, locale);
  // A text that is no amount gives way to an amount that was set meanwhile, as by a button beside the field.
  const isReplaced = read?.ok === false && value !== null;
  const draft = isReplaced ? null : typed;
  const entry = isReplaced ? null : read;
  const problem = entry !== null && !entry.ok ? entry.message : error;
  return (
    <TextField
      {...rest}
      align="end"
      inputMode="decimal"
      suffix={rest.bare === true ? undefined : currency.toUpperCase()}
      value={draft ?? shown}
      error={problem}
      data-unread={entry?.ok === false ? '' : undefined}
      onChange={(text) => {
        setDraft(text);
        const now = readMoney(text, currency, locale);
        onChange(now.ok ? now.amount : null, now.ok);
      }}
      onBlur={() => {
        if (entry?.ok === true) setDraft(null);
      }}
    />
  );
}
