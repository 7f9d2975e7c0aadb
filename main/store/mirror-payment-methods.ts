// The rows of saved ways to pay as Stripe tells them.
import type { Db } from './database.ts';
import { mirrorTable } from './mirror-table.ts';

export type MirroredPaymentMethod = {
  readonly id: string;
  readonly customer_stripe_id: string | null;
  readonly type: string;
  readonly label: string;
  readonly exp_month: number | null;
  readonly exp_year: number | null;
  readonly created: number;
};

export const mirroredPaymentMethods = mirrorTable<MirroredPaymentMethod>(
  'payment_method',
  'id',
  [],
  ['customer_stripe_id', 'type', 'label', 'exp_month', 'exp_year', 'created'],
);

/** Ids of what a customer has saved, as far as it is known here. */
export function methodIdsOf(db: Db, customerStripeId: string): readonly string[] {
  return db
    .all<{ id: string }>('SELECT id FROM payment_method WHERE customer_stripe_id = ?', [customerStripeId])
    .map(({ id }) => id);
}

/** Whose a method is, or was before it was detached. */
export function ownerOfMethod(db: Db, id: string): string | null {
  return (
    db.get<{ owner: string | null }>('SELECT customer_stripe_id AS owner FROM payment_method WHERE id = ?', [
      id,
    ])?.owner ?? null
  );
}
