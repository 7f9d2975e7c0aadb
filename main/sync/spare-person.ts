// Keeps what Stripe still says of erased customers from bringing them back.
import type { Db } from '../store/database.ts';
import { isErased } from '../store/erased.ts';
import type { StripeObject } from '../stripe/request.ts';
import { withoutPerson } from './without-person.ts';

/** The object as it may be kept: as it is, without the person, or null where nothing of it may be. */
export function sparePerson(db: Db, object: StripeObject): StripeObject | null {
  if (object['deleted'] === true) return object;
  const { customer } = object;
  return isErased(db, object.id) || (typeof customer === 'string' && isErased(db, customer))
    ? withoutPerson(object)
    : object;
}
