// The columns of the list of proposed reminders.
import type { Reminder } from '../../shared/contract/reminders.ts';
import { dayOf } from '../../shared/domain/dates.ts';
import { Link } from 'react-aria-components/Link';
import { paths } from '../paths.ts';
import type { Column } from '../ui/data-table/types.ts';
import { DateText } from '../ui/date-text.tsx';
import { useReading } from '../ui/format.ts';
import { Money } from '../ui/money.tsx';
import { shortStepWords } from './step-words.ts';
import { dash } from '../ui/dash.tsx';

/** How late it is, as on the badge of an invoice. */
function lateness(days: number): string {
  if (days <= 0) return days === 0 ? 'today' : `in ${-days} days`;
  return days === 1 ? '1 day' : `${days} days`;
}

export const REMINDER_COLUMNS: readonly Column<Reminder>[] = [
  {
    id: 'customer',
    header: 'Customer',
    width: 'minmax(140px, 1.4fr)',
    render: (row) => row.customerName || dash,
  },
  {
    id: 'number',
    header: 'Invoice',
    width: '136px',
    render: (row) => (
      <Link href={paths.invoice(row.invoiceId)} className="tabular">
        {row.number ?? 'Invoice'}
      </Link>
    ),
  },
  { id: 'late', header: 'Past due', width: '84px', render: (row) => lateness(row.daysPastDue) },
  {
    id: 'step',
    header: 'Reminder',
    width: 'minmax(136px, 0.8fr)',
    render: (row) => (
      <>
        {shortStepWords(row.step)}
        {row.remindedBefore > 0 && <span className="muted"> · {ordinal(row.remindedBefore + 1)}</span>}
      </>
    ),
  },
  {
    id: 'email',
    header: 'To',
    width: 'minmax(140px, 1.2fr)',
    render: (row) => row.email || <span className="muted">No e-mail address</span>,
  },
  {
    id: 'sent',
    header: 'Last e-mail',
    width: '104px',
    render: (row) => <SentDay at={row.sentAt} />,
  },
  {
    id: 'balance',
    header: 'Balance due',
    width: 'minmax(112px, 0.6fr)',
    align: 'end',
    render: (row) => <Money amount={row.balanceDue} currency={row.currency} />,
  },
];

function SentDay({ at }: { readonly at: number | null }) {
  const { timeZone } = useReading();
  return <DateText day={at === null ? null : dayOf(at, timeZone)} />;
}

function ordinal(nth: number): string {
  const ending = { one: 'st', two: 'nd', few: 'rd', other: 'th', zero: 'th', many: 'th' };
  return `${nth}${ending[new Intl.PluralRules('en', { type: 'ordinal' }).select(nth)]}`;
}
