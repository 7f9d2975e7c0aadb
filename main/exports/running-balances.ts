// What accounts come to while the journal is read: all of each, and of their parts those in which something has moved.
import { CHART } from '../../shared/domain/books/accounts.ts';
import type { Posting } from '../../shared/domain/books/entry.ts';

/** Minor units; debits are positive. `sub` is empty where it is of the whole account. */
export type Balance = Posting;

export interface Balances {
  /** Accounts with all their parts. */
  readonly wholes: readonly Balance[];
  /** Accounts without parts, and parts alone; only those that have moved. */
  readonly parts: readonly Balance[];
}

export interface RunningBalances {
  add(posting: Posting): void;
  /** Everything; a part is given again only when it has moved since. */
  atMonthEnd(): Balances;
  /** What a payout moves, and what it must leave alone. */
  atPayout(): Balances;
}

/** None of them has parts. */
const OF_PAYOUTS: readonly number[] = [
  CHART.stripe.number,
  CHART.bank.number,
  CHART.payoutsInTransit.number,
  CHART.reserves.number,
];

/** Parts that have come to zero are forgotten, so that settled customers and documents take no memory. */
export function createRunningBalances(): RunningBalances {
  const wholes = new Map<string, Balance>();
  const parts = new Map<string, Balance>();
  const moved = new Set<string>();
  return {
    add(posting) {
      increase(wholes, { ...posting, sub: '' });
      moved.add(increase(parts, posting));
    },
    atMonthEnd() {
      const given = [...moved].flatMap((key) => parts.get(key) ?? []);
      for (const key of moved) if (parts.get(key)?.amount === 0) parts.delete(key);
      moved.clear();
      return { wholes: [...wholes.values()], parts: given };
    },
    atPayout() {
      const own = [...wholes.values()].filter(({ account }) => OF_PAYOUTS.includes(account));
      return { wholes: own, parts: own };
    },
  };
}

/** Answers the key of the balance. */
export function increase(
  balances: Map<string, Balance>,
  { account, sub, currency, amount }: Posting,
): string {
  const key = `${account} ${currency} ${sub}`;
  balances.set(key, { account, sub, currency, amount: (balances.get(key)?.amount ?? 0) + amount });
  return key;
}
