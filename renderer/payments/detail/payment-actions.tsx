// The buttons above a payment: the likeliest next step, and the ways out of the program.
import { Ellipsis, ExternalLink, RotateCw, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { CreditDialog } from '../../corrections/dialog/credit-dialog.tsx';
import { useCommand } from '../../data.ts';
import { RefundDialog } from '../../invoices/detail/refund-dialog.tsx';
import { paths } from '../../paths.ts';
import { Button, IconButton, LinkButton } from '../../ui/button.tsx';
import { Menu, type MenuEntry } from '../../ui/menu.tsx';
import { ChargeDialog } from '../charge/charge-dialog.tsx';
import type { Payment } from './payment.ts';

export function PaymentActions({ payment }: { readonly payment: Payment }) {
  const external = useCommand('external.open');
  const [asked, ask] = useState<'refund' | 'retry' | null>(null);
  const close = (): void => ask(null);
  const owed = payment.standing === 'failed' ? payment.invoices.find(({ isOpen }) => isOpen) : undefined;
  const [invoice] = payment.invoices;
  const entries: MenuEntry[] = [];
  if (payment.hasPaymentPage && invoice) {
    entries.push({
      id: 'hosted',
      label: 'Open payment page',
      detail: 'What the customer sees, in the browser',
      icon: ExternalLink,
      run: () => void external.run({ kind: 'hosted-invoice', invoiceId: invoice.id }),
    });
  }
  entries.push({
    id: 'dashboard',
    label: 'Open in Stripe’s dashboard',
    icon: ExternalLink,
    run: () => void external.run({ kind: 'dashboard', of: 'payment', id: payment.id }),
  });
  return (
    <>
      {payment.refundable > 0 && (
        <Button icon={Undo2} onPress={() => ask('refund')}>
          Refund…
        </Button>
      )}
      {owed && (
        <Button icon={RotateCw} onPress={() => ask('retry')}>
          Retry now…
        </Button>
      )}
      {invoice && <LinkButton href={paths.invoice(invoice.id)}>Open invoice</LinkButton>}
      <Menu label="More actions" entries={entries} placement="bottom end">
        <IconButton variant="secondary" icon={Ellipsis} label="More actions" />
      </Menu>
      {asked === 'refund' && <PaymentRefund payment={payment} onClose={close} />}
      {asked === 'retry' && owed && (
        <ChargeDialog invoiceId={owed.id} customerId={payment.customerId} onClose={close} />
      )}
    </>
  );
}

/** Money goes back with its credit note where there is an invoice to credit. */
function PaymentRefund({ payment, onClose }: { readonly payment: Payment; readonly onClose: () => void }) {
  const { noteInvoiceId, id, refundable, method, currency, customerName } = payment;
  if (noteInvoiceId !== null)
    return <CreditDialog invoiceId={noteInvoiceId} intent="refund" paymentId={id} onClose={onClose} />;
  const only = { paymentId: id, amount: refundable, label: method || 'Payment' };
  return <RefundDialog invoice={{ currency, customerName, refundable: [only] }} onClose={onClose} />;
}
