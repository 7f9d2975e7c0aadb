// Sums of the accounts, from the months that are kept as sums and the postings of a month that is not whole.
import type { Db } from './database.ts';

export interface AccountSum {
  readonly account: number;
  readonly currency: string;
  readonly debit: number;
  /** Positive. */
  readonly credit: number;
}

/** What was posted before a day, by account and currency; everything when it is null. */
export function sumsBefore(db: Db, day: string | null): readonly AccountSum[] {
  if (day === null) {
    return db.all<AccountSum>(
      'SELECT account, currency, sum(debit) AS debit, sum(credit) AS credit FROM account_sum GROUP BY account, currency',
    );
  }
  const month = day.slice(0, 7);
  return db.all<AccountSum>(
    `SELECT account, currency, sum(debit) AS debit, sum(credit) AS credit FROM (
       SELECT account, currency, debit, credit FROM account_sum WHERE month < :month
       UNION ALL
       SELECT p.account, p.currency, max(p.amount, 0), max(-p.amount, 0)
       FROM journal_entry e INDEXED BY journal_entry_by_day CROSS JOIN posting p ON p.entry_seq = e.seq
       WHERE e.day >= :month || '-01' AND e.day < :day)
     GROUP BY account, currency`,
    { month, day },
  );
}

export interface MonthSum extends AccountSum {
  /** `2026-11` */
  readonly month: string;
}

/** Every kept sum. */
export function monthSums(db: Db): readonly MonthSum[] {
  return db.all<MonthSum>('SELECT account, currency, month, debit, credit FROM account_sum');
}

export interface CurrencySum {
  readonly currency: string;
  readonly sum: number;
}

/** The balance of an account per currency; debits are positive. */
export function balanceOf(db: Db, account: number): readonly CurrencySum[] {
  return db.all<CurrencySum>(
    'SELECT currency, sum(debit - credit) AS sum FROM account_sum WHERE account = ? GROUP BY currency ORDER BY currency',
    [account],
  );
}

/** All movements of Stripe's balance that are kept, after fees, per currency. */
export function movementSums(db: Db): readonly CurrencySum[] {
  return db.all<CurrencySum>(
    'SELECT currency, sum(net) AS sum FROM balance_transaction GROUP BY currency ORDER BY currency',
  );
}

/** What Stripe says is left of its open invoices, per currency. */
export function openInvoiceSums(db: Db): readonly CurrencySum[] {
  return db.all<CurrencySum>(
    `SELECT currency, sum(amount_remaining) AS sum FROM invoice INDEXED BY invoice_facts
     WHERE deleted = 0 AND status = 'open' GROUP BY currency ORDER BY currency`,
  );
}
