// An exact decimal (a quantity, a percentage, a price finer than the currency), typed as people write it and kept as plain decimal text.
import { type KeyboardEvent, type ReactNode, type Ref, useState } from 'react';
import { formatDecimal } from '../../shared/domain/decimal.ts';
import { evaluateEntry } from '../../shared/domain/expression.ts';
import { numberMarks } from '../../shared/domain/number-entry.ts';
import { useReading } from './format.ts';
import { TextField } from './text-field.tsx';

export interface DecimalFieldProps {
  readonly label: string;
  readonly hideLabel?: boolean;
  readonly description?: string;
  /** Plain decimal text such as `1.5`; empty when there is none. */
  readonly value: string;
  /** `isReadable` tells an empty field from one whose text is no number: both are empty, never what was half typed. */
  readonly onChange: (value: string, isReadable: boolean) => void;
  readonly suffix?: ReactNode;
  /** Least digits after the point while the field is not being edited. */
  readonly minimumDigits?: number;
  readonly error?: string | undefined;
  readonly bare?: boolean;
  readonly isDisabled?: boolean;
  readonly inputRef?: Ref<HTMLInputElement>;
  readonly onInputKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void;
}

const MOST_DIGITS = 12;

/** Plain decimal text in the reader's notation, exactly. */
export function showDecimal(value: string, locale: string, minimumDigits = 0): string {
  if (value === '') return '';
  const format = new Intl.NumberFormat(locale, {
    minimumFractionDigits: minimumDigits,
    maximumFractionDigits: MOST_DIGITS,
  });
  // Intl formats decimal text exactly; its type asks for a numeric literal.
  return format.format(value as `${number}`);
}

export function DecimalField(props: DecimalFieldProps) {
  const { value, onChange, error, minimumDigits = 0, ...rest } = props;
  const { locale } = useReading();
  const [draft, setDraft] = useState<string | null>(null);
  const read = (text: string): string | null => {
    if (text.trim() === '') return '';
    const result = evaluateEntry(text, numberMarks(locale));
    return result === null ? null : formatDecimal(result);
  };
  const isReadable = draft === null || read(draft) !== null;
  return (
    <TextField
      {...rest}
      align="end"
      inputMode="decimal"
      value={draft ?? showDecimal(value, locale, minimumDigits)}
      error={isReadable ? error : 'This is not a number'}
      data-unread={isReadable ? undefined : ''}
      onChange={(text) => {
        setDraft(text);
        const result = read(text);
        onChange(result ?? '', result !== null);
      }}
      onBlur={() => {
        if (isReadable) setDraft(null);
      }}
    />
  );
}
