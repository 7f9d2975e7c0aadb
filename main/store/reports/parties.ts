// Who and what the postings of a report are about: customers and documents by Stripe's ids, as they are called now.
import type { Db } from '../database.ts';

export interface CustomerRef {
  /** Ours. */
  readonly id: string;
  readonly stripe_id: string | null;
  readonly name: string;
  /** By which names are put in order. */
  readonly name_sort: string;
  readonly seq: number;
}

const CUSTOMER = 'SELECT seq, id, stripe_id, name, name_sort FROM customer';

/** By our id. */
export function customerRef(db: Db, id: string): CustomerRef | undefined {
  return db.get<CustomerRef>(`${CUSTOMER} WHERE id = ?`, [id]);
}

export function customerByStripeId(db: Db, stripeId: string): CustomerRef | undefined {
  return db.get<CustomerRef>(`${CUSTOMER} WHERE stripe_id = ?`, [stripeId]);
}

/** Those that Stripe has, after one of them, in the order in which they came. */
export function customerRefs(db: Db, after: number, limit: number): readonly CustomerRef[] {
  return db.all<CustomerRef>(`${CUSTOMER} WHERE seq > ? AND stripe_id IS NOT NULL ORDER BY seq LIMIT ?`, [
    after,
    limit,
  ]);
}

export interface InvoiceRef {
  readonly id: string;
  readonly number: string | null;
  readonly customer_name: string;
  readonly customer_stripe_id: string | null;
  readonly issue_day: string;
  readonly due_day: string | null;
  readonly total: number;
}

export function invoiceByStripeId(db: Db, stripeId: string): InvoiceRef | undefined {
  return db.get<InvoiceRef>(
    `SELECT id, number, customer_name, customer_stripe_id, issue_day, due_day, total FROM invoice WHERE stripe_id = ?`,
    [stripeId],
  );
}

/** Our id and the number of a credit note. */
export function creditNoteByStripeId(
  db: Db,
  stripeId: string,
): { readonly id: string; readonly number: string | null } | undefined {
  return db.get('SELECT id, number FROM credit_note WHERE stripe_id = ?', [stripeId]);
}
