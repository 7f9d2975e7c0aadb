// What is disputed, and where it belongs: customer, invoice, payment, and the ids by which Stripe knows it.
import { Link } from 'react-aria-components/Link';
import { disputeReason } from '../../shared/text/dispute-words.ts';
import { paths } from '../paths.ts';
import { Card } from '../ui/card.tsx';
import { DateText } from '../ui/date-text.tsx';
import { KeyValues } from '../ui/key-values.tsx';
import { Money } from '../ui/money.tsx';
import type { Dispute } from './dispute.ts';

export function FactsCard({ dispute }: { readonly dispute: Dispute }) {
  const { customerId, customerName, invoices, paymentId, networkReason, submissions } = dispute;
  return (
    <Card title="Dispute">
      <KeyValues
        rows={[
          { name: 'Amount', value: <Money amount={dispute.amount} currency={dispute.currency} /> },
          { name: 'Reason', value: disputeReason(dispute.reason) },
          { name: 'Network’s code', value: networkReason },
          { name: 'Compelling Evidence', value: dispute.answer.eligibility },
          { name: 'Opened', value: <DateText day={dispute.date} /> },
          {
            name: 'Customer',
            value:
              customerId === null ? (
                customerName || <span className="faint">Not known</span>
              ) : (
                <Link href={paths.customer(customerId)}>{customerName}</Link>
              ),
          },
          {
            name: invoices.length > 1 ? 'Invoices' : 'Invoice',
            value:
              invoices.length === 0 ? (
                <span className="faint">None</span>
              ) : (
                <ul>
                  {invoices.map(({ id, number }) => (
                    <li key={id}>
                      <Link href={paths.invoice(id)}>{number ?? 'Invoice'}</Link>
                    </li>
                  ))}
                </ul>
              ),
          },
          {
            name: 'Payment',
            value: paymentId === null ? null : <Link href={paths.payment(paymentId)}>Open payment</Link>,
          },
          {
            name: 'Submitted',
            value: submissions === 0 ? null : submissions === 1 ? 'Once' : `${submissions} times`,
          },
          { name: 'Stripe id', value: <code>{dispute.id}</code> },
        ]}
      />
    </Card>
  );
}
