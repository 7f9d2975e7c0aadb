// Asks before a customer's personal data is erased, and says exactly what goes and what stays.
import { useCall, useCommand } from '../data.ts';
import { describeError } from '../error-text.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { ConfirmDialog, Dialog } from '../ui/dialog.tsx';
import { SkeletonLines } from '../ui/states.tsx';
import { showToast } from '../ui/toast.tsx';
import type { Customer } from './customer-screen.tsx';

export interface EraseCustomerDialogProps {
  readonly customer: Customer;
  readonly onClose: () => void;
}

export function EraseCustomerDialog({ customer, onClose }: EraseCustomerDialogProps) {
  const { data, error } = useCall('customers.erasure', { id: customer.id });
  if (data?.refusal === null)
    return <EraseQuestion customer={customer} documents={data.documents} onClose={onClose} />;
  return (
    <Dialog
      title="Erase their data?"
      isOpen
      onClose={onClose}
      actions={<Button onPress={onClose}>Close</Button>}
    >
      {error ? (
        <Banner tone="bad">{describeError(error.error)}</Banner>
      ) : data ? (
        <Banner tone="warning" title="Not yet">
          {data.refusal}
        </Banner>
      ) : (
        <SkeletonLines />
      )}
    </Dialog>
  );
}

function EraseQuestion({
  customer,
  documents,
  onClose,
}: EraseCustomerDialogProps & { readonly documents: number }) {
  const command = useCommand('customers.erase', { failure: 'quiet' });
  const isAtStripe = customer.stripeId !== null && !customer.deletedAtStripe;
  const erase = async (): Promise<void> => {
    const result = await command.run({ id: customer.id });
    if (!result.ok) return;
    showToast({
      tone: 'neutral',
      title: isAtStripe ? 'On its way: see Activity' : 'Personal data erased',
    });
    onClose();
  };
  return (
    <ConfirmDialog
      title={`Erase the data of ${customer.name}?`}
      isOpen
      confirmLabel="Erase for good"
      variant="danger"
      isPending={command.isPending}
      onConfirm={() => void erase()}
      onClose={onClose}
    >
      <div className="stack erasure">
        {command.error && <Banner tone="bad">{describeError(command.error)}</Banner>}
        <section>
          <h3>What goes</h3>
          <ul>
            {isAtStripe && <li>The customer at Stripe, with their saved cards and accounts</li>}
            <li>Name, e-mail, phone, address, tax numbers, reference and note</li>
            <li>Your notes on their invoices and refunds, and what you wrote in disputes</li>
            <li>What the bank wrote on lines of its statements that name them</li>
          </ul>
        </section>
        <section>
          <h3>What stays</h3>
          <ul>
            <li>
              {documentWords(documents)}, with the name, address and contact that stand in them, as the law
              asks
            </li>
            <li>The journal, payments and refunds, without a name</li>
            <li>Backups that were made before</li>
          </ul>
        </section>
        <p>This cannot be taken back. Export their data first if you may need it.</p>
      </div>
    </ConfirmDialog>
  );
}

function documentWords(count: number): string {
  if (count === 1) return 'The one invoice or credit note that was issued';
  return count === 0 ? 'Issued invoices and credit notes: none' : `${count} issued invoices and credit notes`;
}
