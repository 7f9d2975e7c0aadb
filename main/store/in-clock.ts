// What is known to live in a test clock of Stripe's.
import type { Db } from './database.ts';

/** The customers and subscriptions of a clock, by Stripe's type name and id; those that were deleted left out. */
export function objectsInClock(
  db: Db,
  clock: string,
): readonly { readonly object: string; readonly id: string }[] {
  return db.all<{ object: string; id: string }>(
    `SELECT type AS object, id FROM stripe_object
      WHERE type IN ('customer', 'subscription') AND deleted = 0 AND json ->> '$.test_clock' = ?
      ORDER BY type, id`,
    [clock],
  );
}
