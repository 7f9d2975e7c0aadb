// The invoices that came of it.
import { Link } from 'react-aria-components/Link';
import { paths } from '../../paths.ts';
import { Card } from '../../ui/card.tsx';
import { DateText } from '../../ui/date-text.tsx';
import { Money } from '../../ui/money.tsx';
import { figures, TableHead } from '../../ui/table-head.tsx';
import type { RecurringInvoice } from './recurring-invoice.ts';
import '../../ui/plain-table.css';

const WORDS = {
  draft: 'Draft',
  open: 'Open',
  paid: 'Paid',
  uncollectible: 'Uncollectible',
  void: 'Void',
} as const;

export function HistoryCard({ recurring: { history } }: { readonly recurring: RecurringInvoice }) {
  if (history.length === 0)
    return (
      <Card title="Invoices">
        <p className="muted">None yet. Each appears here as soon as Stripe has made it.</p>
      </Card>
    );
  return (
    <Card title="Invoices" description="Newest first" flush>
      <table className="plain-table">
        <TableHead columns={['Date', 'Number', 'Status', figures('Total'), figures('Balance due')]} />
        <tbody>
          {history.map((invoice) => (
            <tr key={invoice.id}>
              <td>
                <DateText day={invoice.day} />
              </td>
              <td>
                <Link href={paths.invoice(invoice.id)}>{invoice.number ?? 'Draft'}</Link>
              </td>
              <td>{WORDS[invoice.status]}</td>
              <td data-align="end">
                <Money amount={invoice.total} currency={invoice.currency} />
              </td>
              <td data-align="end">
                <Money
                  amount={invoice.balanceDue}
                  currency={invoice.currency}
                  tone={invoice.balanceDue === 0 ? 'faint' : 'normal'}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}
