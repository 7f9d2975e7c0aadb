// A customer's payments from before one of them was disputed, with what tells whether they can speak for it.
import type { Db } from './database.ts';

export interface PriorFacts {
  readonly charge_id: string;
  readonly day: string;
  readonly currency: string;
  readonly amount: number;
  readonly invoice_id: string | null;
  readonly number: string | null;
  /** 0 or 1: Stripe tells of a dispute of it, however it stands. */
  readonly disputed: number;
  /** 0 or 1: paid back as fraud. */
  readonly fraud: number;
  /** What Stripe said of the charge. */
  readonly json: string;
}

/** Two a day in the time that counts. */
const MOST = 500;

/**
 * Newest first. Payments of other customers are left out, even with the same card: what is said of them is other people's.
 * `until` and `since` are unix seconds of their charges.
 */
export function paymentsBefore(
  db: Db,
  { paymentId, since, until }: { readonly paymentId: string; readonly since: number; readonly until: number },
): readonly PriorFacts[] {
  return db.all<PriorFacts>(
    `SELECT p.charge_id, p.day, p.currency, p.amount_received AS amount, i.id AS invoice_id, i.number, o.json,
       EXISTS (SELECT 1 FROM dispute d WHERE d.payment_id = p.id) AS disputed,
       EXISTS (SELECT 1 FROM refund r WHERE r.payment_id = p.id AND r.reason = 'fraudulent') AS fraud
     FROM payment own CROSS JOIN payment p INDEXED BY payment_of_stripe_customer ON p.customer_stripe_id = own.customer_stripe_id
       JOIN stripe_object o ON o.id = p.charge_id
       LEFT JOIN invoice i ON i.stripe_id = p.invoice_stripe_id AND i.deleted = 0
     WHERE own.id = +? AND p.id <> own.id AND p.status = 'succeeded' AND p.created >= ? AND p.created <= ?
     ORDER BY p.created DESC, p.id LIMIT ${MOST}`,
    [paymentId, since, until],
  );
}
