// Invoices whose receivable is not what Stripe says is left of them, and the first movement of the balance that differs.
import { Link } from 'react-aria-components/Link';
import { paths } from '../paths.ts';
import { Card } from '../ui/card.tsx';
import { useReading } from '../ui/format.ts';
import { Money } from '../ui/money.tsx';
import { figures, TableHead } from '../ui/table-head.tsx';
import { FetchAgainButton } from './fetch-again.tsx';
import type { Proof } from './proof-panel.tsx';
import '../ui/plain-table.css';

export function ProblemsCard({ problems }: { readonly problems: Proof['problems'] }) {
  const { locale } = useReading();
  const more = problems.count - problems.first.length;
  return (
    <Card
      title="What does not agree"
      description="Often something is not here yet: fetching everything anew from Stripe mends that"
      actions={<FetchAgainButton />}
      flush
    >
      <table className="plain-table">
        <TableHead columns={['Invoice or movement', figures('Stripe says'), figures('Books say')]} />
        <tbody>
          {problems.first.map(({ stripeId, invoiceId, number, currency, expected, found }) => (
            <tr key={stripeId}>
              <td>
                {invoiceId === null ? (
                  <code>{stripeId}</code>
                ) : (
                  <Link href={paths.invoice(invoiceId)}>{number ?? stripeId}</Link>
                )}
              </td>
              <td data-align="end">
                <Money amount={expected} currency={currency} />
              </td>
              <td data-align="end">
                <Money amount={found} currency={currency} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {more > 0 && <p className="card__text muted">And {more.toLocaleString(locale)} more.</p>}
    </Card>
  );
}
