// What may have changed at Stripe without a new object telling of it: looked at again after a long absence.
import type { Db } from './database.ts';

export interface Unsettled {
  /** Stripe's type name. */
  readonly object: string;
  readonly id: string;
}

/** Not final here; and what refunds, disputes and credit notes since `since` (unix seconds) have changed elsewhere. */
export function unsettledObjects(db: Db, since: number): readonly Unsettled[] {
  return db.all<Unsettled>(
    `SELECT 'invoice' AS object, stripe_id AS id FROM invoice
       WHERE stripe_id IS NOT NULL AND status IN ('draft', 'open', 'uncollectible') AND deleted = 0
     UNION SELECT 'refund', stripe_id FROM refund
       WHERE stripe_id IS NOT NULL AND status IN ('pending', 'requires_action')
     UNION SELECT 'dispute', id FROM dispute WHERE status NOT IN ('won', 'lost', 'warning_closed', 'prevented')
     UNION SELECT iif(id = charge_id, 'charge', 'payment_intent'), id FROM payment
       WHERE status NOT IN ('succeeded', 'canceled')
         OR id IN (SELECT payment_id FROM refund WHERE created >= @since)
         OR id IN (SELECT payment_id FROM dispute WHERE created >= @since)
     UNION SELECT 'invoice', json ->> '$.invoice' FROM stripe_object WHERE type = 'credit_note' AND created >= @since
     UNION SELECT type, id FROM stripe_object
       WHERE type = 'payout' AND json ->> '$.status' IN ('pending', 'in_transit')
     UNION SELECT type, id FROM stripe_object WHERE type = 'subscription' AND deleted = 0
     ORDER BY object, id`,
    { since },
  );
}

/** Objects that are here but should have stood on a page of Stripe's list: created from `from` to `to`, both included. */
export function objectsBetween(db: Db, type: string, from: number, to: number): readonly string[] {
  return db
    .all<{ id: string }>(
      'SELECT id FROM stripe_object WHERE type = ? AND deleted = 0 AND created BETWEEN ? AND ?',
      [type, from, to],
    )
    .map(({ id }) => id);
}
