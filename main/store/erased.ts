// Which of Stripe's objects were erased together with their customer.
import type { Db } from './database.ts';

export function isErased(db: Db, stripeId: string): boolean {
  return db.get('SELECT 1 FROM erased_object WHERE id = ?', [stripeId]) !== undefined;
}

/** Whether there is anybody at all: most businesses never erase anyone. */
export function isAnyoneErased(db: Db): boolean {
  return db.get('SELECT 1 FROM erased_object LIMIT 1') !== undefined;
}

export function markErased(db: Db, stripeId: string): void {
  db.run('INSERT INTO erased_object (id) VALUES (?) ON CONFLICT DO NOTHING', [stripeId]);
}

/** Our ids of the customers who were erased at or after a moment, unix seconds. */
export function erasedSince(db: Db, since: number): readonly string[] {
  return db.all<{ id: string }>('SELECT id FROM customer WHERE erased_at >= ?', [since]).map(({ id }) => id);
}

/** Unix seconds; null for a customer that was not erased. */
export function erasedAt(db: Db, customerId: string): number | null {
  return (
    db.get<{ at: number | null }>('SELECT erased_at AS at FROM customer WHERE id = ?', [customerId])?.at ??
    null
  );
}
