// Revenue as it was posted, by whom it came from.
import type { Db } from '../database.ts';
import type { PostedLine, Span } from './posted.ts';

export interface CustomerSales {
  /** Stripe's; null where the invoice has none or is not here. */
  readonly customer: string | null;
  readonly currency: string;
  /** Positive, without tax. */
  readonly net: number;
  readonly tax: number;
  /** Of entries that moved revenue: invoices, credit notes, voids. */
  readonly count: number;
}

const SOLD = `FROM posting p INDEXED BY posting_of_account_by_day CROSS JOIN journal_entry e ON e.seq = p.entry_seq
  LEFT JOIN invoice i ON i.stripe_id = e.case_id
  WHERE p.day BETWEEN :from AND :to AND p.entry_seq <= :end AND p.account IN (+:revenue, +:tax)`;

/** `revenue` and `tax` are numbers of accounts. */
export function salesByCustomer(
  db: Db,
  span: Span,
  accounts: { readonly revenue: number; readonly tax: number },
): readonly CustomerSales[] {
  return db.all<CustomerSales>(
    `SELECT i.customer_stripe_id AS customer, p.currency, -sum(iif(p.account = :revenue, p.amount, 0)) AS net,
       -sum(iif(p.account = :tax, p.amount, 0)) AS tax, sum(p.account = :revenue) AS count ${SOLD}
     GROUP BY i.customer_stripe_id, p.currency`,
    { ...span, ...accounts },
  );
}

/** Revenue of the invoices of one customer, by Stripe's id; null is of those without one. */
export function revenueLinesOf(
  db: Db,
  span: Span,
  account: number,
  customer: string | null,
): readonly PostedLine[] {
  return db.all<PostedLine>(
    `SELECT e.seq, e.day, e.case_id, e.cause, e.version, p.sub, p.currency, p.amount
     FROM posting p INDEXED BY posting_of_account_by_day CROSS JOIN journal_entry e ON e.seq = p.entry_seq
       LEFT JOIN invoice i ON i.stripe_id = e.case_id
     WHERE p.day BETWEEN :from AND :to AND p.entry_seq <= :end AND p.account = +:account AND i.customer_stripe_id IS :customer
     ORDER BY p.day, p.entry_seq`,
    { ...span, account, customer },
  );
}
