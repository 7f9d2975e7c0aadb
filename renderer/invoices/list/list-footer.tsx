// The foot of the invoice list: count and sums per currency of what is shown or selected.
import type { ReactNode } from 'react';
import { useCall } from '../../data.ts';
import type { Asking } from '../../no-answer.tsx';
import { MoneyList } from '../../ui/money.tsx';
import type { ListFilter } from './filter.ts';

const MOST_IDS = 5000;

export interface ListSums {
  /** All invoices of the filter; undefined while not known. */
  readonly count: number | undefined;
  readonly counting: Asking;
  readonly footer: Readonly<Record<string, ReactNode>>;
}

export function useListSums(
  filter: ListFilter,
  selected: ReadonlySet<string>,
  firstColumn: string,
): ListSums {
  const all = useCall('invoices.sums', { filter }, { keepPrevious: true });
  const ids = [...selected].slice(0, MOST_IDS);
  const chosen = useCall('invoices.sums', { filter, ids }, { enabled: ids.length > 0, keepPrevious: true });
  const isChosen = ids.length > 0;
  const sums = isChosen ? chosen.data : all.data;
  const count = isChosen ? ids.length : sums?.count;
  return {
    count: all.data?.count,
    counting: all,
    footer: {
      [firstColumn]: count === undefined ? null : <CountText count={count} isChosen={isChosen} />,
      total: <MoneyList values={sums?.total ?? []} none="" />,
      balance: <MoneyList values={sums?.balanceDue ?? []} none="" />,
    },
  };
}

function CountText({ count, isChosen }: { readonly count: number; readonly isChosen: boolean }) {
  const noun = count === 1 ? 'invoice' : 'invoices';
  return (
    <span aria-live="polite">
      {count.toLocaleString()} {isChosen ? 'selected' : noun}
    </span>
  );
}
