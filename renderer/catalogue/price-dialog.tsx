// A further price of an item, in another currency or billed another way.
import { type SubmitEvent, useState } from 'react';
import { useCommand } from '../data.ts';
import { describeError } from '../error-text.ts';
import { useAppState } from '../shell/app-state.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { showToast } from '../ui/toast.tsx';
import type { Item } from './item.ts';
import { type PriceEntry, PriceFields } from './price-fields.tsx';
import '../ui/forms.css';

const FORM_ID = 'price-form';

export interface PriceDialogProps {
  readonly item: Item;
  readonly onClose: () => void;
}

export function PriceDialog({ item, onClose }: PriceDialogProps) {
  const { books } = useAppState();
  const [price, setPrice] = useState<PriceEntry>({
    currency: books?.defaultCurrency ?? 'eur',
    unitAmount: null,
    every: item.prices[0]?.every ?? null,
  });
  const create = useCommand('prices.create', { failure: 'quiet' });
  const { unitAmount } = price;
  const save = async (): Promise<void> => {
    if (unitAmount === null) return;
    const made = await create.run({ itemId: item.id, price: { ...price, unitAmount } });
    if (!made.ok) return;
    showToast({ tone: 'good', title: 'Price added' });
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
        isPending={create.isPending}
      >
        Add price
      </Button>
    </>
  );
  return (
    <Dialog title={`New price of ${item.name}`} isOpen onClose={onClose} actions={actions}>
      <form id={FORM_ID} className="stack" onSubmit={onSubmit} noValidate>
        {create.error !== null && create.error.kind !== 'invalid-input' && (
          <Banner tone="bad">{describeError(create.error)}</Banner>
        )}
        <PriceFields price={price} onChange={setPrice} error={create.error} autoFocus />
      </form>
    </Dialog>
  );
}
