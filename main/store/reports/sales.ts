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
  WHERE p.day BETWEEN :from AND :to AND p.entry_seq <= :end AND p.account IN (SELECT value FROM json_each(+:accounts))`;

/** `revenue` and `tax` are numbers of accounts. */
export function salesByCustomer(
  db: Db,
  span: Span,
  { revenue, tax }: { readonly revenue: readonly number[]; readonly tax: number },
): readonly CustomerSales[] {
  return db.all<CustomerSales>(
    `SELECT i.customer_stripe_id AS customer, p.currency, -sum(iif(p.account = :tax, 0, p.amount)) AS net,
       -sum(iif(p.account = :tax, p.amount, 0)) AS tax, count(DISTINCT iif(p.account = :tax, NULL, p.entry_seq)) AS count ${SOLD}
     GROUP BY i.customer_stripe_id, p.currency`,
    { ...span, tax, accounts: JSON.stringify([...revenue, tax]) },
  );
}

/** Revenue of the invoices of one customer, by Stripe's id, an entry at a time; null is of those without one. */
export function revenueLinesOf(
  db: Db,
  span: Span,
  accounts: readonly number[],
  customer: string | null,
): readonly PostedLine[] {
  return db.all<PostedLine>(
    `SELECT e.seq, e.day, e.case_id, e.cause, e.version, '' AS sub, p.currency, sum(p.amount) AS amount ${SOLD}
       AND i.customer_stripe_id IS :customer
     GROUP BY e.seq, p.currency HAVING sum(p.amount) <> 0 ORDER BY e.day, e.seq`,
    { ...span, customer, accounts: JSON.stringify(accounts) },
  );
}
