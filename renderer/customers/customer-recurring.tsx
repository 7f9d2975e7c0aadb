// What a customer is billed again and again.
import { Link } from 'react-aria-components/Link';
import { everyWords } from '../catalogue/every-words.ts';
import { useCall } from '../data.ts';
import { paths } from '../paths.ts';
import { StandingBadge } from '../recurring/standing.tsx';
import { Card } from '../ui/card.tsx';
import { DateText } from '../ui/date-text.tsx';
import { Money } from '../ui/money.tsx';
import { figures, TableHead } from '../ui/table-head.tsx';
import '../ui/plain-table.css';

const MOST = 50;

export function CustomerRecurring({ customerId }: { readonly customerId: string }) {
  const rows =
    useCall('recurring.list', {
      filter: { customerId },
      sort: { by: 'next', direction: 'asc' },
      page: { offset: 0, limit: MOST },
    }).data?.rows ?? [];
  if (rows.length === 0) return null;
  return (
    <Card title="Recurring invoices" flush>
      <table className="plain-table">
        <TableHead columns={['Items', 'Status', 'Billed', 'Next invoice', figures('Amount')]} />
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td>
                <Link href={paths.recurringInvoice(row.id)}>{row.title || 'Recurring invoice'}</Link>
              </td>
              <td>
                <StandingBadge recurring={row} />
              </td>
              <td>{everyWords(row.every)}</td>
              <td>
                <DateText day={row.nextDay} />
              </td>
              <td data-align="end">
                <Money amount={row.amount} currency={row.currency} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}
