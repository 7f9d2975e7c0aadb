// All disputes: why each was opened, until when it can be answered, what Stripe holds for it, and how it ended.
import { Gavel } from 'lucide-react';
import type { DisputeRow } from '../../shared/contract/disputes.ts';
import { dayOf, formatDay } from '../../shared/domain/dates.ts';
import { DISPUTE_STANDINGS } from '../../shared/domain/disputes.ts';
import {
  deadlineWords,
  disputeReason,
  shortDisputeReason,
  standingWord,
} from '../../shared/text/dispute-words.ts';
import { useCall } from '../data.ts';
import { usePagedRows } from '../paged-rows.ts';
import { go, paths } from '../paths.ts';
import { MoneyScreen } from '../payments/money-screen.tsx';
import { StatusAndNext } from '../payments/status-words.tsx';
import { useMoneyFilter } from '../payments/use-money-filter.ts';
import type { Column } from '../ui/data-table/types.ts';
import { DateText } from '../ui/date-text.tsx';
import { useReading } from '../ui/format.ts';
import { Money } from '../ui/money.tsx';
import { disputeLook } from './dispute-look.ts';
import { InvoiceLink } from '../invoices/invoice-link.tsx';
import { dash } from '../ui/dash.tsx';

const COLUMNS: readonly Column<DisputeRow>[] = [
  {
    id: 'date',
    header: 'Opened',
    width: '112px',
    sortBy: 'date',
    render: (row) => <DateText day={row.date} />,
  },
  {
    id: 'customer',
    header: 'Customer',
    width: 'minmax(116px, 1.6fr)',
    render: (row) => row.customerName || dash,
  },
  {
    id: 'invoice',
    header: 'Invoice',
    width: 'minmax(128px, 0.8fr)',
    render: (row) => <InvoiceLink of={row} />,
  },
  {
    id: 'status',
    header: 'Status and deadline',
    width: 'minmax(226px, 2fr)',
    render: (row) => <Status row={row} />,
  },
  {
    id: 'reason',
    header: 'Reason',
    width: 'minmax(124px, 1fr)',
    render: (row) => (
      <span className="truncate" title={disputeReason(row.reason)}>
        {shortDisputeReason(row.reason)}
      </span>
    ),
  },
  {
    id: 'withheld',
    header: 'Withheld',
    width: 'minmax(100px, 0.5fr)',
    align: 'end',
    render: (row) =>
      row.withheld === null || row.withheld.amount === 0 ? dash : <Money {...row.withheld} />,
  },
  {
    id: 'fee',
    header: 'Fee',
    width: '76px',
    align: 'end',
    render: (row) => (row.fee === null || row.fee.amount === 0 ? dash : <Money {...row.fee} />),
  },
  {
    id: 'amount',
    header: 'Amount',
    width: 'minmax(108px, 0.5fr)',
    align: 'end',
    render: (row) => <Money amount={row.amount} currency={row.currency} />,
  },
];

/** While an answer is possible it is the deadline that counts. */
function Status({ row }: { readonly row: DisputeRow }) {
  const { locale, timeZone } = useReading();
  const look = disputeLook(row);
  const left = row.standing === 'needs-answer' ? deadlineWords(row.daysLeft) : null;
  const day = row.dueBy === null ? '' : formatDay(dayOf(row.dueBy, timeZone), locale, 'medium');
  return (
    <span title={left === null ? look.next : `Answer by ${day}`}>
      <StatusAndNext look={look} next={left ?? ''} />
    </span>
  );
}

export function DisputesScreen() {
  const filter = useMoneyFilter('disputes');
  const counting = useCall('disputes.counts', filter.countsInput, { keepPrevious: true });
  const rows = usePagedRows('disputes.list', filter.listInput);
  return (
    <MoneyScreen<DisputeRow>
      title="Disputes"
      filter={filter}
      counting={counting}
      rows={rows}
      columns={COLUMNS}
      wordOf={wordOf}
      rowId={(row) => row.id}
      onOpen={(row) => go(paths.dispute(row.id))}
      empty={{
        icon: Gavel,
        title: 'No disputes',
        text: 'When a customer’s bank disputes a payment, it appears here with the last day to answer.',
      }}
    />
  );
}

function wordOf(status: string): string {
  const standing = DISPUTE_STANDINGS.find((known) => known === status);
  return standing === undefined ? status : standingWord(standing);
}
