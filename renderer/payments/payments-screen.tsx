// All payments: how each stands in words, what to do next, and what is left after Stripe's fee.
import { CreditCard } from 'lucide-react';
import { Link } from 'react-aria-components/Link';
import type { CallOutput } from '../../shared/contract/calls.ts';
import { useCall } from '../data.ts';
import { usePagedRows } from '../paged-rows.ts';
import { go, paths } from '../paths.ts';
import type { Column } from '../ui/data-table/types.ts';
import { DateText } from '../ui/date-text.tsx';
import { Money } from '../ui/money.tsx';
import { MoneyScreen } from './money-screen.tsx';
import { useMoneyFilter } from './use-money-filter.ts';
import { LookBadge, NextStep, paymentLook } from './status-words.tsx';

type Row = CallOutput<'payments.list'>['rows'][number];

const dash = <span className="faint">–</span>;

const COLUMNS: readonly Column<Row>[] = [
  {
    id: 'date',
    header: 'Date',
    width: '108px',
    sortBy: 'date',
    render: (row) => <DateText day={row.date} />,
  },
  {
    id: 'customer',
    header: 'Customer',
    width: 'minmax(120px, 1.4fr)',
    render: (row) => row.customerName || dash,
  },
  {
    id: 'invoice',
    header: 'Invoice',
    width: 'minmax(92px, 0.6fr)',
    render: (row) =>
      row.invoiceId === null ? (
        dash
      ) : (
        <Link href={paths.invoice(row.invoiceId)}>{row.invoiceNumber ?? 'Invoice'}</Link>
      ),
  },
  { id: 'method', header: 'Method', width: 'minmax(104px, 0.9fr)', render: (row) => row.method || dash },
  {
    id: 'status',
    header: 'Status',
    width: '150px',
    render: (row) => <LookBadge look={paymentLook(row.status)} />,
  },
  {
    id: 'next',
    header: 'What to do next',
    width: 'minmax(90px, 1.6fr)',
    render: (row) => <NextStep text={paymentLook(row.status).next} />,
  },
  {
    id: 'amount',
    header: 'Amount',
    width: 'minmax(92px, 0.5fr)',
    align: 'end',
    render: (row) => <Money amount={row.amount} currency={row.currency} />,
  },
  {
    id: 'refunded',
    header: 'Refunded',
    width: '88px',
    align: 'end',
    render: (row) => (row.refunded === 0 ? dash : <Money amount={-row.refunded} currency={row.currency} />),
  },
  {
    id: 'fee',
    header: 'Fee',
    width: '76px',
    align: 'end',
    render: (row) => (row.fee === null ? dash : <Money {...row.fee} tone="muted" />),
  },
  {
    id: 'net',
    header: 'Net',
    width: 'minmax(92px, 0.5fr)',
    align: 'end',
    render: (row) => (row.net === null ? dash : <Money {...row.net} />),
  },
];

export function PaymentsScreen() {
  const filter = useMoneyFilter('payments');
  const counts = useCall('payments.counts', filter.countsInput, { keepPrevious: true }).data?.statuses;
  const rows = usePagedRows('payments.list', filter.listInput);
  return (
    <MoneyScreen<Row>
      title="Payments"
      filter={filter}
      counts={counts}
      rows={rows}
      columns={COLUMNS}
      wordOf={(status) => paymentLook(status).word}
      rowId={(row) => row.id}
      onOpen={(row) => {
        if (row.invoiceId !== null) go(paths.invoice(row.invoiceId));
      }}
      empty={{
        icon: CreditCard,
        title: 'No payments yet',
        text: 'They appear here as soon as Stripe reports them.',
      }}
    />
  );
}
