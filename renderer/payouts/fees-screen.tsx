// What Stripe took in a year, by month and by what it was taken for.
import { Percent } from 'lucide-react';
import { useState } from 'react';
import type { CallOutput } from '../../shared/contract/calls.ts';
import { categoryWords } from '../../shared/text/fee-words.ts';
import { useCall } from '../data.ts';
import { describeError } from '../error-text.ts';
import { Card } from '../ui/card.tsx';
import { useReading } from '../ui/format.ts';
import { Money } from '../ui/money.tsx';
import { Page } from '../ui/page.tsx';
import { Select } from '../ui/select.tsx';
import { EmptyState, ErrorState, SkeletonLines } from '../ui/states.tsx';
import { figures, TableHead } from '../ui/table-head.tsx';
import '../ui/plain-table.css';

type FeeRow = CallOutput<'fees.get'>['rows'][number];

export function FeesScreen() {
  const [year, setYear] = useState<number | null>(null);
  const { data, error, refetch } = useCall('fees.get', { year }, { keepPrevious: true });
  if (error) {
    return (
      <Page title="Fees">
        <ErrorState onRetry={() => void refetch()}>{describeError(error.error)}</ErrorState>
      </Page>
    );
  }
  if (!data) {
    return (
      <Page title="Fees">
        <SkeletonLines />
      </Page>
    );
  }
  const byCurrency = [...Map.groupBy(data.rows, ({ currency }) => currency)];
  return (
    <Page
      title="Fees"
      actions={
        data.years.length > 0 && (
          <Select<string>
            label="Year"
            options={data.years.map((known) => ({ id: `${known}`, label: `${known}` }))}
            value={`${data.year}`}
            onChange={(chosen) => setYear(Number(chosen))}
          />
        )
      }
    >
      <div className="stack">
        {byCurrency.length === 0 && (
          <EmptyState icon={Percent} title="No fees">
            Stripe has taken nothing in {data.year}.
          </EmptyState>
        )}
        {byCurrency.map(([currency, rows]) => (
          <FeesCard key={currency} currency={currency} rows={rows} />
        ))}
      </div>
    </Page>
  );
}

const sum = (rows: readonly FeeRow[], part: (row: FeeRow) => number): number =>
  rows.reduce((total, row) => total + part(row), 0);

function FeesCard({ currency, rows }: { readonly currency: string; readonly rows: readonly FeeRow[] }) {
  const { locale } = useReading();
  const money = (amount: number) => (
    <Money amount={amount} currency={currency} tone={amount === 0 ? 'faint' : 'normal'} />
  );
  const categories = [...new Set(rows.map(({ category }) => category))];
  const months = [...Map.groupBy(rows, ({ month }) => month)];
  const name = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' });
  return (
    <Card title={`In ${currency.toUpperCase()}`} description="By the day on which Stripe booked it" flush>
      <table className="plain-table">
        <TableHead
          columns={[
            'Month',
            ...categories.map((category) => figures(categoryWords(category))),
            figures('All fees'),
            figures('Of that, tax'),
          ]}
        />
        <tbody>
          {months.map(([month, parts]) => (
            <tr key={month}>
              <th scope="row">{name.format(new Date(`${month}-01T00:00:00Z`))}</th>
              {categories.map((category) => (
                <td key={category} data-align="end">
                  {money(
                    sum(
                      parts.filter((row) => row.category === category),
                      ({ fee }) => fee,
                    ),
                  )}
                </td>
              ))}
              <td data-align="end">{money(sum(parts, ({ fee }) => fee))}</td>
              <td data-align="end">{money(sum(parts, ({ tax }) => tax))}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">Year</th>
            {categories.map((category) => (
              <td key={category} data-align="end">
                {money(
                  sum(
                    rows.filter((row) => row.category === category),
                    ({ fee }) => fee,
                  ),
                )}
              </td>
            ))}
            <td data-align="end">
              <strong>{money(sum(rows, ({ fee }) => fee))}</strong>
            </td>
            <td data-align="end">{money(sum(rows, ({ tax }) => tax))}</td>
          </tr>
        </tfoot>
      </table>
    </Card>
  );
}
