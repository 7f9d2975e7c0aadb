// A new amount for a price: Stripe never changes one, so a new price takes its place and the old one is archived.
import { type SubmitEvent, useState } from 'react';
import type { Price } from '../../shared/contract/catalogue.ts';
import { useCommand } from '../data.ts';
import { describeError, issueAt } from '../error-text.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { KeyValues } from '../ui/key-values.tsx';
import { MoneyField } from '../ui/money-field.tsx';
import { showToast } from '../ui/toast.tsx';
import { everyWords } from './every-words.ts';
import { PriceAmount } from './price-amount.tsx';

const FORM_ID = 'replace-price-form';

export interface ReplacePriceDialogProps {
  readonly itemName: string;
  readonly price: Price;
  readonly onClose: () => void;
}

export function ReplacePriceDialog({ itemName, price, onClose }: ReplacePriceDialogProps) {
  const [unitAmount, setUnitAmount] = useState<number | null>(null);
  const replace = useCommand('prices.replace', { failure: 'quiet' });
  const save = async (): Promise<void> => {
    if (unitAmount === null) return;
    const made = await replace.run({ id: price.id, unitAmount });
    if (!made.ok) return;
    showToast({ tone: 'good', title: 'Price replaced' });
    onClose();
  };
  const onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    void save();
  };
  const actions = (
    <>
      <Button onPress={onClose}>Cancel</Button>
      <Button
        variant="primary"
        type="submit"
        form={FORM_ID}
        isDisabled={unitAmount === null}
        isPending={replace.isPending}
      >
        Replace price
      </Button>
    </>
  );
  return (
    <Dialog title={`Replace the price of ${itemName}`} isOpen onClose={onClose} actions={actions}>
      <form id={FORM_ID} className="stack" onSubmit={onSubmit} noValidate>
        {replace.error !== null && replace.error.kind !== 'invalid-input' && (
          <Banner tone="bad">{describeError(replace.error)}</Banner>
        )}
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
          error={issueAt(replace.error, 'unitAmount')}
        />
        <p className="muted">
          The amount of a price never changes: a new price takes its place, and this one is archived.{' '}
          {consequence(price.usedBy)}
        </p>
      </form>
    </Dialog>
  );
}

function consequence(usedBy: number): string {
  if (usedBy === 0) return 'No recurring invoice bills by it.';
  return usedBy === 1
    ? 'The recurring invoice that bills by it goes on at the old price until you change it.'
    : `The ${usedBy.toLocaleString()} recurring invoices that bill by it go on at the old price until you change them.`;
}
