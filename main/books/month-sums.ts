// Sums of the accounts by month, added up from entries in memory, to be compared with those that are kept.
import type { MonthSum } from '../store/ledger-sums.ts';
import type { JournalEntry } from '../store/journal.ts';

type Sum = Pick<MonthSum, 'account' | 'currency'>;

export interface MonthSums {
  add(entry: Pick<JournalEntry, 'day' | 'postings'>): void;
  /** Null when every kept sum is one of these, and the other way round. */
  firstDifferent(kept: readonly MonthSum[]): Sum | null;
}

export function createMonthSums(): MonthSums {
  const sums = new Map<string, MonthSum>();
  return {
    add({ day, postings }) {
      const month = day.slice(0, 7);
      for (const { account, currency, amount } of postings) {
        const key = keyOf({ account, currency, month });
        const { debit = 0, credit = 0 } = sums.get(key) ?? {};
        const [more, less] = [Math.max(amount, 0), Math.max(-amount, 0)];
        sums.set(key, { account, currency, month, debit: debit + more, credit: credit + less });
      }
    },
    firstDifferent(kept) {
      const keptByKey = new Map(kept.map((sum) => [keyOf(sum), sum]));
      const wrong = [...sums.values(), ...kept].find((sum) => {
        const [one, other] = [sums.get(keyOf(sum)), keptByKey.get(keyOf(sum))];
        return one?.debit !== other?.debit || one?.credit !== other?.credit;
      });
      return wrong ? { account: wrong.account, currency: wrong.currency } : null;
    },
  };
}

function keyOf({ account, currency, month }: Pick<MonthSum, 'account' | 'currency' | 'month'>): string {
  return `${account} ${currency} ${month}`;
}
