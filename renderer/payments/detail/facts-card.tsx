// Who paid what with which method, and the ids by which Stripe knows it.
import { Link } from 'react-aria-components/Link';
import { paths } from '../../paths.ts';
import { Card } from '../../ui/card.tsx';
import { DateText } from '../../ui/date-text.tsx';
import { KeyValues } from '../../ui/key-values.tsx';
import { Money } from '../../ui/money.tsx';
import type { Payment } from './payment.ts';

export function FactsCard({ payment }: { readonly payment: Payment }) {
  const { customerId, customerName, invoices, chargeId } = payment;
  return (
    <Card title="Payment">
      <KeyValues
        rows={[
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
                  {invoices.map((invoice) => (
                    <li key={invoice.id}>
                      <Link href={paths.invoice(invoice.id)}>{invoice.number ?? 'Invoice'}</Link>
                      {invoices.length > 1 && (
                        <>
                          {' '}
                          <Money amount={invoice.amount} currency={payment.currency} tone="muted" />
                        </>
                      )}
                    </li>
                  ))}
                </ul>
              ),
          },
          { name: 'Method', value: payment.method || <span className="faint">None yet</span> },
          { name: 'Date', value: <DateText day={payment.date} /> },
          {
            name: 'Received',
            value:
              payment.received === payment.amount ? null : (
                <Money amount={payment.received} currency={payment.currency} />
              ),
          },
          { name: 'Stripe id', value: <code>{payment.id}</code> },
          {
            name: 'Charge',
            value: chargeId === null || chargeId === payment.id ? null : <code>{chargeId}</code>,
          },
        ]}
      />
    </Card>
  );
}
