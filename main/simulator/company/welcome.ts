// The moment at which somebody becomes a customer of the demo company.
import type { World } from '../world/world.ts';
import { call, idOf } from './calls.ts';
import type { SeedCustomer } from './customers.ts';
import type { Company } from './invoices.ts';

/** Cards on file, by e-mail address: two that work, one that will not. */
const savedCards: Readonly<Record<string, string>> = {
  'hallo@morgenrot-kaffee.example': 'pm_card_visa',
  'boekhouding@vandersteen.example': 'pm_card_mastercard',
  'einkauf@brauhaus-sternschanze.example': 'pm_success_de',
  'manager@orchardtearooms.example': 'pm_card_visa_chargeDeclinedInsufficientFunds',
};

/** Creates the customer unless it exists; true the first time. */
export function welcome(world: World, company: Company, customer: SeedCustomer): boolean {
  if (company.customers.has(customer)) return false;
  const created = call(world, 'POST', '/v1/customers', {
    name: customer.name,
    email: customer.email,
    address: {
      line1: customer.street,
      postal_code: customer.postalCode,
      city: customer.city,
      country: customer.country,
    },
    preferred_locales: [customer.locale],
    tax_id_data: customer.vatId === null ? undefined : [{ type: 'eu_vat', value: customer.vatId }],
  });
  const id = idOf(created);
  company.customers.set(customer, id);
  const card = savedCards[customer.email];
  if (card === undefined) return true;
  const method = idOf(call(world, 'POST', `/v1/payment_methods/${card}/attach`, { customer: id }));
  call(world, 'POST', `/v1/customers/${id}`, { invoice_settings: { default_payment_method: method } });
  return true;
}
