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
  // The value before the field was typed in: it stands again while the text cannot be read.
  const [before, setBefore] = useState(value);
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
      data-unread={isReadable ? undefined : ''}
      onChange={(text) => {
        if (draft === null) setBefore(value);
        setDraft(text);
        onChange(read(text) ?? (draft === null ? value : before));
      }}
      onBlur={() => {
        if (isReadable) setDraft(null);
      }}
    />
  );
}
