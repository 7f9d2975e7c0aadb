// How Stripe's objects name one another, and how they name what was made here.
import type Stripe from 'stripe';

/** The id of a field that may be expanded. */
export function idIn(field: string | { readonly id: string } | null | undefined): string | null {
  if (field === null || field === undefined) return null;
  return typeof field === 'string' ? field : field.id;
}

export const ourInvoice = ({ id, metadata }: Stripe.Invoice): string => metadata?.['quittance_invoice'] ?? id;

export const ourRecurring = ({ id, metadata }: Stripe.Subscription): string =>
  metadata['quittance_recurring'] ?? id;

export const ourCustomer = ({ id, metadata }: Stripe.Customer): string =>
  metadata['quittance_customer'] ?? id;

export const ourItem = ({ id, metadata }: Stripe.Product): string => metadata['quittance_product'] ?? id;

/** What was made here has an id of its own, which Stripe does not know. */
export const OURS = 'made here';

export const shownId = (id: string): string => (/^(re|cn)_/.test(id) ? id : OURS);

export function ourRefund({ id, metadata }: Stripe.Refund): string {
  return metadata?.['quittance_operation'] === undefined ? id : OURS;
}

export function ourNote({ id, metadata }: Stripe.CreditNote): string {
  return metadata?.['quittance_operation'] === undefined ? id : OURS;
}

/** What a screen says, with Stripe's words as they come: their lists are open. */
export type Told<T> = T extends string
  ? string
  : T extends readonly (infer Part)[]
    ? readonly Told<Part>[]
    : T extends object
      ? { readonly [Name in keyof T]: Told<T[Name]> }
      : T;
