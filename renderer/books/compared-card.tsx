// A figure that is told twice, per currency: by the books, and by Stripe.
import { Check, TriangleAlert } from 'lucide-react';
import { Badge } from '../ui/badge.tsx';
import { Card } from '../ui/card.tsx';
import { Money } from '../ui/money.tsx';
import { figures, TableHead } from '../ui/table-head.tsx';
import type { Proof } from './proof-panel.tsx';
import '../ui/plain-table.css';

export interface ComparedCardProps {
  readonly title: string;
  readonly description: string;
  readonly rows: Proof['movements'];
  /** What the books are held against. */
  readonly other: string;
}

export function ComparedCard({ title, description, rows, other }: ComparedCardProps) {
  return (
    <Card title={title} description={description} flush>
      {rows.length === 0 ? (
        <p className="card__text muted">Nothing yet.</p>
      ) : (
        <table className="plain-table books__compared">
          <TableHead columns={['Currency', figures('Books'), figures(other), figures('Difference')]} />
          <tbody>
            {rows.map(({ currency, books, stripe }) => (
              <tr key={currency}>
                <th scope="row">{currency.toUpperCase()}</th>
                <td data-align="end">
                  <Money amount={books} currency={currency} />
                </td>
                <td data-align="end">
                  <Money amount={stripe} currency={currency} />
                </td>
                <td data-align="end">
                  {books === stripe ? (
                    <Badge icon={Check} tone="good">
                      None
                    </Badge>
                  ) : (
                    <Badge icon={TriangleAlert} tone="bad">
                      <Money amount={books - stripe} currency={currency} />
                    </Badge>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Card>
  );
}
