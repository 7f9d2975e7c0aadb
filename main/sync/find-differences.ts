// In what the objects that Stripe lists differ from what is kept of them. Names of fields, never their content.
import type { Db } from '../store/database.ts';
import { type Difference, saveDifference } from '../store/differences.ts';
import { storedRow } from '../store/mirror-objects.ts';
import { asObject } from '../stripe/normalise.ts';
import type { StripeObject } from '../stripe/request.ts';
import { flatten } from './flatten.ts';
import { sparePerson } from './spare-person.ts';

/** What changes at Stripe without a word, with time or with every request, and says nothing about the books. */
const QUIET = new Set([
  'hosted_invoice_url',
  'invoice_pdf',
  'pdf',
  'receipt_url',
  'url',
  'webhooks_delivered_at',
]);
const QUIET_OF: Readonly<Record<string, ReadonlySet<string>>> = {
  balance_transaction: new Set(['status']),
  coupon: new Set(['times_redeemed', 'valid']),
};

/** Notes what differs, before the objects are applied. */
export function noteDifferences(db: Db, resource: string, objects: readonly StripeObject[]): void {
  for (const object of objects) {
    for (const part of flatten(object)) {
      const spared = sparePerson(db, part);
      const found = spared && differenceOf(db, spared);
      if (found) saveDifference(db, { ...found, resource });
    }
  }
}

function differenceOf(db: Db, object: StripeObject): Omit<Difference, 'resource'> | null {
  const known = storedRow(db, object.id);
  const { created } = object;
  const base = { objectId: object.id, fields: [], created: typeof created === 'number' ? created : 0 };
  const isGone = object['deleted'] === true;
  if (!known) return isGone || isMadeInPassing(object) ? null : { ...base, what: 'missing' };
  if (isGone) return known.deleted === 1 ? null : { ...base, what: 'gone' };
  const fields = differingFields(object, known.json);
  return fields.length === 0 ? null : { ...base, what: 'changed', fields };
}

/** A draft shows its customer as the customer is now, without an event of its own. */
function isQuiet(object: StripeObject, field: string): boolean {
  const quiet = Object.hasOwn(QUIET_OF, object.object) ? QUIET_OF[object.object] : undefined;
  const followsCustomer = object.object === 'invoice' && object['status'] === 'draft';
  return QUIET.has(field) || quiet?.has(field) === true || (followsCustomer && field.startsWith('customer_'));
}

/** Stripe makes an item and a price for a line that has none, archived from the start and perhaps without an event. */
function isMadeInPassing(object: StripeObject): boolean {
  return (object.object === 'product' || object.object === 'price') && object['active'] === false;
}

function differingFields(object: StripeObject, kept: string): readonly string[] {
  if (JSON.stringify(object) === kept) return [];
  const was = new Map(Object.entries(asObject(JSON.parse(kept)) ?? {}));
  return [...new Set([...was.keys(), ...Object.keys(object)])]
    .filter((field) => !isQuiet(object, field))
    .filter((field) => JSON.stringify(was.get(field)) !== JSON.stringify(object[field]));
}
