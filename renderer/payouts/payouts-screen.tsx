// All payouts to the bank account: when each arrives, how much, and how many movements it holds.
import { Landmark } from 'lucide-react';
import { useState } from 'react';
import type { PayoutRow } from '../../shared/contract/payouts.ts';
import { useCall } from '../data.ts';
import { ListExport } from '../exports/list-export.tsx';
import { usePagedRows } from '../paged-rows.ts';
import type { Asking } from '../no-answer.tsx';
import { PagedTable } from '../paged-table.tsx';
import { go, paths } from '../paths.ts';
import { isInForce, type StatusSum, sumsOf } from '../payments/list-sums.ts';
import { StatusAndNext } from '../payments/status-words.tsx';
import type { Column } from '../ui/data-table/types.ts';
import { DateText } from '../ui/date-text.tsx';
import { Money, MoneyList } from '../ui/money.tsx';
import { Page } from '../ui/page.tsx';
import { EmptyState } from '../ui/states.tsx';
import { Tabs } from '../ui/tabs.tsx';
import { useRemembered } from '../ui/view-memory.ts';
import { payoutLook } from './payout-status.ts';
import '../payments/payments.css';
import '../ui/list-screen.css';

const COLUMNS: readonly Column<PayoutRow>[] = [
  {
    id: 'arrival',
    header: 'Arrives',
    width: '132px',
    sortBy: 'arrival',
    render: (row) => <DateText day={row.arrival} />,
  },
  {
    id: 'status',
    header: 'Status',
    width: 'minmax(180px, 2fr)',
    render: (row) => <StatusAndNext look={payoutLook(row.status)} />,
  },
  { id: 'made', header: 'Made', width: '132px', render: (row) => <DateText day={row.made} /> },
  {
    id: 'kind',
    header: 'Kind',
    width: 'minmax(110px, 1fr)',
    render: (row) => (row.isInstant ? 'Instant' : row.isAutomatic ? 'Automatic' : 'By hand'),
  },
  {
    id: 'movements',
    header: 'Movements',
    width: '104px',
    align: 'end',
    render: (row) => row.movements?.toLocaleString() ?? <span className="faint">–</span>,
  },
  {
    id: 'amount',
    header: 'Amount',
    width: 'minmax(132px, 0.8fr)',
    align: 'end',
    render: (row) => <Money amount={row.amount} currency={row.currency} />,
  },
];

export function PayoutsScreen() {
  const counting = useCall('payouts.counts', {}, { keepPrevious: true });
  const counts = counting.data?.statuses;
  const [status, setStatus] = useRemembered('payouts-status', 'all');
  const [hasChosen, setChosen] = useState(false);
  const known = counts?.filter((entry) => entry.count > 0 || entry.status === status) ?? [];
  const tabs = [
    { id: 'all', label: 'All', count: counts?.reduce((sum, { count }) => sum + count, 0) },
    ...known.map((entry) => ({
      id: entry.status,
      label: payoutLook(entry.status).word,
      count: entry.count,
    })),
  ];
  const selected = tabs.some(({ id }) => id === status) ? status : 'all';
  return (
    <Page
      title="Payouts"
      layout="fill"
      actions={
        <ListExport asked={{ list: 'payouts', input: selected === 'all' ? {} : { status: selected } }} />
      }
    >
      <div className="list-screen">
        <Tabs<string>
          label="Payouts by status"
          items={tabs}
          selected={selected}
          onSelect={(next) => {
            setChosen(true);
            setStatus(next);
          }}
        >
          <PayoutTable status={selected} counts={counts} counting={counting} takesFocus={!hasChosen} />
        </Tabs>
      </div>
    </Page>
  );
}

interface PayoutTableProps {
  readonly status: string;
  readonly counts: readonly StatusSum[] | undefined;
  readonly counting: Asking;
  readonly takesFocus: boolean;
}

function PayoutTable({ status, counts, counting, takesFocus }: PayoutTableProps) {
  const [direction, setDirection] = useRemembered<'asc' | 'desc'>('payouts-direction', 'desc');
  const rows = usePagedRows('payouts.list', { ...(status === 'all' ? {} : { status }), direction });
  const { count, money, isPart } = sumsOf(counts, status, isInForce);
  return (
    <PagedTable
      label="Payouts"
      columns={COLUMNS}
      count={count}
      counting={counting}
      rows={rows}
      rowId={(row) => row.id}
      sort={{ by: 'arrival', direction }}
      onSort={(sort) => setDirection(sort.direction)}
      onOpen={(row) => go(paths.payout(row.id))}
      footer={{
        arrival: count?.toLocaleString(),
        status: isPart ? <span className="muted">Sum without failed and cancelled</span> : null,
        amount: <MoneyList values={money} none="" />,
      }}
      empty={
        <EmptyState icon={Landmark} title="No payouts yet">
          Stripe pays out by the schedule in its dashboard, once money has become available.
        </EmptyState>
      }
      memoryKey="payouts-place"
      autoFocus={takesFocus}
    />
  );
}
