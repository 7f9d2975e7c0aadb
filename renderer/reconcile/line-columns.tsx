// The columns of the bank's lines: what the bank booked, the payout that it is, and what is between the two.
import { Link } from 'react-aria-components/Link';
import type { BankLine } from '../../shared/contract/bank.ts';
import { paths } from '../paths.ts';
import { LookBadge } from '../payments/status-words.tsx';
import type { Column } from '../ui/data-table/types.ts';
import { DateText } from '../ui/date-text.tsx';
import { Money } from '../ui/money.tsx';
import { differenceOf, standingLook } from './standing.ts';
import { dash } from '../ui/dash.tsx';

export const LINE_COLUMNS: readonly Column<BankLine>[] = [
  { id: 'day', header: 'Booked', width: '112px', render: (line) => <DateText day={line.day} /> },
  {
    id: 'words',
    header: 'What the bank says',
    width: 'minmax(200px, 3fr)',
    render: (line) => <BankWords line={line} />,
  },
  {
    id: 'standing',
    header: 'Status',
    width: '148px',
    render: ({ standing }) => <LookBadge look={standingLook(standing)} />,
  },
  {
    id: 'amount',
    header: 'Amount',
    width: 'minmax(112px, 0.6fr)',
    align: 'end',
    render: (line) => <Money amount={line.amount} currency={line.currency} />,
  },
  {
    id: 'arrival',
    header: 'Payout due',
    width: '112px',
    align: 'end',
    render: ({ payout }) => (payout === null ? dash : <DateText day={payout.arrival} />),
  },
  {
    id: 'payout',
    header: 'Payout',
    width: 'minmax(112px, 0.6fr)',
    align: 'end',
    render: ({ payout }) =>
      payout === null ? (
        dash
      ) : (
        <Link href={paths.payout(payout.id)}>
          <Money amount={payout.amount} currency={payout.currency} />
        </Link>
      ),
  },
  {
    id: 'difference',
    header: 'Difference',
    width: 'minmax(96px, 0.4fr)',
    align: 'end',
    render: (line) => <Difference line={line} />,
  },
];

function BankWords({ line: { counterparty, text } }: { readonly line: BankLine }) {
  if (counterparty === '' && text === '') return dash;
  return (
    <span className="truncate" title={`${counterparty} ${text}`.trim()}>
      {counterparty === '' ? (
        text
      ) : (
        <>
          {counterparty} <span className="muted">{text}</span>
        </>
      )}
    </span>
  );
}

export interface DifferenceProps {
  readonly line: Pick<BankLine, 'amount' | 'currency' | 'payout'>;
  /** Of what is not zero: only a pair that stands is a matter of concern. */
  readonly tone?: 'bad' | 'muted';
}

export function Difference({ line, tone = 'bad' }: DifferenceProps) {
  const difference = differenceOf(line);
  if (difference === null) return dash;
  return <Money amount={difference} currency={line.currency} tone={difference === 0 ? 'faint' : tone} />;
}
