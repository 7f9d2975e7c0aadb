// The foot of a list with a tab for each status: how many rows there are, and how much money they are about.
import { addMoney } from './add-money.ts';
import type { MoneyValue } from '../ui/money.tsx';

export interface StatusSum {
  readonly status: string;
  readonly count: number;
  readonly sum: readonly MoneyValue[];
}

export interface ListSums {
  /** Undefined while not known. */
  readonly count: number | undefined;
  readonly money: readonly MoneyValue[];
  /** Some of the rows are not in the sum. */
  readonly isPart: boolean;
}

/** In the list of all, what came to nothing is counted, and its money is not: nobody has it. */
export function sumsOf(
  entries: readonly StatusSum[] | undefined,
  selected: string,
  cameToSomething: (status: string) => boolean,
): ListSums {
  const shown = entries?.filter(({ status }) => selected === 'all' || status === selected) ?? [];
  const summed = selected === 'all' ? shown.filter(({ status }) => cameToSomething(status)) : shown;
  return {
    count: entries && shown.reduce((sum, { count }) => sum + count, 0),
    money: addMoney(summed.map(({ sum }) => sum)),
    isPart: summed.length < shown.filter(({ count }) => count > 0).length,
  };
}

const CAME_TO_NOTHING: ReadonlySet<string> = new Set(['failed', 'canceled', 'void']);

/** Of refunds, payouts, credit notes and disputes, by Stripe's status. */
export function isInForce(status: string): boolean {
  return !CAME_TO_NOTHING.has(status);
}
