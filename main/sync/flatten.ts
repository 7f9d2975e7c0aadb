// Takes what Stripe expanded inside an object out of it, so that everything is kept once, under its own id. Pure.
import type { StripeObject } from '../stripe/request.ts';

/** Types that are kept as objects of their own. A customer inside another object is left there: it would come without its tax ids. */
const OWN = new Set([
  'payment_intent',
  'charge',
  'balance_transaction',
  'invoice_payment',
  'refund',
  'dispute',
]);

/** The expanded objects first, then the object itself with ids in their places. */
export function flatten(object: StripeObject): readonly StripeObject[] {
  const found: StripeObject[] = [];
  const bare = collapse(object, found);
  return [...found, bare];
}

function collapse(object: StripeObject, found: StripeObject[]): StripeObject {
  // Most objects hold nothing of the kind and stay as they are: a back-fill brings hundreds of thousands.
  if (!Object.keys(object).some((name) => holdsOwn(object, name, object[name]))) return object;
  const fields: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(object)) {
    if (isPaymentsOfInvoice(object, name)) take(listData(value), found);
    else if (isRefundsOfCreditNote(object, name)) fields[name] = collapseEach(value, found);
    else
      fields[name] =
        name === 'payment' && isRecord(value) ? collapseFields(value, found) : replace(value, found);
  }
  return { ...fields, id: object.id, object: object.object };
}

function holdsOwn(object: StripeObject, name: string, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (name === 'payment') return Object.values(value).some(isOwn);
  if (isRefundsOfCreditNote(object, name)) return true;
  return isPaymentsOfInvoice(object, name) || isOwn(value) || (Array.isArray(value) && isOwn(value[0]));
}

/** An invoice's payments are expanded as a list; each of them names its invoice, so the list itself says nothing more. */
function isPaymentsOfInvoice(object: StripeObject, name: string): boolean {
  return name === 'payments' && object.object === 'invoice';
}

/** Each says how much of a refund a credit note stands for, and names the refund. */
function isRefundsOfCreditNote(object: StripeObject, name: string): boolean {
  return name === 'refunds' && object.object === 'credit_note';
}

function collapseEach(list: unknown, found: StripeObject[]): unknown {
  if (!Array.isArray(list)) return list;
  return list.map((entry: unknown) => (isRecord(entry) ? collapseFields(entry, found) : entry));
}

function collapseFields(
  fields: Readonly<Record<string, unknown>>,
  found: StripeObject[],
): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, replace(value, found)]));
}

function replace(value: unknown, found: StripeObject[]): unknown {
  if (isOwn(value)) {
    take([value], found);
    return value.id;
  }
  if (Array.isArray(value) && value.length > 0 && value.every(isOwn)) {
    take(value, found);
    return value.map(({ id }) => id);
  }
  return value;
}

function take(values: readonly unknown[], found: StripeObject[]): void {
  for (const value of values) if (isOwn(value)) found.push(collapse(value, found));
}

function listData(list: unknown): readonly unknown[] {
  return isRecord(list) && Array.isArray(list['data']) ? list['data'] : [];
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function isOwn(value: unknown): value is StripeObject {
  return isRecord(value) && typeof value['id'] === 'string' && OWN.has(String(value['object']));
}
