// Entries as an accountant reads them: what happened and when, then debits and credits by the account's name.
import { accountOf } from '../../shared/domain/books/accounts.ts';
import type { Entry } from '../../shared/domain/books/entry.ts';

/** Such as `2026-03-01 invoice.finalized | Dr Accounts receivable 119.00 EUR | Cr Revenue 100.00 EUR | …`. */
export function readable(entries: readonly Entry[]): readonly string[] {
  return entries.map(({ kind, day, postings }) =>
    [
      `${day} ${kind}`,
      ...postings
        .toSorted((a, b) => Number(a.amount < 0) - Number(b.amount < 0))
        .map(({ account, currency, amount }) => {
          const side = amount > 0 ? 'Dr' : 'Cr';
          const figure = (Math.abs(amount) / 100).toFixed(2);
          return `${side} ${accountOf(account)?.name} ${figure} ${currency.toUpperCase()}`;
        }),
    ].join(' | '),
  );
}
