// Every account with what it came to before a period, what moved in it, and what it comes to.
import { useState } from 'react';
import { Scale } from 'lucide-react';
import type { CallOutput } from '../../shared/contract/calls.ts';
import { isReversed, REVERSED_WORDS } from '../../shared/domain/dates.ts';
import { useCall } from '../data.ts';
import { describeError } from '../error-text.ts';
import { Card } from '../ui/card.tsx';
import { DateField } from '../ui/date-field.tsx';
import { Money } from '../ui/money.tsx';
import { EmptyState, ErrorState, SkeletonLines } from '../ui/states.tsx';
import { figures, TableHead } from '../ui/table-head.tsx';
import '../ui/plain-table.css';

type Row = CallOutput<'books.trialBalance'>['rows'][number];

export function TrialBalancePanel() {
  const [from, setFrom] = useState<string | null>(null);
  const [to, setTo] = useState<string | null>(null);
  const reversed = isReversed({ from, to });
  const options = { keepPrevious: !reversed, enabled: !reversed };
  const { data, error, refetch } = useCall('books.trialBalance', { from, to }, options);
  if (error) return <ErrorState onRetry={() => void refetch()}>{describeError(error.error)}</ErrorState>;
  const byCurrency = [...Map.groupBy(data?.rows ?? [], ({ currency }) => currency)];
  return (
    <div className="stack">
      <div className="books__period" role="group" aria-label="Period">
        <DateField
          label="From"
          value={from}
          onChange={setFrom}
          {...(reversed ? { error: REVERSED_WORDS } : {})}
        />
        <DateField label="To" value={to} onChange={setTo} />
      </div>
      {data === undefined && !reversed && <SkeletonLines count={8} />}
      {data?.rows.length === 0 && (
        <EmptyState icon={Scale} title="Nothing posted yet">
          Entries follow from what Stripe tells: the first comes with the first invoice.
        </EmptyState>
      )}
      {byCurrency.map(([currency, rows]) => (
        <BalanceCard key={currency} currency={currency} rows={rows} />
      ))}
    </div>
  );
}

const sum = (rows: readonly Row[], part: (row: Row) => number): number =>
  rows.reduce((total, row) => total + part(row), 0);

function BalanceCard({ currency, rows }: { readonly currency: string; readonly rows: readonly Row[] }) {
  const money = (amount: number) => (
    <Money amount={amount} currency={currency} tone={amount === 0 ? 'faint' : 'normal'} />
  );
  return (
    <Card title={`In ${currency.toUpperCase()}`} description="Credits are negative" flush>
      <table className="plain-table">
        <TableHead
          columns={['Account', figures('Opening'), figures('Debit'), figures('Credit'), figures('Closing')]}
        />
        <tbody>
          {rows.map((row) => (
            <tr key={row.account}>
              <th scope="row">
                <span className="books__number">{row.number}</span> {row.name}
              </th>
              <td data-align="end">{money(row.opening)}</td>
              <td data-align="end">{money(row.debit)}</td>
              <td data-align="end">{money(row.credit)}</td>
              <td data-align="end">{money(row.closing)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">Sum</th>
            <td data-align="end">{money(sum(rows, ({ opening }) => opening))}</td>
            <td data-align="end">{money(sum(rows, ({ debit }) => debit))}</td>
            <td data-align="end">{money(sum(rows, ({ credit }) => credit))}</td>
            <td data-align="end">{money(sum(rows, ({ closing }) => closing))}</td>
          </tr>
        </tfoot>
      </table>
    </Card>
  );
}
