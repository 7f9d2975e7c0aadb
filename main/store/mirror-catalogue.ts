// The rows of items, prices and coupons as Stripe tells them.
import type { Db } from './database.ts';
import { mirrorTable } from './mirror-table.ts';

export type MirroredProduct = {
  readonly stripe_id: string;
  /** Used when the row is made; ours stays where there is one. */
  readonly id: string;
  readonly name: string;
  readonly name_sort: string;
  readonly description: string;
  readonly unit_label: string;
  readonly words: string;
  readonly default_price: string | null;
  readonly active: number;
  readonly deleted: number;
  readonly created: number;
};

export const mirroredProducts = mirrorTable<MirroredProduct>(
  'product',
  'stripe_id',
  ['id'],
  [
    'name',
    'name_sort',
    'description',
    'unit_label',
    'words',
    'default_price',
    'active',
    'deleted',
    'created',
  ],
);

export interface KnownThing {
  readonly id: string;
  readonly work: 'queued' | 'failed' | null;
}

export function knownProduct(db: Db, stripeId: string): KnownThing | undefined {
  return db.get<KnownThing>('SELECT id, work FROM product WHERE stripe_id = ?', [stripeId]);
}

/** Gives an item made here the id that Stripe gave it; one that has an id already keeps it. */
export function adoptProduct(db: Db, localId: string, stripeId: string): void {
  if (knownProduct(db, stripeId)) return;
  db.run('UPDATE product SET stripe_id = ? WHERE id = ? AND stripe_id IS NULL', [stripeId, localId]);
}

/** Prices may arrive before their item. */
export function linkPricesOfProduct(db: Db, id: string, stripeId: string): void {
  db.run('UPDATE price SET product_id = ? WHERE product_stripe_id = ? AND product_id IS NOT ?', [
    id,
    stripeId,
    id,
  ]);
}

export function markProductDeleted(db: Db, stripeId: string): void {
  db.run('UPDATE product SET deleted = 1, active = 0 WHERE stripe_id = ?', [stripeId]);
}

export type MirroredPrice = {
  readonly stripe_id: string;
  readonly id: string;
  readonly product_id: string | null;
  readonly product_stripe_id: string;
  readonly currency: string;
  readonly unit_amount_decimal: string | null;
  readonly interval: string | null;
  readonly interval_count: number | null;
  readonly label: string;
  readonly active: number;
  readonly created: number;
};

export const mirroredPrices = mirrorTable<MirroredPrice>(
  'price',
  'stripe_id',
  ['id'],
  [
    'product_id',
    'product_stripe_id',
    'currency',
    'unit_amount_decimal',
    'interval',
    'interval_count',
    'label',
    'active',
    'created',
  ],
);

export function knownPrice(db: Db, stripeId: string): KnownThing | undefined {
  return db.get<KnownThing>('SELECT id, work FROM price WHERE stripe_id = ?', [stripeId]);
}

export function adoptPrice(db: Db, localId: string, stripeId: string): void {
  if (knownPrice(db, stripeId)) return;
  db.run('UPDATE price SET stripe_id = ? WHERE id = ? AND stripe_id IS NULL', [stripeId, localId]);
}

export type MirroredCoupon = {
  readonly id: string;
  readonly name: string;
  readonly percent_off: string | null;
  readonly amount_off: number | null;
  readonly currency: string | null;
  readonly duration: string;
  readonly months: number | null;
  readonly valid: number;
  readonly deleted: number;
  readonly redeemed: number;
  readonly redeem_by: number | null;
  readonly max_redemptions: number | null;
  readonly created: number;
};

export const mirroredCoupons = mirrorTable<MirroredCoupon>(
  'coupon',
  'id',
  [],
  [
    'name',
    'percent_off',
    'amount_off',
    'currency',
    'duration',
    'months',
    'valid',
    'deleted',
    'redeemed',
    'redeem_by',
    'max_redemptions',
    'created',
  ],
);

export function markCouponDeleted(db: Db, id: string): void {
  db.run('UPDATE coupon SET deleted = 1, valid = 0 WHERE id = ?', [id]);
}
