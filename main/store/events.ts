// Every event of Stripe's that was seen: so that none is acted upon twice, and for the timeline.
import { z } from 'zod';
import type { Db } from './database.ts';

/** What a timeline needs of an event: no names, no addresses. */
export const EventSummary = z.object({
  /** Stripe's type of the object. */
  object: z.string(),
  status: z.string().nullable(),
  previousStatus: z.string().nullable(),
  /** Minor units of `currency`. */
  amount: z.int().nullable(),
  currency: z.string().nullable(),
  /** Stripe's reason of a refund or dispute. */
  reason: z.string().nullable(),
  /** Stripe's code of what went wrong. */
  failure: z.string().nullable(),
});
export type EventSummary = z.infer<typeof EventSummary>;

export interface SeenEvent {
  readonly id: string;
  /** Unix seconds. */
  readonly created: number;
  readonly type: string;
  readonly objectId: string | null;
  readonly invoiceStripeId: string | null;
  /** Payment intent or charge that the event is about: through it the invoice is found. */
  readonly paymentId: string | null;
  /** Stripe's id of the customer that the event is about or that its object belongs to. */
  readonly customerId: string | null;
  readonly idempotencyKey: string | null;
  readonly summary: EventSummary;
}

export function isEventKnown(db: Db, id: string): boolean {
  return db.get('SELECT 1 FROM event WHERE id = ?', [id]) !== undefined;
}

export function insertEvent(db: Db, event: SeenEvent): void {
  db.run(
    `INSERT INTO event (id, created, type, object_id, invoice_stripe_id, payment_id, customer_id, idempotency_key, summary)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING`,
    [
      event.id,
      event.created,
      event.type,
      event.objectId,
      event.invoiceStripeId,
      event.paymentId,
      event.customerId,
      event.idempotencyKey,
      JSON.stringify(event.summary),
    ],
  );
}

/** Puts an event about a payment on the timeline of the invoice it pays, once that is known. */
export function linkEvent(db: Db, event: SeenEvent): void {
  if (event.invoiceStripeId !== null || event.paymentId === null) return;
  db.run(
    `UPDATE event SET invoice_stripe_id =
       (SELECT invoice_stripe_id FROM invoice_payment WHERE payment_id = ? ORDER BY created, id LIMIT 1)
     WHERE id = ?`,
    [event.paymentId, event.id],
  );
}
