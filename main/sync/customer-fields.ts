// Turns Stripe's customer into the fields that the bookkeeper edits. Stripe allows more than our forms do; those must still open. Pure.
import { type Address, CustomerFields } from '../../shared/contract/customers.ts';
import type { CustomerSnapshot } from '../stripe/snapshots/customers.ts';

const shape = CustomerFields.shape;

/** Stripe's customers may lack a name; every list needs something to call them by. */
export function customerName(customer: CustomerSnapshot): string {
  const name = customer.name.trim() || customer.email || customer.description.trim() || customer.id;
  return name.slice(0, 256);
}

export function customerFields(customer: CustomerSnapshot): CustomerFields {
  const { metadata } = customer;
  return {
    name: customerName(customer),
    email: shape.email.safeParse(customer.email).data ?? '',
    phone: customer.phone.slice(0, 20),
    address: address(customer.address),
    taxIds: taxIds(customer),
    taxExempt: customer.tax_exempt ?? 'none',
    currency: shape.currency.safeParse(metadata['quittance_currency'] || customer.currency).data ?? null,
    language: customer.preferred_locales?.[0]?.slice(0, 20) ?? null,
    reference: (metadata['quittance_reference'] ?? '').slice(0, 100),
    note: (metadata['quittance_note'] ?? '').slice(0, 450),
  };
}

function address(given: CustomerSnapshot['address']): Address {
  return {
    line1: given?.line1.slice(0, 500) ?? '',
    line2: given?.line2.slice(0, 500) ?? '',
    postalCode: given?.postal_code.slice(0, 40) ?? '',
    city: given?.city.slice(0, 200) ?? '',
    state: given?.state.slice(0, 200) ?? '',
    country: country(given?.country ?? ''),
  };
}

function country(text: string): string | null {
  const code = text.toUpperCase();
  return /^[A-Z]{2}$/.test(code) ? code : null;
}

function taxIds(customer: CustomerSnapshot): CustomerFields['taxIds'] {
  return (customer.tax_ids?.data ?? [])
    .map(({ type, value }) => ({ type: type.slice(0, 40), value: value.slice(0, 100) }))
    .filter(({ value }) => value !== '')
    .slice(0, 5);
}
