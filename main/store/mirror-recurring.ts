// The rows of recurring invoices as Stripe tells them.
import type { Db } from './database.ts';
import { mirrorTable } from './mirror-table.ts';

export type MirroredRecurring = {
  readonly stripe_id: string;
  /** Used when the row is made; ours stays where there is one. */
  readonly id: string;
  readonly status: string;
  readonly customer_id: string | null;
  readonly customer_stripe_id: string;
  readonly customer_name: string;
  readonly customer_sort: string;
  readonly title: string;
  readonly words: string;
  readonly currency: string;
  readonly amount: number;
  readonly interval: string;
  readonly interval_count: number;
  readonly collection: string;
  readonly days_until_due: number | null;
  readonly anchor: number;
  readonly period_start: number;
  readonly period_end: number;
  readonly cancel_at: number | null;
  readonly ended_at: number | null;
  readonly pause: string | null;
  readonly resumes_at: number | null;
  readonly next_at: number | null;
  readonly latest_invoice: string | null;
  /** `RecurringContent` of the contract as JSON. */
  readonly content: string;
  readonly created: number;
};

export const mirroredRecurring = mirrorTable<MirroredRecurring>(
  'subscription',
  'stripe_id',
  ['id'],
  [
    'status',
    'customer_id',
    'customer_stripe_id',
    'customer_name',
    'customer_sort',
    'title',
    'words',
    'currency',
    'amount',
    'interval',
    'interval_count',
    'collection',
    'days_until_due',
    'anchor',
    'period_start',
    'period_end',
    'cancel_at',
    'ended_at',
    'pause',
    'resumes_at',
    'next_at',
    'latest_invoice',
    'content',
    'created',
  ],
);

export function knownRecurring(
  db: Db,
  stripeId: string,
): { readonly seq: number; readonly id: string } | undefined {
  return db.get('SELECT seq, id FROM subscription WHERE stripe_id = ?', [stripeId]);
}

/** Our id of a subscription; Stripe's while it is not known here. */
export function recurringIdOf(db: Db, stripeId: string): string {
  return knownRecurring(db, stripeId)?.id ?? stripeId;
}

/** Gives one made here the id that Stripe gave it; one that has an id already keeps it. */
export function adoptRecurring(db: Db, localId: string, stripeId: string): void {
  if (knownRecurring(db, stripeId)) return;
  db.run('UPDATE subscription SET stripe_id = ? WHERE id = ? AND stripe_id IS NULL', [stripeId, localId]);
}

/** What Stripe said the next invoice would be may no longer hold. */
export function forgetPreview(db: Db, seq: number): void {
  db.run('UPDATE subscription SET preview_at = NULL WHERE seq = ? AND preview_at IS NOT NULL', [seq]);
}

/** The Stripe ids of those that bill an item of ours. */
export function recurringOfItem(db: Db, itemId: string): readonly string[] {
  return db
    .all<{ stripe_id: string }>(
      `SELECT DISTINCT s.stripe_id FROM price p JOIN recurring_use u ON u.kind = 'price' AND u.id = p.id
         JOIN subscription s ON s.seq = u.subscription_seq
       WHERE p.product_id = ? AND s.stripe_id IS NOT NULL`,
      [itemId],
    )
    .map(({ stripe_id: id }) => id);
}

/** The Stripe ids of those that bill a price, by Stripe's id of it. */
export function recurringOfPrice(db: Db, priceStripeId: string): readonly string[] {
  return db
    .all<{ stripe_id: string }>(
      `SELECT s.stripe_id FROM recurring_use u JOIN subscription s ON s.seq = u.subscription_seq
       WHERE u.kind = 'price' AND u.id = ? AND s.stripe_id IS NOT NULL`,
      [priceStripeId],
    )
    .map(({ stripe_id: id }) => id);
}

/** The Stripe ids of those of a customer. */
export function recurringOfCustomer(db: Db, customerStripeId: string): readonly string[] {
  return db
    .all<{ stripe_id: string }>(
      'SELECT stripe_id FROM subscription WHERE customer_stripe_id = ? AND stripe_id IS NOT NULL',
      [customerStripeId],
    )
    .map(({ stripe_id: id }) => id);
}
