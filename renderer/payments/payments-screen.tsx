// All payments: how each stands in words, what to do next, what is left after Stripe's fee, and with which payout it came.
import { CreditCard, SearchX } from 'lucide-react';
import { useState } from 'react';
import type { PaymentRow, PaymentStanding } from '../../shared/contract/payments.ts';
import { standingWord } from '../../shared/text/payment-words.ts';
import { useCall } from '../data.ts';
import { ListExport } from '../exports/list-export.tsx';
import { usePagedRows } from '../paged-rows.ts';
import type { Asking } from '../no-answer.tsx';
import { PagedTable } from '../paged-table.tsx';
import { go, paths } from '../paths.ts';
import { MoneyList } from '../ui/money.tsx';
import { Page } from '../ui/page.tsx';
import { EmptyState } from '../ui/states.tsx';
import { Tabs } from '../ui/tabs.tsx';
import { type StatusSum, sumsOf } from './list-sums.ts';
import { ChargeDialog } from './charge/charge-dialog.tsx';
import { failedColumns, PAYMENT_COLUMNS } from './payment-columns.tsx';
import { rowCommands } from './payment-row-commands.ts';
import { usePaymentFilter, withFields } from './payment-filter.ts';
import { PaymentToolbar } from './payment-toolbar.tsx';
import '../ui/list-screen.css';

/** In the order in which a bookkeeper asks for them. */
const ORDER: readonly PaymentStanding[] = [
  'succeeded',
  'failed',
  'requires_action',
  'processing',
  'requires_capture',
  'requires_payment_method',
  'requires_confirmation',
  'canceled',
];

type Tab = PaymentStanding | 'all';

export function PaymentsScreen() {
  const list = usePaymentFilter();
  const { filter, setFilter } = list;
  const { standing, ...rest } = filter;
  const counting = useCall('payments.counts', { filter: rest }, { keepPrevious: true });
  const counts = counting.data?.statuses;
  const [hasChosen, setChosen] = useState(false);
  const countOf = (status: string): number => counts?.find((entry) => entry.status === status)?.count ?? 0;
  const tabs = [
    { id: 'all' as const, label: 'All', count: counts?.reduce((sum, { count }) => sum + count, 0) },
    ...ORDER.filter((status) => countOf(status) > 0 || status === standing).map((status) => ({
      id: status,
      label: standingWord(status),
      count: countOf(status),
    })),
  ];
  return (
    <Page
      title="Payments"
      layout="fill"
      actions={<ListExport asked={{ list: 'payments', input: { filter, sort: list.sort } }} />}
    >
      <div className="list-screen">
        <Tabs<Tab>
          label="Payments by status"
          items={tabs}
          selected={standing ?? 'all'}
          onSelect={(tab) => {
            setChosen(true);
            setFilter(withFields(filter, { standing: tab === 'all' ? undefined : tab }));
          }}
        >
          <PaymentToolbar filter={filter} onFilter={setFilter} />
          <PaymentTable list={list} counts={counts} counting={counting} takesFocus={!hasChosen} />
        </Tabs>
      </div>
    </Page>
  );
}

interface PaymentTableProps {
  readonly list: ReturnType<typeof usePaymentFilter>;
  readonly counts: readonly StatusSum[] | undefined;
  readonly counting: Asking;
  readonly takesFocus: boolean;
}

function PaymentTable({ list, counts, counting, takesFocus }: PaymentTableProps) {
  const { filter, sort, setSort } = list;
  const [retried, setRetried] = useState<PaymentRow | null>(null);
  const rows = usePagedRows('payments.list', { filter, sort });
  const { count, money, isPart } = sumsOf(
    counts,
    filter.standing ?? 'all',
    (status) => status === 'succeeded',
  );
  const { standing: _standing, ...narrowing } = filter;
  const isFiltered = Object.keys(narrowing).length > 0;
  const table = (
    <PagedTable
      label="Payments"
      columns={filter.standing === 'failed' ? failedColumns(setRetried) : PAYMENT_COLUMNS}
      count={count}
      counting={counting}
      rows={rows}
      rowId={(row) => row.id}
      sort={sort}
      onSort={setSort}
      onOpen={(row) => go(paths.payment(row.id))}
      rowCommands={rowCommands(setRetried)}
      footer={{
        date: count?.toLocaleString(),
        status: isPart ? <span className="muted">Sum of what succeeded</span> : null,
        amount: <MoneyList values={money} none="" />,
      }}
      empty={
        isFiltered ? (
          <EmptyState icon={SearchX} title="Nothing matches">
            No payment fits this search and these filters.
          </EmptyState>
        ) : (
          <EmptyState icon={CreditCard} title="No payments yet">
            They appear here as soon as Stripe reports them.
          </EmptyState>
        )
      }
      memoryKey="payments-place"
      autoFocus={takesFocus}
    />
  );
  return (
    <>
      {table}
      {retried !== null && retried.invoiceId !== null && (
        <ChargeDialog
          invoiceId={retried.invoiceId}
          customerId={retried.customerId}
          onClose={() => setRetried(null)}
        />
      )}
    </>
  );
}
