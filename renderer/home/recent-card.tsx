// What happened last, newest first.
import { Link } from 'react-aria-components/Link';
import type { CallOutput } from '../../shared/contract/calls.ts';
import { paths } from '../paths.ts';
import { Card } from '../ui/card.tsx';
import { DateText } from '../ui/date-text.tsx';
import { Money } from '../ui/money.tsx';

type Recent = CallOutput<'home.get'>['recent'][number];

export function RecentCard({ recent }: { readonly recent: readonly Recent[] }) {
  return (
    <Card title="Recently" flush>
      {recent.length === 0 ? (
        <p className="lines__line muted">Nothing has happened yet.</p>
      ) : (
        <ul className="lines">
          {recent.map((item) => (
            <li key={`${item.invoiceId} ${item.text} ${item.date}`}>
              <Link className="lines__line" href={paths.invoice(item.invoiceId)}>
                <span className="lines__text">
                  <span className="truncate" style={{ display: 'block' }}>
                    {item.customerName}
                  </span>
                  <span className="lines__detail truncate">
                    {item.text}
                    {item.number !== null && ` · ${item.number}`}
                  </span>
                </span>
                <span style={{ textAlign: 'end' }}>
                  <Money {...item.amount} />
                  <span className="lines__detail">
                    <DateText day={item.date} />
                  </span>
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
