// A whole number within limits; what cannot be read stays in the field, with the reason.
import { useState } from 'react';
import { TextField } from '../../ui/text-field.tsx';

export interface NumberFieldProps {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly suffix?: string;
  readonly error?: string | undefined;
  readonly onChange: (value: number) => void;
}

export function NumberField({ label, value, min, max, suffix, error, onChange }: NumberFieldProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const read = (text: string): number | null => {
    const number = /^\d{1,6}$/.test(text.trim()) ? Number(text) : null;
    return number !== null && number >= min && number <= max ? number : null;
  };
  const isReadable = draft === null || read(draft) !== null;
  return (
    <TextField
      label={label}
      inputMode="numeric"
      align="end"
      {...(suffix === undefined ? {} : { suffix })}
      value={draft ?? String(value)}
      error={isReadable ? error : `A whole number from ${min} to ${max.toLocaleString()}`}
      onChange={(text) => {
        setDraft(text);
        const number = read(text);
        if (number !== null) onChange(number);
      }}
      onBlur={() => setDraft(null)}
    />
  );
}
