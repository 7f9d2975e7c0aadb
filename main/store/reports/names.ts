// What tax rates and items are called, by Stripe's ids.
import { rateDetails } from '../../../shared/domain/books/rate-details.ts';
import type { Db } from '../database.ts';

export interface RateName {
  readonly name: string;
  /** Decimal text. */
  readonly percentage: string;
  /** What tells it apart from another of this name and percentage, such as `DE, included`; empty where there is none. */
  readonly detail: string;
}

/** Every rate at Stripe that is known, by its id. No two are alike in all three. */
export function rateNames(db: Db): ReadonlyMap<string, RateName> {
  const rates = db
    .all<{ id: string; name: string; percentage: string; country: string | null; inclusive: number }>(
      'SELECT stripe_id AS id, name, percentage, country, inclusive FROM tax_rate WHERE stripe_id IS NOT NULL',
    )
    .map((row) => ({ ...row, inclusive: row.inclusive === 1 }));
  const details = rateDetails(rates);
  return new Map(
    rates.map(({ id, name, percentage }) => [id, { name, percentage, detail: details.get(id) ?? '' }]),
  );
}

export function itemName(
  db: Db,
  stripeId: string,
): { readonly id: string; readonly name: string } | undefined {
  return db.get('SELECT id, name FROM product WHERE stripe_id = ?', [stripeId]);
}
