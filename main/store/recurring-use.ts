// Which recurring invoices use a price, a tax rate or a coupon.

type RecurringUse = 'price' | 'tax-rate' | 'coupon';

/** How many that are not over use the thing whose id of ours is the SQL expression `id`. */
export function recurringBy(kind: RecurringUse, id: string): string {
  return `(SELECT count(*) FROM recurring_use u JOIN subscription s ON s.seq = u.subscription_seq
    WHERE u.kind = '${kind}' AND u.id = ${id} AND s.status NOT IN ('canceled', 'incomplete_expired'))`;
}
