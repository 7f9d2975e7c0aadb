// The bank's lines of one kind, decided by key or opened.
import { CheckCheck } from 'lucide-react';
import type { BankLine } from '../../shared/contract/bank.ts';
import type { CallInput } from '../../shared/contract/calls.ts';
import { usePagedRows } from '../paged-rows.ts';
import { PagedTable } from '../paged-table.tsx';
import { go, paths } from '../paths.ts';
import { EmptyState } from '../ui/states.tsx';
import { LINE_COLUMNS } from './line-columns.tsx';
import type { Decisions } from './use-decisions.ts';

export type View = CallInput<'bank.lines'>['view'];

const EMPTY: Readonly<Record<View, { readonly title: string; readonly text: string }>> = {
  review: {
    title: 'Nothing to match',
    text: 'Every line that may be from Stripe has its payout, or was set aside.',
  },
  matched: {
    title: 'Nothing matched yet',
    text: 'Lines that are beyond doubt a payout appear here by themselves, and those that you match.',
  },
  aside: { title: 'Nothing set aside', text: 'What you say is not from Stripe is kept here.' },
  other: { title: 'No other lines', text: 'What the bank booked and is not from Stripe is listed here.' },
};

export interface LinesTableProps {
  readonly view: View;
  readonly count: number;
  readonly decisions: Decisions;
  readonly takesFocus: boolean;
}

export function LinesTable({ view, count, decisions, takesFocus }: LinesTableProps) {
  const rows = usePagedRows('bank.lines', { view });
  const open = ({ id }: BankLine): void => go(paths.bankLine(id));
  return (
    <PagedTable<BankLine>
      label="Lines of the bank’s statements"
      columns={LINE_COLUMNS}
      count={count}
      rows={rows}
      rowId={(line) => line.id}
      onOpen={open}
      rowCommands={[
        { id: 'accept', title: 'Accept the payout', shortcut: 'a', run: decisions.accept },
        { id: 'match', title: 'Match with another payout', shortcut: 'm', run: open },
        { id: 'reject', title: 'Not this payout', shortcut: 'u', run: decisions.reject },
        {
          id: 'aside',
          title: 'Set aside, or bring back',
          shortcut: 'x',
          run: (line) => decisions.setAside(line, line.standing !== 'aside'),
        },
      ]}
      empty={
        <EmptyState icon={CheckCheck} title={EMPTY[view].title}>
          {EMPTY[view].text}
        </EmptyState>
      }
      memoryKey={`reconcile-${view}`}
      autoFocus={takesFocus}
    />
  );
}
