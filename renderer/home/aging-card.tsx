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
        <table className="aging">
          <thead>
            <tr>
              {AGES.map(({ id, label }) => (
                <th key={id} scope="col" className="aging__term">
                  <span className="aging__swatch" data-age={id} />
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {aging.map((row) => (
              <AgingRow key={row.currency} row={row} />
            ))}
          </tbody>
        </table>
      )}
    </Card>
  );
}

function AgingRow({ row }: { readonly row: Aging }) {
  return (
    <>
      <tr aria-hidden="true">
        <td colSpan={AGES.length}>
          <div className="aging__bar">
            {AGES.map(
              ({ id }) =>
                row[id] > 0 && (
                  <div key={id} className="aging__part" data-age={id} style={{ flexGrow: row[id] }} />
                ),
            )}
          </div>
        </td>
      </tr>
      <tr>
        {AGES.map(({ id }) => (
          <td key={id}>
            <Money amount={row[id]} currency={row.currency} tone={row[id] === 0 ? 'faint' : 'normal'} />
          </td>
        ))}
      </tr>
    </>
  );
}
