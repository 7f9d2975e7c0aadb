// Edits a postal address.
import type { Address } from '../../shared/contract/customers.ts';
import { CountryField } from './region-fields.tsx';
import { TextField } from './text-field.tsx';
import './forms.css';

export interface AddressFieldsProps {
  readonly value: Address;
  readonly onChange: (value: Address) => void;
  readonly errorAt: (field: keyof Address) => string | undefined;
}

export function AddressFields({ value, onChange, errorAt }: AddressFieldsProps) {
  const text = (field: Exclude<keyof Address, 'country'>, label: string, maxLength: number) => (
    <TextField
      label={label}
      maxLength={maxLength}
      value={value[field]}
      error={errorAt(field)}
      onChange={(changed) => onChange({ ...value, [field]: changed })}
    />
  );
  return (
    <>
      <div className="form-pair">
        {text('line1', 'Street and number', 500)}
        {text('line2', 'Address, second line', 500)}
      </div>
      <div className="form-pair">
        {text('postalCode', 'Postal code', 40)}
        {text('city', 'City', 200)}
      </div>
      <div className="form-pair">
        {text('state', 'State or region', 200)}
        <CountryField
          label="Country"
          value={value.country}
          error={errorAt('country')}
          onChange={(country) => onChange({ ...value, country })}
        />
      </div>
    </>
  );
}
