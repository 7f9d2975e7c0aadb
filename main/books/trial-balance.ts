// The trial balance: every account with what it came to before a period, what moved in it, and what it comes to.
import type { TrialBalanceRow } from '../../shared/contract/ledger.ts';
import { addDays, isReversed, REVERSED_WORDS } from '../../shared/domain/dates.ts';
import { invalidInput } from '../refusal.ts';
import type { Db } from '../store/database.ts';
import { type AccountSum, sumsBefore } from '../store/ledger-sums.ts';
import { type Chart, readChart } from './chart.ts';

export interface Period {
  /** Calendar days, both included; null for the first and the last of all. */
  readonly from: string | null;
  readonly to: string | null;
}

/** Amounts are minor units. Refuses a period that ends before it begins: what moved in it would be figures of nothing. */
export function trialBalance(db: Db, { from, to }: Period): readonly TrialBalanceRow[] {
  if (isReversed({ from, to })) throw invalidInput('from', REVERSED_WORDS);
  const before = from === null ? [] : sumsBefore(db, from);
  return rowsOf(readChart(db), before, sumsBefore(db, to === null ? null : addDays(to, 1)));
}

/** Pure: `before` and `until` are sums from the beginning of the books. */
function rowsOf(
  chart: Chart,
  before: readonly AccountSum[],
  until: readonly AccountSum[],
): readonly TrialBalanceRow[] {
  const openings = new Map(before.map((sum) => [`${sum.account} ${sum.currency}`, sum]));
  const rows = until.map(({ account, currency, debit, credit }) => {
    const { name, number, type } = chart.of(account);
    const opening = openings.get(`${account} ${currency}`) ?? { debit: 0, credit: 0 };
    return {
      account,
      number,
      name,
      type,
      currency,
      opening: opening.debit - opening.credit,
      debit: debit - opening.debit,
      credit: credit - opening.credit,
      closing: debit - credit,
    };
  });
  return rows.toSorted((a, b) => a.account - b.account || (a.currency < b.currency ? -1 : 1));
}
