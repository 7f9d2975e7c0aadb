// Payouts that should have arrived within the statements and are in none.
import { Landmark } from 'lucide-react';
import type { PayoutBrief } from '../../shared/contract/bank.ts';
import type { CallOutput } from '../../shared/contract/calls.ts';
import { go, paths } from '../paths.ts';
import { StatusAndNext } from '../payments/status-words.tsx';
import { payoutLook } from '../payouts/payout-status.ts';
import { DataTable } from '../ui/data-table/data-table.tsx';
import type { Column } from '../ui/data-table/types.ts';
import { DateText } from '../ui/date-text.tsx';
import { Money } from '../ui/money.tsx';
import { EmptyState } from '../ui/states.tsx';

const COLUMNS: readonly Column<PayoutBrief>[] = [
  { id: 'arrival', header: 'Due', width: '132px', render: (row) => <DateText day={row.arrival} /> },
  {
    id: 'status',
    header: 'At Stripe',
    width: 'minmax(180px, 2fr)',
    render: (row) => <StatusAndNext look={payoutLook(row.status)} />,
  },
  { id: 'id', header: 'Stripe id', width: 'minmax(200px, 2fr)', render: (row) => <code>{row.id}</code> },
  {
    id: 'amount',
    header: 'Amount',
    width: 'minmax(132px, 0.8fr)',
    align: 'end',
    render: (row) => <Money amount={row.amount} currency={row.currency} />,
  },
];

export interface MissingTableProps {
  readonly missing: CallOutput<'bank.overview'>['missing'];
  readonly takesFocus: boolean;
}

export function MissingTable({ missing: { count, first }, takesFocus }: MissingTableProps) {
  return (
    <DataTable<PayoutBrief>
      label="Payouts that did not arrive"
      columns={COLUMNS}
      count={first.length}
      rowAt={(index) => first[index]}
      rowId={(row) => row.id}
      onOpen={(row) => go(paths.payout(row.id))}
      {...(count > first.length ? { footer: { arrival: `The oldest ${first.length} of ${count}` } } : {})}
      empty={
        <EmptyState icon={Landmark} title="Every payout arrived">
          Each payout that was due within your statements is in them.
        </EmptyState>
      }
      memoryKey="reconcile-missing"
      autoFocus={takesFocus}
    />
  );
}
