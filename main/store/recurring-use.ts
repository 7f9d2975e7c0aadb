// Which recurring invoices use a price, a tax rate or a coupon.
import type { Db } from './database.ts';

export type RecurringUse = 'price' | 'tax-rate' | 'coupon';

/** How many that are not over use the thing whose id of ours is the SQL expression `id`. */
export function recurringBy(kind: RecurringUse, id: string): string {
  return `(SELECT count(*) FROM recurring_use u JOIN subscription s ON s.seq = u.subscription_seq
    WHERE u.kind = '${kind}' AND u.id = ${id} AND s.status NOT IN ('canceled', 'incomplete_expired'))`;
}

/** Replaces what one recurring invoice uses, by its `seq`. */
export function recordRecurringUses(
  db: Db,
  seq: number,
  uses: readonly { readonly kind: RecurringUse; readonly id: string }[],
): void {
  db.run('DELETE FROM recurring_use WHERE subscription_seq = ?', [seq]);
  for (const { kind, id } of uses)
    db.run('INSERT OR IGNORE INTO recurring_use (kind, id, subscription_seq) VALUES (?, ?, ?)', [kind, id, seq]);
}
