// The part of a customer that an invoice carries.
import type { Customer, Invoice } from './records.ts';
import type { World } from './world.ts';

/** What an invoice copies from its customer: current while it is a draft, frozen by finalizing. */
export function customerSnapshot(
  world: World,
  customer: Customer,
): Pick<
  Invoice,
  | 'customer_address'
  | 'customer_email'
  | 'customer_name'
  | 'customer_phone'
  | 'customer_shipping'
  | 'customer_tax_exempt'
  | 'customer_tax_ids'
> {
  return {
    customer_address: customer.address ?? null,
    customer_email: customer.email,
    customer_name: customer.name ?? null,
    customer_phone: customer.phone ?? null,
    customer_shipping: customer.shipping,
    customer_tax_exempt: customer.tax_exempt ?? 'none',
    customer_tax_ids: customer.inner.taxIds.map((id) => {
      const { type, value } = world.get('tax_id', id);
      return { type, value };
    }),
  };
}
