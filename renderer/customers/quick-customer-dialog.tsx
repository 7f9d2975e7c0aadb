// Adds a customer without leaving the invoice: what is needed to send, the rest can follow.
import { useState } from 'react';
import { useCommand } from '../data.ts';
import { useAppState } from '../shell/app-state.ts';
import { stillWrong } from '../still-wrong.ts';
import { AddressFields } from '../ui/address-fields.tsx';
import { issueAt } from '../error-text.ts';
import { FormDialog } from '../form-dialog.tsx';
import { completeFields, newCustomerFields } from './customer-draft.ts';
import { ContactFields } from './customer-form.tsx';

export interface QuickCustomerDialogProps {
  readonly name: string;
  readonly onClose: () => void;
  readonly onAdded: (customer: { readonly id: string; readonly name: string }) => void;
}

export function QuickCustomerDialog({ name, onClose, onAdded }: QuickCustomerDialogProps) {
  const { books } = useAppState();
  const [fields, setFields] = useState(() => newCustomerFields(books?.homeCountry ?? null, name));
  const save = useCommand('customers.save', { failure: 'quiet' });
  const error = stillWrong(save, { fields: completeFields(fields) });
  const submit = async (): Promise<void> => {
    const result = await save.run({ id: null, fields: completeFields(fields) });
    if (result.ok) onAdded({ id: result.value.id, name: fields.name });
  };
  return (
    <FormDialog
      title="New customer"
      width="wide"
      submitLabel="Add customer"
      isPending={save.isPending}
      error={error}
      onSubmit={submit}
      onClose={onClose}
    >
      <ContactFields fields={fields} onChange={setFields} error={error} />
      <AddressFields
        value={fields.address}
        onChange={(address) => setFields({ ...fields, address })}
        errorAt={(field) => issueAt(error, `fields.address.${field}`)}
      />
    </FormDialog>
  );
}
