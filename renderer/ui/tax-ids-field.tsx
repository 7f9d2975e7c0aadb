// Edits the tax numbers of a business: each a kind and a value.
import { Plus, X } from 'lucide-react';
import { useMemo } from 'react';
import type { z } from 'zod';
import type { TaxId } from '../../shared/contract/customers.ts';
import { Button, IconButton } from './button.tsx';
import { ComboBox } from './combo-box.tsx';
import { useReading } from './format.ts';
import { taxIdTypeOptions, usualTaxIdType } from './tax-id-types.ts';
import { TextField } from './text-field.tsx';
import './forms.css';

type TaxIdValue = z.infer<typeof TaxId>;

const MOST = 5;

export interface TaxIdsFieldProps {
  readonly value: readonly TaxIdValue[];
  readonly onChange: (value: TaxIdValue[]) => void;
  /** Suggests the kind of a new one. */
  readonly country: string | null;
  /** Why the value at an index is refused. */
  readonly errorAt: (index: number) => string | undefined;
}

export function TaxIdsField({ value, onChange, country, errorAt }: TaxIdsFieldProps) {
  const { locale } = useReading();
  const options = useMemo(() => taxIdTypeOptions(locale), [locale]);
  return (
    <fieldset className="form-rows">
      <legend className="field__label">Tax numbers</legend>
      {value.map((taxId, index) => (
        // A tax number has no name of its own that lasts: its place is what it is.
        <div key={index} className="form-rows__row">
          <ComboBox<string>
            label={`Kind of tax number ${index + 1}`}
            hideLabel
            options={options}
            value={taxId.type}
            onChange={(type) => {
              if (type !== null) onChange(value.with(index, { ...taxId, type }));
            }}
          />
          <TextField
            label={`Tax number ${index + 1}`}
            hideLabel
            placeholder="Number"
            maxLength={100}
            value={taxId.value}
            error={errorAt(index)}
            onChange={(text) => onChange(value.with(index, { ...taxId, value: text }))}
          />
          <IconButton
            icon={X}
            label={`Remove tax number ${index + 1}`}
            onPress={() => onChange(value.toSpliced(index, 1))}
          />
        </div>
      ))}
      {value.length < MOST && (
        <div>
          <Button
            variant="quiet"
            size="small"
            icon={Plus}
            onPress={() => onChange([...value, { type: usualTaxIdType(country), value: '' }])}
          >
            Add tax number
          </Button>
        </div>
      )}
    </fieldset>
  );
}
