// The trial balance: every account with what it came to before a period, what moved in it, and what it comes to.
import { accountOf } from '../../shared/domain/books/accounts.ts';
import type { TrialBalanceRow } from '../../shared/contract/ledger.ts';
import { addDays } from '../../shared/domain/dates.ts';
import type { Db } from '../store/database.ts';
import { type AccountSum, sumsBefore } from '../store/ledger-sums.ts';

export interface Period {
  /** Calendar days, both included; null for the first and the last of all. */
  readonly from: string | null;
  readonly to: string | null;
}

export function trialBalance(db: Db, { from, to }: Period): readonly TrialBalanceRow[] {
  const before = from === null ? [] : sumsBefore(db, from);
  return rowsOf(before, sumsBefore(db, to === null ? null : addDays(to, 1)));
}

/** Pure: `before` and `until` are sums from the beginning of the books. */
function rowsOf(before: readonly AccountSum[], until: readonly AccountSum[]): readonly TrialBalanceRow[] {
  const openings = new Map(before.map((sum) => [`${sum.account} ${sum.currency}`, sum]));
  const rows = until.flatMap(({ account, currency, debit, credit }) => {
    const info = accountOf(account);
    if (!info) return [];
    const opening = openings.get(`${account} ${currency}`) ?? { debit: 0, credit: 0 };
    return [
      {
        account,
        name: info.name,
        type: info.type,
        currency,
        opening: opening.debit - opening.credit,
        debit: debit - opening.debit,
        credit: credit - opening.credit,
        closing: debit - credit,
      },
    ];
  });
  return rows.toSorted((a, b) => a.account - b.account || (a.currency < b.currency ? -1 : 1));
}
