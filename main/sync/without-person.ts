// What is kept of an object once its customer is erased: money and documents stay, the person does not. Pure.
import type { StripeObject } from '../stripe/request.ts';

/** Of these nothing is kept but that they were there. */
const WHOLLY: ReadonlySet<string> = new Set(['customer', 'tax_id', 'payment_method']);

/** Fields that say who somebody is or where they live, by Stripe's type of the object. */
const PERSONAL: Readonly<Record<string, ReadonlySet<string>>> = {
  payment_intent: new Set(['description', 'receipt_email', 'shipping', 'metadata', 'last_payment_error']),
  charge: new Set(['billing_details', 'description', 'receipt_email', 'shipping', 'metadata']),
  refund: new Set(['description', 'instructions_email', 'metadata', 'next_action']),
  dispute: new Set(['evidence', 'metadata']),
  subscription: new Set(['description', 'metadata']),
  customer_balance_transaction: new Set(['description', 'metadata']),
};

/** Null when nothing of it may be kept. Issued invoices and credit notes stay as they were issued. */
export function withoutPerson(object: StripeObject): StripeObject | null {
  if (WHOLLY.has(object.object)) return null;
  const personal = Object.hasOwn(PERSONAL, object.object) ? PERSONAL[object.object] : undefined;
  if (!personal) return object;
  const fields: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(object))
    fields[name] = personal.has(name) ? emptied(name, value) : value;
  return { ...fields, id: object.id, object: object.object };
}

/** Our own marks join an object with what was made here, and name nobody. */
const MARKS = /^quittance_(?:operation|invoice|recurring)$/;

const REASON = /^(?:type|code|decline_code|advice_code|message)$/;

function emptied(name: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return null;
  if (name === 'metadata')
    return Object.fromEntries(Object.entries(value).filter(([key]) => MARKS.test(key)));
  // Why a payment failed is of the payment; the error also holds the card's owner.
  if (name === 'last_payment_error')
    return Object.fromEntries(Object.entries(value).filter(([key]) => REASON.test(key)));
  if (name === 'evidence') return Object.fromEntries(Object.keys(value).map((field) => [field, null]));
  return null;
}
