// Finds a customer by name, e-mail or reference; an unknown name can be added at once.
import { memo, useState } from 'react';
import { useCall } from '../../data.ts';
import { ComboBox } from '../../ui/combo-box.tsx';
import type { Option } from '../../ui/select.tsx';

/** Stands in the list for adding what was typed; no id of a customer looks like it. */
const CREATE = '+create';

export interface CustomerPickerProps {
  readonly chosen: { readonly id: string; readonly name: string } | null;
  /** A customer is chosen, though its name may still be on the way. */
  readonly isChosen: boolean;
  /** Cannot be another: the draft replaces an invoice of this customer. */
  readonly isFixed: boolean;
  readonly error: string | undefined;
  readonly onChoose: (id: string | null, currency: string | null) => void;
  readonly onCreate: (name: string) => void;
}

export const CustomerPicker = memo(function CustomerPicker({
  chosen,
  isChosen,
  isFixed,
  error,
  onChoose,
  onCreate,
}: CustomerPickerProps) {
  const name = chosen?.name ?? '';
  const [text, setText] = useState(name);
  const [lastName, setLastName] = useState(name);
  // Another customer is chosen, or undo has brought one back: the field follows.
  if (name !== lastName) {
    setLastName(name);
    setText(name);
  }
  const wanted = text.trim() === name ? '' : text.trim();
  const search = useCall('customers.find', { text: wanted }, { keepPrevious: true });
  const rows = search.data?.rows ?? [];
  const found: Option<string>[] = rows.map((row) => ({
    id: row.id,
    label: row.name,
    ...(row.email === '' ? {} : { detail: row.email }),
  }));
  const current =
    wanted === '' && chosen && !found.some(({ id }) => id === chosen.id)
      ? [{ id: chosen.id, label: chosen.name }]
      : [];
  const choose = (id: string | null): void => {
    if (id === CREATE) onCreate(wanted);
    else if (id === null) {
      if (text === '' && isChosen) onChoose(null, null);
    } else if (id === chosen?.id) setText(name);
    else onChoose(id, rows.find((row) => row.id === id)?.currency ?? null);
  };
  return (
    <ComboBox<string>
      label="Customer"
      placeholder="Type a name, e-mail or reference"
      options={[...current, ...found]}
      extra={{ id: CREATE, label: wanted === '' ? 'New customer…' : `Add “${wanted}”…` }}
      isSearching={search.isPlaceholderData}
      unchosenText="Nobody of this name is chosen"
      value={chosen?.id ?? null}
      onChange={choose}
      inputValue={text}
      onInputChange={setText}
      autoFocus={!isChosen}
      isDisabled={isFixed}
      error={error}
    />
  );
});
