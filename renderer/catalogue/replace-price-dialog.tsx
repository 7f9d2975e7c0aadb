// A new amount for a price: Stripe never changes one, so a new price takes its place and the old one is archived.
import { useState } from 'react';
import type { Price } from '../../shared/contract/catalogue.ts';
import { useCommand } from '../data.ts';
import { issueAt } from '../error-text.ts';
import { FormDialog } from '../form-dialog.tsx';
import { stillWrong } from '../still-wrong.ts';
import { KeyValues } from '../ui/key-values.tsx';
import { MoneyField } from '../ui/money-field.tsx';
import { showToast } from '../ui/toast.tsx';
import { everyWords } from './every-words.ts';
import { PriceAmount } from './price-amount.tsx';

export interface ReplacePriceDialogProps {
  readonly itemName: string;
  readonly price: Price;
  readonly onClose: () => void;
}

export function ReplacePriceDialog({ itemName, price, onClose }: ReplacePriceDialogProps) {
  const [unitAmount, setUnitAmount] = useState<number | null>(null);
  const replace = useCommand('prices.replace', { failure: 'quiet' });
  const error = stillWrong(replace, { unitAmount });
  const save = async (): Promise<void> => {
    if (unitAmount === null) return;
    const made = await replace.run({ id: price.id, unitAmount });
    if (!made.ok) return;
    showToast({ tone: 'good', title: 'Price replaced' });
    onClose();
  };
  return (
    <FormDialog
      title={`Replace the price of ${itemName}`}
      submitLabel="Replace price"
      isComplete={unitAmount !== null}
      isPending={replace.isPending}
      error={error}
      onSubmit={save}
      onClose={onClose}
    >
      <KeyValues
        rows={[
          { name: 'Now', value: <PriceAmount price={price} /> },
          { name: 'Billed', value: everyWords(price.every) },
        ]}
      />
      <MoneyField
        label="New price of one"
        currency={price.currency}
        value={unitAmount}
        autoFocus
        onChange={setUnitAmount}
        error={issueAt(error, 'unitAmount')}
      />
      <p className="muted">
        The amount of a price never changes: a new price takes its place, and this one is archived.{' '}
        {consequence(price.usedBy)}
      </p>
    </FormDialog>
  );
}

function consequence(usedBy: number): string {
  if (usedBy === 0) return 'No recurring invoice bills by it.';
  return usedBy === 1
    ? 'The recurring invoice that bills by it goes on at the old price until you change it.'
    : `The ${usedBy.toLocaleString()} recurring invoices that bill by it go on at the old price until you change them.`;
}
