// The buttons above a payment: the likeliest next step, and the ways out of the program.
import { Ellipsis, ExternalLink } from 'lucide-react';
import { useCommand } from '../../data.ts';
import { paths } from '../../paths.ts';
import { IconButton, LinkButton } from '../../ui/button.tsx';
import { Menu, type MenuEntry } from '../../ui/menu.tsx';
import type { Payment } from './payment.ts';

export function PaymentActions({ payment }: { readonly payment: Payment }) {
  const external = useCommand('external.open');
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
      {invoice && <LinkButton href={paths.invoice(invoice.id)}>Open invoice</LinkButton>}
      <Menu label="More actions" entries={entries} placement="bottom end">
        <IconButton variant="secondary" icon={Ellipsis} label="More actions" />
      </Menu>
    </>
  );
}
