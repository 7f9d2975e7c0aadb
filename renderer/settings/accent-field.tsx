// The colour of rules and headings on documents: one of a few that print well, or any other.
import { Check } from 'lucide-react';
import { useState } from 'react';
import { RadioButton, RadioField, RadioGroup } from 'react-aria-components/RadioGroup';
import { Icon } from '../ui/icon.tsx';
import { TextField } from '../ui/text-field.tsx';

const COLOURS = [
  { value: '#1f2937', name: 'Ink' },
  { value: '#3f4cc9', name: 'Indigo' },
  { value: '#1d5f8a', name: 'Sea' },
  { value: '#146c43', name: 'Forest' },
  { value: '#8a4b08', name: 'Ochre' },
  { value: '#9f1d35', name: 'Wine' },
  { value: '#6b2f8a', name: 'Plum' },
] as const;

const HEX = /^#[0-9a-f]{6}$/i;

export interface AccentFieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error: string | undefined;
}

export function AccentField({ value, onChange, error }: AccentFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const problem =
    typed !== null && !HEX.test(typed) ? 'Six hexadecimal digits after #, such as #1f2937' : error;
  return (
    <div className="cluster" style={{ alignItems: 'flex-start', gap: 16 }}>
      <RadioGroup
        className="field"
        value={value.toLowerCase()}
        onChange={onChange}
        aria-label="Accent colour"
      >
        <span className="field__label" aria-hidden="true">
          Accent colour
        </span>
        <div className="swatches">
          {COLOURS.map((colour) => (
            <RadioField key={colour.value} value={colour.value} aria-label={colour.name}>
              <RadioButton className="swatch" style={{ background: colour.value }}>
                <Icon icon={Check} size={14} />
              </RadioButton>
            </RadioField>
          ))}
        </div>
      </RadioGroup>
      <div style={{ width: 132 }}>
        <TextField
          label="Own colour"
          value={typed ?? value}
          error={problem}
          onChange={(text) => {
            setTyped(text);
            if (HEX.test(text)) onChange(text.toLowerCase());
          }}
          onBlur={() => setTyped(null)}
        />
      </div>
    </div>
  );
}
