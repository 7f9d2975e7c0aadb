// The field by which a list is narrowed down to one customer.
import { useState } from 'react';
import { useCall } from '../data.ts';
import { ComboBox } from '../ui/combo-box.tsx';

interface CustomerFilterProps {
  readonly id: string | null;
  readonly name: string;
  readonly onChange: (id: string | null) => void;
}

/** Any customer, found by typing; `name` is what the chosen one is called. */
export function CustomerFilter({ id, name, onChange }: CustomerFilterProps) {
  const [text, setText] = useState(name);
  const wanted = text === name ? '' : text.trim();
  const search = useCall('customers.find', { text: wanted }, { keepPrevious: true });
  const rows = search.data?.rows ?? [];
  const chosen =
    wanted === '' && id !== null && !rows.some((row) => row.id === id) ? [{ id, label: name }] : [];
  return (
    <ComboBox<string>
      label="Customer"
      placeholder="Any"
      options={[...chosen, ...rows.map((row) => ({ id: row.id, label: row.name }))]}
      value={id}
      inputValue={text}
      onInputChange={setText}
      onChange={(next) => {
        if (next !== null && next === id) setText(name);
        else if (next !== null || text === '') onChange(next);
      }}
      isSearching={search.isPlaceholderData}
      unchosenText="Nobody of this name is chosen"
      emptyText="No such customer"
    />
  );
}

/** Null while it is on its way, and without an id. */
export function useCustomerName(id: string | undefined): string | null {
  const customer = useCall('customers.get', { id: id ?? '-' }, { enabled: id !== undefined });
  return id === undefined ? null : (customer.data?.name ?? null);
}
