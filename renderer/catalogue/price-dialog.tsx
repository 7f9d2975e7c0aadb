// A further price of an item, in another currency or billed another way.
import { useState } from 'react';
import { useCommand } from '../data.ts';
import { FormDialog } from '../form-dialog.tsx';
import { stillWrong } from '../still-wrong.ts';
import { useAppState } from '../shell/app-state.ts';
import { showToast } from '../ui/toast.tsx';
import type { Item } from './item.ts';
import { type PriceEntry, PriceFields } from './price-fields.tsx';
import '../ui/forms.css';

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
  const error = stillWrong(create, { price });
  const { unitAmount } = price;
  const save = async (): Promise<void> => {
    if (unitAmount === null) return;
    const made = await create.run({ itemId: item.id, price: { ...price, unitAmount } });
    if (!made.ok) return;
    showToast({ tone: 'good', title: 'Price added' });
    onClose();
  };
  return (
    <FormDialog
      title={`New price of ${item.name}`}
      submitLabel="Add price"
      isComplete={unitAmount !== null}
      isPending={create.isPending}
      error={error}
      onSubmit={save}
      onClose={onClose}
    >
      <PriceFields price={price} onChange={setPrice} error={error} autoFocus />
    </FormDialog>
  );
}
