// The figures of the start page.
import type { Money } from '../../shared/contract/common.ts';
import { addDays } from '../../shared/domain/dates.ts';
import type { Db } from './database.ts';
import { type Sums, toSums } from './invoice-sums.ts';

export interface Aging {
  readonly currency: string;
  readonly current: number;
  readonly days30: number;
  readonly days60: number;
  readonly days90: number;
  readonly older: number;
}

/** Open balances by days past due. `today` is a calendar day. */
export function aging(db: Db, today: string): Aging[] {
  return db.all<Aging>(
    `SELECT currency,
       sum(iif(due_day IS NULL OR due_day >= :today, amount_remaining, 0)) AS current,
       sum(iif(due_day < :today AND due_day >= :d30, amount_remaining, 0)) AS days30,
       sum(iif(due_day < :d30 AND due_day >= :d60, amount_remaining, 0)) AS days60,
       sum(iif(due_day < :d60 AND due_day >= :d90, amount_remaining, 0)) AS days90,
       sum(iif(due_day < :d90, amount_remaining, 0)) AS older
     FROM invoice INDEXED BY invoice_facts WHERE deleted = 0 AND status = 'open' GROUP BY currency ORDER BY currency`,
    { today, d30: addDays(today, -30), d60: addDays(today, -60), d90: addDays(today, -90) },
  );
}

/** The earliest due day of what is past due. */
export function oldestPastDue(db: Db, today: string): string | null {
  const row = db.get<{ day: string | null }>(
    `SELECT min(due_sort) AS day FROM invoice INDEXED BY invoice_by_due
     WHERE deleted = 0 AND status = 'open' AND due_sort < ?`,
    [today],
  );
  return row?.day ?? null;
}

/** Invoices that became paid from a day on. */
export function paidSince(db: Db, day: string): Sums {
  return toSums(
    db.all(
      `SELECT currency, count(*) AS count, sum(amount_paid) AS total, 0 AS balance
       FROM invoice INDEXED BY invoice_by_paid WHERE deleted = 0 AND paid_day >= ? GROUP BY currency`,
      [day],
    ),
  );
}

/** What was paid in each of the 12 calendar months up to today, the months without payments included. */
export function paidByMonth(db: Db, today: string): { month: string; amounts: Money[] }[] {
  const months = lastMonths(today, 12);
  const rows = db.all<{ month: string; currency: string; amount: number }>(
    `SELECT substr(paid_day, 1, 7) AS month, currency, sum(amount_paid) AS amount
     FROM invoice INDEXED BY invoice_by_paid WHERE deleted = 0 AND paid_day >= ? GROUP BY month, currency ORDER BY month, currency`,
    [`${months[0]}-01`],
  );
  const byMonth = Map.groupBy(rows, ({ month }) => month);
  return months.map((month) => ({
    month,
    amounts: (byMonth.get(month) ?? []).map(({ amount, currency }) => ({ amount, currency })),
  }));
}

/** `YYYY-MM`, oldest first, the month of today last. */
function lastMonths(today: string, count: number): readonly string[] {
  const last = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1;
  return Array.from({ length: count }, (_, index) => {
    const month = last - (count - 1 - index);
    return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
  });
}

export interface Happening {
  readonly invoiceId: string;
  readonly number: string | null;
  readonly customerName: string;
  readonly kind: 'paid' | 'issued';
  readonly day: string;
  readonly currency: string;
  readonly total: number;
}

/** What happened last: invoices paid and issued, newest first. */
export function recentHappenings(db: Db, limit: number): readonly Happening[] {
  const columns = 'id AS invoiceId, number, customer_name AS customerName, currency, total';
  const paid = db.all<Happening>(
    `SELECT ${columns}, 'paid' AS kind, paid_day AS day FROM invoice INDEXED BY invoice_by_paid
     WHERE deleted = 0 AND paid_day > '' ORDER BY paid_day DESC LIMIT ?`,
    [limit],
  );
  const issued = db.all<Happening>(
    `SELECT ${columns}, 'issued' AS kind, issue_day AS day FROM invoice INDEXED BY invoice_by_issue
     WHERE deleted = 0 AND status = 'open' ORDER BY issue_day DESC, seq DESC LIMIT ?`,
    [limit],
  );
  return [...paid, ...issued]
    .toSorted((a, b) => (a.day === b.day ? 0 : a.day < b.day ? 1 : -1))
    .slice(0, limit);
}

export interface FirstSteps {
  readonly hasTaxRate: boolean;
  readonly hasCustomer: boolean;
  /** One that waits here, or failed, has not been sent. */
  readonly hasSentInvoice: boolean;
}

/** What a new bookkeeper has done already. */
export function firstSteps(db: Db): FirstSteps {
  const row = db.get<{ rate: number; customer: number; invoice: number }>(
    `SELECT EXISTS (SELECT 1 FROM tax_rate) AS rate, EXISTS (SELECT 1 FROM customer) AS customer,
       EXISTS (SELECT 1 FROM invoice WHERE status <> 'draft') AS invoice`,
  );
  return {
    hasTaxRate: row?.rate === 1,
    hasCustomer: row?.customer === 1,
    hasSentInvoice: row?.invoice === 1,
  };
}
