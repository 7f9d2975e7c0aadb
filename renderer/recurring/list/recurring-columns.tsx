// The columns of the list of recurring invoices.
import type { RecurringRow } from '../../../shared/contract/recurring.ts';
import { everyWords } from '../../catalogue/every-words.ts';
import type { Column } from '../../ui/data-table/types.ts';
import { DateText } from '../../ui/date-text.tsx';
import { Money } from '../../ui/money.tsx';
import { StandingBadge } from '../standing.tsx';

export const RECURRING_COLUMNS: readonly Column<RecurringRow>[] = [
  {
    id: 'next',
    header: 'Next invoice',
    width: '132px',
    sortBy: 'next',
    render: (row) => <DateText day={row.nextDay} />,
  },
  {
    id: 'customer',
    header: 'Customer',
    width: 'minmax(140px, 1.2fr)',
    sortBy: 'customer',
    render: (row) => row.customerName || <span className="faint">–</span>,
  },
  {
    id: 'items',
    header: 'Items',
    width: 'minmax(160px, 2fr)',
    render: (row) => <span className="truncate">{row.title}</span>,
  },
  {
    id: 'standing',
    header: 'Status',
    width: 'minmax(130px, 1.1fr)',
    render: (row) => <StandingBadge recurring={row} />,
  },
  {
    id: 'collects',
    header: 'Collects',
    width: '108px',
    render: (row) => (row.collects === 'send' ? 'Sent' : 'Charged'),
  },
  { id: 'every', header: 'Billed', width: '136px', render: (row) => everyWords(row.every) },
  {
    id: 'amount',
    header: 'Amount',
    width: 'minmax(110px, 0.6fr)',
    align: 'end',
    sortBy: 'amount',
    render: (row) => (
      <Money
        amount={row.amount}
        currency={row.currency}
        tone={row.standing === 'ended' ? 'faint' : 'normal'}
      />
    ),
  },
];
