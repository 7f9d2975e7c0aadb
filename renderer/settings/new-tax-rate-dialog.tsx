// Makes a tax rate, here at once and at Stripe when it can be reached.
import { useState } from 'react';
import { useCommand } from '../data.ts';
import { issueAt } from '../error-text.ts';
import { FormDialog } from '../form-dialog.tsx';
import { stillWrong } from '../still-wrong.ts';
import { DecimalField } from '../ui/decimal-field.tsx';
import { CountryField } from '../ui/region-fields.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { TextField } from '../ui/text-field.tsx';

export function NewTaxRateDialog({ onClose }: { readonly onClose: () => void }) {
  const [name, setName] = useState('VAT');
  const [percentage, setPercentage] = useState('');
  const [kind, setKind] = useState<'exclusive' | 'inclusive'>('exclusive');
  const [country, setCountry] = useState<string | null>(null);
  const create = useCommand('taxRates.create', { failure: 'quiet' });
  const error = stillWrong(create, { name, percentage });
  const save = async (): Promise<void> => {
    const result = await create.run({ name, percentage, inclusive: kind === 'inclusive', country });
    if (result.ok) onClose();
  };
  return (
    <FormDialog
      title="New tax rate"
      submitLabel="Create tax rate"
      isComplete={name.trim() !== '' && percentage !== ''}
      isPending={create.isPending}
      error={error}
      onSubmit={save}
      onClose={onClose}
    >
      <TextField
        label="Name"
        description="As it stands on the invoice"
        autoFocus
        value={name}
        onChange={setName}
        error={issueAt(error, 'name')}
      />
      <DecimalField
        label="Rate"
        suffix="%"
        value={percentage}
        onChange={setPercentage}
        error={issueAt(error, 'percentage')}
      />
      <Segmented
        label="Prices"
        value={kind}
        onChange={setKind}
        segments={[
          { id: 'exclusive', label: 'Tax is added' },
          { id: 'inclusive', label: 'Tax is included' },
        ]}
      />
      <CountryField label="Country" optional value={country} onChange={setCountry} />
    </FormDialog>
  );
}
