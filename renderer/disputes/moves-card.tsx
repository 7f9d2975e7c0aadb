// What Stripe took from the balance for a dispute, what it gave back, and what that leaves.
import { Card } from '../ui/card.tsx';
import { DateText } from '../ui/date-text.tsx';
import { Money } from '../ui/money.tsx';
import { figures, TableHead } from '../ui/table-head.tsx';
import type { Dispute } from './dispute.ts';
import '../ui/plain-table.css';

const WHAT = {
  withdrawn: 'Taken from the balance',
  returned: 'Given back',
  fee: 'Fee of the dispute',
} as const satisfies Record<Dispute['moves'][number]['kind'], string>;

export function MovesCard({ dispute }: { readonly dispute: Dispute }) {
  const { moves, standing } = dispute;
  const [first] = moves;
  if (!first) return null;
  const sum = moves.reduce((total, { net }) => total + net, 0);
  return (
    <Card title={standing === 'lost' || standing === 'won' ? 'What it came to' : 'What Stripe holds'} flush>
      <table className="plain-table">
        <TableHead columns={['Date', 'What', figures('Gross'), figures('Fee'), figures('Net')]} />
        <tbody>
          {moves.map(({ id, date, kind, currency, gross, fee, net }) => (
            <tr key={id}>
              <td>
                <DateText day={date} />
              </td>
              <td>{WHAT[kind]}</td>
              <td data-align="end">
                <Money amount={gross} currency={currency} />
              </td>
              <td data-align="end">
                <Money amount={0 - fee} currency={currency} />
              </td>
              <td data-align="end">
                <Money amount={net} currency={currency} />
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={4}>
              {standing === 'won' || standing === 'lost' ? 'In the end' : 'Until now'}
            </th>
            <td data-align="end">
              <strong>
                <Money amount={sum} currency={first.currency} />
              </strong>
            </td>
          </tr>
        </tfoot>
      </table>
    </Card>
  );
}
