// Takes what Stripe last said about a thing of the catalogue once more, when what was to be changed of it was given up.
import { assert } from '../../shared/domain/assert.ts';
import type { Db } from '../store/database.ts';
import { applyObjects } from './apply.ts';
import type { Changes } from './changes.ts';
import { storedObject } from './stored-object.ts';

/** None of them is shown by a day, so no zone matters. */
const NO_ZONE = 'UTC';
const CATALOGUE: ReadonlySet<string> = new Set(['product', 'price', 'coupon', 'tax_rate']);

export function applyStoredCatalogue(db: Db, stripeId: string, changes: Changes): void {
  const object = storedObject(db, stripeId);
  if (!object) return;
  assert(CATALOGUE.has(object.object), 'Only things of the catalogue are taken anew');
  applyObjects(db, [object], { timeZone: NO_ZONE, changes });
}
