// Which recurring invoices use a price, a tax rate or a coupon.
import type { RecurringContent } from '../../shared/contract/recurring.ts';
import type { Db } from './database.ts';

type RecurringUse = 'price' | 'tax-rate' | 'coupon';

/** How many that are not over use the thing whose id of ours is the SQL expression `id`. */
export function recurringBy(kind: RecurringUse, id: string): string {
  return `(SELECT count(*) FROM recurring_use u JOIN subscription s ON s.seq = u.subscription_seq
    WHERE u.kind = '${kind}' AND u.id = ${id} AND s.status NOT IN ('canceled', 'incomplete_expired'))`;
}

/** Writes anew what a recurring invoice uses, by the `seq` of its row and our ids. */
export function recordRecurringUse(
  db: Db,
  seq: number,
  { lines, couponId }: Pick<RecurringContent, 'lines' | 'couponId'>,
): void {
  forgetRecurringUse(db, seq);
  const uses = [
    ...lines.flatMap(({ priceId }) => (priceId === null ? [] : [['price', priceId] as const])),
    ...lines.flatMap(({ taxRateIds }) => taxRateIds.map((id) => ['tax-rate', id] as const)),
    ...(couponId === null ? [] : [['coupon', couponId] as const]),
  ];
  for (const [kind, id] of uses)
    db.run('INSERT OR IGNORE INTO recurring_use (kind, id, subscription_seq) VALUES (?, ?, ?)', [
      kind,
      id,
      seq,
    ]);
}

export function forgetRecurringUse(db: Db, seq: number): void {
  db.run('DELETE FROM recurring_use WHERE subscription_seq = ?', [seq]);
}
