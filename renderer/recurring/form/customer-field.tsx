// Who is billed: found by typing, or added on the spot.
import { useState } from 'react';
import { QuickCustomerDialog } from '../../customers/quick-customer-dialog.tsx';
import { useCall } from '../../data.ts';
import { CustomerPicker } from '../../invoices/editor/customer-picker.tsx';

export interface CustomerFieldProps {
  readonly customerId: string | null;
  readonly error: string | undefined;
  /** With the currency that the customer is usually billed in, where there is one. */
  readonly onChange: (id: string | null, currency: string | null) => void;
}

export function CustomerField({ customerId, error, onChange }: CustomerFieldProps) {
  const [newName, setNewName] = useState<string | null>(null);
  const answer = useCall('customers.get', { id: customerId ?? '-' }, { enabled: customerId !== null });
  const customer = customerId === null ? undefined : answer.data;
  return (
    <>
      <CustomerPicker
        chosen={customer ?? null}
        isChosen={customerId !== null}
        isFixed={false}
        error={error}
        onChoose={onChange}
        onCreate={setNewName}
      />
      {newName !== null && (
        <QuickCustomerDialog
          name={newName}
          onClose={() => setNewName(null)}
          onAdded={({ id }) => {
            setNewName(null);
            onChange(id, null);
          }}
        />
      )}
    </>
  );
}
