// All refunds: how each stands, and what to do when one did not arrive.
import { Undo2 } from 'lucide-react';
import type { CallOutput } from '../../shared/contract/calls.ts';
import { UnmatchedBanner } from '../corrections/unmatched-banner.tsx';
import { useCall } from '../data.ts';
import { usePagedRows } from '../paged-rows.ts';
import { go, paths } from '../paths.ts';
import type { Column } from '../ui/data-table/types.ts';
import { DateText } from '../ui/date-text.tsx';
import { Money } from '../ui/money.tsx';
import { MoneyScreen } from './money-screen.tsx';
import { useMoneyFilter } from './use-money-filter.ts';
import { reasonWords, refundLook, StatusAndNext } from './status-words.tsx';
import { InvoiceLink } from '../invoices/invoice-link.tsx';
import { dash } from '../ui/dash.tsx';

type Row = CallOutput<'refunds.list'>['rows'][number];

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
    width: 'minmax(150px, 1.6fr)',
    render: (row) => row.customerName || dash,
  },
  {
    id: 'invoice',
    header: 'Invoice',
    width: '124px',
    render: (row) => <InvoiceLink of={row} />,
  },
  {
    id: 'status',
    header: 'Status and what to do next',
    width: 'minmax(220px, 2.4fr)',
    render: (row) => <StatusAndNext look={refundLook(row.status)} next={nextStep(row)} />,
  },
  {
    id: 'reason',
    header: 'Reason',
    width: 'minmax(120px, 1fr)',
    render: (row) => (row.reason === null ? dash : reasonWords(row.reason)),
  },
  {
    id: 'amount',
    header: 'Amount',
    width: 'minmax(112px, 0.6fr)',
    align: 'end',
    render: (row) => <Money amount={row.amount} currency={row.currency} />,
  },
];

function nextStep({ status, failureReason }: Row): string {
  const { next } = refundLook(status);
  return failureReason === null ? next : `${next} (${reasonWords(failureReason)})`;
}

export function RefundsScreen() {
  const filter = useMoneyFilter('refunds');
  const counting = useCall('refunds.counts', filter.countsInput, { keepPrevious: true });
  const rows = usePagedRows('refunds.list', filter.listInput);
  return (
    <MoneyScreen<Row>
      title="Refunds"
      filter={filter}
      counting={counting}
      rows={rows}
      columns={COLUMNS}
      wordOf={(status) => refundLook(status).word}
      rowId={(row) => row.id}
      onOpen={(row) => {
        if (row.invoiceId !== null) go(paths.invoice(row.invoiceId));
      }}
      notice={<UnmatchedBanner />}
      empty={{
        icon: Undo2,
        title: 'No refunds',
        text: 'A payment is refunded from the page of its invoice.',
      }}
    />
  );
}
