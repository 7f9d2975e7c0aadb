// A new item with its first price, or the words of one that is there.
import { useState } from 'react';
import type { ItemFields } from '../../shared/contract/catalogue.ts';
import type { CallError } from '../../shared/contract/errors.ts';
import { useCommand } from '../data.ts';
import { issueAt } from '../error-text.ts';
import { FormDialog } from '../form-dialog.tsx';
import { stillWrong } from '../still-wrong.ts';
import { go, paths } from '../paths.ts';
import { useAppState } from '../shell/app-state.ts';
import { TextArea } from '../ui/text-area.tsx';
import { TextField } from '../ui/text-field.tsx';
import { showToast } from '../ui/toast.tsx';
import type { Item } from './item.ts';
import { type PriceEntry, PriceFields } from './price-fields.tsx';
import '../ui/forms.css';

const EMPTY: ItemFields = { name: '', description: '', unitLabel: '' };

export interface ItemDialogProps {
  /** Null makes a new one. */
  readonly item?: Item | null;
  readonly onClose: () => void;
}

export function ItemDialog({ item = null, onClose }: ItemDialogProps) {
  const { books } = useAppState();
  const [fields, setFields] = useState<ItemFields>(item ?? EMPTY);
  const [price, setPrice] = useState<PriceEntry>({
    currency: books?.defaultCurrency ?? 'eur',
    unitAmount: null,
    every: null,
  });
  const create = useCommand('items.create', { failure: 'quiet' });
  const change = useCommand('items.change', { failure: 'quiet' });
  const command = item === null ? create : change;
  const { name, description, unitLabel } = fields;
  const texts = { name: name.trim(), description: description.trim(), unitLabel: unitLabel.trim() };
  const error = stillWrong(command, { fields: texts, price });
  const save = async (): Promise<void> => {
    if (item !== null) {
      const changed = await change.run({ id: item.id, fields: texts });
      if (changed.ok) onClose();
      return;
    }
    const { unitAmount, ...terms } = price;
    const made = await create.run({
      fields: texts,
      price: unitAmount === null ? null : { ...terms, unitAmount },
    });
    if (!made.ok) return;
    onClose();
    showToast({ tone: 'good', title: `${texts.name} added` });
    go(paths.item(made.value.id));
  };
  return (
    <FormDialog
      title={item === null ? 'New item' : 'Edit item'}
      submitLabel={item === null ? 'Add item' : 'Save'}
      isComplete={texts.name !== ''}
      isPending={command.isPending}
      error={error}
      onSubmit={save}
      onClose={onClose}
    >
      <ItemTexts fields={fields} onChange={setFields} error={error} />
      {item === null && <PriceFields price={price} onChange={setPrice} error={error} />}
      {item === null && (
        <p className="muted small">Without a price the item is added alone; prices can be added later.</p>
      )}
    </FormDialog>
  );
}

interface ItemTextsProps {
  readonly fields: ItemFields;
  readonly onChange: (fields: ItemFields) => void;
  readonly error: CallError | null;
}

function ItemTexts({ fields, onChange, error }: ItemTextsProps) {
  return (
    <>
      <TextField
        label="Name"
        description="As it stands on the invoice"
        autoFocus
        maxLength={250}
        value={fields.name}
        onChange={(name) => onChange({ ...fields, name })}
        error={issueAt(error, 'fields.name')}
      />
      <TextArea
        label="Description"
        optional
        rows={2}
        maxLength={2000}
        value={fields.description}
        onChange={(description) => onChange({ ...fields, description })}
        error={issueAt(error, 'fields.description')}
      />
      <TextField
        label="Unit"
        optional
        description="Such as hour or day; at most 12 letters"
        maxLength={12}
        value={fields.unitLabel}
        onChange={(unitLabel) => onChange({ ...fields, unitLabel })}
        error={issueAt(error, 'fields.unitLabel')}
      />
    </>
  );
}
