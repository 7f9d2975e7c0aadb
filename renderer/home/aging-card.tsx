// Open balances by how long they are past due: a bar and its figures per currency.
import type { CallOutput } from '../../shared/contract/calls.ts';
import { Card } from '../ui/card.tsx';
import { Money } from '../ui/money.tsx';

type Aging = CallOutput<'home.get'>['aging'][number];

const AGES = [
  { id: 'current', label: 'Not yet due' },
  { id: 'days30', label: '1–30 days' },
  { id: 'days60', label: '31–60 days' },
  { id: 'days90', label: '61–90 days' },
  { id: 'older', label: 'Over 90 days' },
] as const;

export function AgingCard({ aging }: { readonly aging: readonly Aging[] }) {
  return (
    <Card title="Receivables by age" description="Open balances by days past due">
      {aging.length === 0 ? (
        <p className="muted">Nothing is owed to you.</p>
      ) : (
        <div className="aging">
          {aging.map((row) => (
            <AgingRow key={row.currency} row={row} />
          ))}
        </div>
      )}
    </Card>
  );
}

function AgingRow({ row }: { readonly row: Aging }) {
  return (
    <div>
      <div className="aging__bar" aria-hidden="true">
        {AGES.map(
          ({ id }) =>
            row[id] > 0 && (
              <div key={id} className="aging__part" data-age={id} style={{ flexGrow: row[id] }} />
            ),
        )}
      </div>
      <dl className="aging__legend">
        {AGES.map(({ id, label }) => (
          <div key={id}>
            <dt className="aging__term">
              <span className="aging__swatch" data-age={id} />
              {label}
            </dt>
            <dd>
              <Money amount={row[id]} currency={row.currency} tone={row[id] === 0 ? 'faint' : 'normal'} />
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
