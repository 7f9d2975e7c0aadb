// Makes a tax rate, here at once and at Stripe when it can be reached.
import { type SubmitEvent, useState } from 'react';
import { useCommand } from '../data.ts';
import { describeError, issueAt } from '../error-text.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { DecimalField } from '../ui/decimal-field.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { CountryField } from '../ui/region-fields.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { TextField } from '../ui/text-field.tsx';

const FORM_ID = 'new-tax-rate';

export function NewTaxRateDialog({ onClose }: { readonly onClose: () => void }) {
  const [name, setName] = useState('VAT');
  const [percentage, setPercentage] = useState('');
  const [kind, setKind] = useState<'exclusive' | 'inclusive'>('exclusive');
  const [country, setCountry] = useState<string | null>(null);
  const create = useCommand('taxRates.create', { failure: 'quiet' });
  const isComplete = name.trim() !== '' && percentage !== '';
  const submit = async (): Promise<void> => {
    const result = await create.run({ name, percentage, inclusive: kind === 'inclusive', country });
    if (result.ok) onClose();
  };
  const onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (isComplete) void submit();
  };
  const actions = (
    <>
      <Button onPress={onClose}>Cancel</Button>
      <Button
        variant="primary"
        type="submit"
        form={FORM_ID}
        isDisabled={!isComplete}
        isPending={create.isPending}
      >
        Create tax rate
      </Button>
    </>
  );
  return (
    <Dialog title="New tax rate" isOpen onClose={onClose} actions={actions}>
      <form id={FORM_ID} className="stack" onSubmit={onSubmit} noValidate>
        {create.error !== null && create.error.kind !== 'invalid-input' && (
          <Banner tone="bad">{describeError(create.error)}</Banner>
        )}
        <TextField
          label="Name"
          description="As it stands on the invoice"
          autoFocus
          value={name}
          onChange={setName}
          error={issueAt(create.error, 'name')}
        />
        <DecimalField
          label="Rate"
          suffix="%"
          value={percentage}
          onChange={setPercentage}
          error={issueAt(create.error, 'percentage')}
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
      </form>
    </Dialog>
  );
}
