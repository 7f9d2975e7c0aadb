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
import { paymentLook, StatusAndNext } from './status-words.tsx';

type Row = CallOutput<'payments.list'>['rows'][number];

const dash = <span className="faint">–</span>;

const COLUMNS: readonly Column<Row>[] = [
  {
    id: 'date',
    header: 'Date',
    width: '118px',
    sortBy: 'date',
    render: (row) => <DateText day={row.date} />,
  },
  {
    id: 'customer',
    header: 'Customer',
    width: 'minmax(110px, 1.2fr)',
    render: (row) => row.customerName || dash,
  },
  {
    id: 'invoice',
    header: 'Invoice',
    width: '124px',
    render: (row) =>
      row.invoiceId === null ? (
        dash
      ) : (
        <Link href={paths.invoice(row.invoiceId)}>{row.invoiceNumber ?? 'Invoice'}</Link>
      ),
  },
  { id: 'method', header: 'Method', width: 'minmax(96px, 0.8fr)', render: (row) => row.method || dash },
  {
    id: 'status',
    header: 'Status and what to do next',
    width: 'minmax(190px, 2.4fr)',
    render: (row) => <StatusAndNext look={paymentLook(row.status, row.method)} />,
  },
  {
    id: 'amount',
    header: 'Amount',
    width: 'minmax(118px, 0.5fr)',
    align: 'end',
    render: (row) => <Money amount={row.amount} currency={row.currency} />,
  },
  {
    id: 'refunded',
    header: 'Refunded',
    width: '80px',
    align: 'end',
    render: (row) => (row.refunded === 0 ? dash : <Money amount={-row.refunded} currency={row.currency} />),
  },
  {
    id: 'fee',
    header: 'Fee',
    width: '72px',
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
