// Reads back what Stripe last said about an object.
import type { Db } from '../store/database.ts';
import { storedText } from '../store/mirror-objects.ts';
import { asObject } from '../stripe/normalise.ts';
import type { StripeObject } from '../stripe/request.ts';

/** Null when it was never seen. */
export function storedObject(db: Db, id: string): StripeObject | null {
  const text = storedText(db, id);
  return text === undefined ? null : asObject(JSON.parse(text));
}
