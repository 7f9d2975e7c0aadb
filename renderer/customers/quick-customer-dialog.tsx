// Adds a customer without leaving the invoice: what is needed to send, the rest can follow.
import { type SubmitEvent, useState } from 'react';
import { useCommand } from '../data.ts';
import { describeError } from '../error-text.ts';
import { useStillWrong } from '../still-wrong.ts';
import { AddressFields } from '../ui/address-fields.tsx';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { issueAt } from '../error-text.ts';
import { completeFields, newCustomerFields } from './customer-draft.ts';
import { ContactFields } from './customer-form.tsx';

export interface QuickCustomerDialogProps {
  readonly name: string;
  readonly onClose: () => void;
  readonly onAdded: (customer: { readonly id: string; readonly name: string }) => void;
}

const FORM_ID = 'quick-customer';

export function QuickCustomerDialog({ name, onClose, onAdded }: QuickCustomerDialogProps) {
  const [fields, setFields] = useState(() => newCustomerFields(name));
  const save = useCommand('customers.save', { failure: 'quiet' });
  const error = useStillWrong(save.error, { fields });
  const submit = async (): Promise<void> => {
    const result = await save.run({ id: null, fields: completeFields(fields) });
    if (result.ok) onAdded({ id: result.value.id, name: fields.name });
  };
  const onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    event.stopPropagation();
    void submit();
  };
  const actions = (
    <>
      <Button onPress={onClose}>Cancel</Button>
      <Button variant="primary" type="submit" form={FORM_ID} isPending={save.isPending}>
        Add customer
      </Button>
    </>
  );
  return (
    <Dialog title="New customer" width="wide" isOpen onClose={onClose} actions={actions}>
      <form id={FORM_ID} className="stack" onSubmit={onSubmit} noValidate>
        {error !== null && error.kind !== 'invalid-input' && (
          <Banner tone="bad">{describeError(error)}</Banner>
        )}
        <ContactFields fields={fields} onChange={setFields} error={error} />
        <AddressFields
          value={fields.address}
          onChange={(address) => setFields({ ...fields, address })}
          errorAt={(field) => issueAt(error, `fields.address.${field}`)}
        />
      </form>
    </Dialog>
  );
}
