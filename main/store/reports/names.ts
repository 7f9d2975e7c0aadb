// What tax rates and items are called, by Stripe's ids.
import type { Db } from '../database.ts';

export interface RateName {
  readonly name: string;
  /** Decimal text. */
  readonly percentage: string;
}

export function rateName(db: Db, stripeId: string): RateName | undefined {
  return db.get<RateName>('SELECT name, percentage FROM tax_rate WHERE stripe_id = ?', [stripeId]);
}

export function itemName(
  db: Db,
  stripeId: string,
): { readonly id: string; readonly name: string } | undefined {
  return db.get('SELECT id, name FROM product WHERE stripe_id = ?', [stripeId]);
}
