// Customers: create, change, find, list, delete.
import { address, changeMetadata, kept, inRange, metadata, pageFields, range } from '../api/common-params.ts';
import { refuse } from '../api/failure.ts';
import { operation, type Operation } from '../api/operation.ts';
import { pageOf } from '../api/pages.ts';
import {
  clearable,
  email,
  integer,
  list,
  object,
  oneOf,
  optional,
  required,
  text,
  type Parsed,
} from '../api/params.ts';
import { emit, update } from '../world/events.ts';
import type { Customer } from '../world/records.ts';
import { render, renderById, type JsonObject } from '../world/render.ts';
import type { World } from '../world/world.ts';
import { recordBalance } from './customer-balance.ts';
import { liveCustomer } from './customer-lookup.ts';
import { attachMethod } from './payment-methods.ts';
import { deleteCustomer } from './delete-customer.ts';
import { addTaxId, taxIdRule } from './tax-ids.ts';
import { roomIn } from './test-clocks/limits.ts';

const shippingRule = object({
  address: required(address),
  name: required(text()),
  phone: clearable(text(20)),
});
const invoiceSettingsRule = object({
  custom_fields: clearable(list(object({ name: required(text(40)), value: required(text(140)) }), 4)),
  default_payment_method: clearable(text()),
  footer: clearable(text()),
});

const changeFields = {
  address: clearable(address),
  balance: optional(integer),
  business_name: clearable(text(150)),
  description: clearable(text()),
  email: clearable(email),
  individual_name: clearable(text(150)),
  invoice_settings: optional(invoiceSettingsRule),
  metadata: clearable(metadata),
  name: clearable(text(256)),
  phone: clearable(text(20)),
  preferred_locales: clearable(list(text(20))),
  shipping: clearable(shippingRule),
  tax_exempt: clearable(oneOf('none', 'exempt', 'reverse')),
};
const createFields = {
  ...changeFields,
  payment_method: optional(text()),
  tax_id_data: optional(list(taxIdRule, 5)),
  test_clock: optional(text()),
};
type Change = Parsed<typeof changeFields>;

function blank(world: World, testClock: string | undefined): Customer {
  return {
    id: world.id('cus'),
    object: 'customer',
    address: null,
    balance: 0,
    created: world.now(),
    currency: null,
    customer_account: null,
    default_source: null,
    delinquent: false,
    description: null,
    email: null,
    invoice_prefix: world.secret(8).toUpperCase(),
    invoice_settings: {
      custom_fields: null,
      default_payment_method: null,
      footer: null,
      rendering_options: null,
    },
    livemode: false,
    metadata: {},
    name: null,
    next_invoice_sequence: 1,
    phone: null,
    preferred_locales: [],
    shipping: null,
    tax_exempt: 'none',
    test_clock: testClock === undefined ? null : roomIn(world, testClock),
    inner: { deleted: false, taxIds: [], discount: null },
  };
}

/** Only what was sent changes; null clears. */
function changed(customer: Customer, sent: Change): Customer {
  const settings = sent.invoice_settings;
  return {
    ...customer,
    address: kept(sent.address, customer.address ?? null),
    ...(sent.business_name === undefined || sent.business_name === null
      ? {}
      : { business_name: sent.business_name }),
    description: kept(sent.description, customer.description),
    email: kept(sent.email, customer.email),
    ...(sent.individual_name === undefined || sent.individual_name === null
      ? {}
      : { individual_name: sent.individual_name }),
    invoice_settings: {
      ...customer.invoice_settings,
      custom_fields: kept(settings?.custom_fields, customer.invoice_settings.custom_fields),
      default_payment_method: kept(
        settings?.default_payment_method,
        customer.invoice_settings.default_payment_method,
      ),
      footer: kept(settings?.footer, customer.invoice_settings.footer),
    },
    metadata: changeMetadata(customer.metadata, sent.metadata),
    name: kept(sent.name, customer.name ?? null),
    phone: kept(sent.phone, customer.phone ?? null),
    preferred_locales: kept(sent.preferred_locales, customer.preferred_locales ?? []) ?? [],
    shipping:
      sent.shipping === undefined
        ? customer.shipping
        : sent.shipping && { ...sent.shipping, phone: sent.shipping.phone ?? null },
    tax_exempt: kept(sent.tax_exempt, customer.tax_exempt ?? 'none') ?? 'none',
  };
}

function refuseForeignMethod(world: World, customer: Customer): void {
  const method = customer.invoice_settings.default_payment_method;
  if (method !== null && world.find('payment_method', method)?.customer !== customer.id) {
    throw refuse(
      'The customer does not have a payment method with the ID ' +
        method +
        '. The payment method must be attached to the customer.',
      { code: 'resource_missing', param: 'invoice_settings[default_payment_method]' },
    );
  }
}

function create(world: World, params: Parsed<typeof createFields>): JsonObject {
  const customer = world.put('customer', changed(blank(world, params.test_clock), params));
  if (params.balance !== undefined && params.balance !== 0) {
    recordBalance(world, customer.id, {
      amount: params.balance,
      type: 'initial',
      currency: world.settings.defaultCurrency,
    });
  }
  for (const data of params.tax_id_data ?? []) addTaxId(world, customer.id, data);
  if (params.payment_method !== undefined) attachMethod(world, params.payment_method, customer.id);
  const whole = world.get('customer', customer.id);
  refuseForeignMethod(world, whole);
  emit(world, 'customer.created', 'customer', whole);
  return render(world, 'customer', whole);
}

function change(world: World, params: Change, id: string): JsonObject {
  const before = liveCustomer(world, id);
  const after = changed(before, params);
  refuseForeignMethod(world, after);
  if (params.balance !== undefined && params.balance !== before.balance) {
    recordBalance(world, id, {
      amount: params.balance - before.balance,
      type: 'adjustment',
      currency: before.currency ?? world.settings.defaultCurrency,
    });
  }
  update(world, 'customer.updated', 'customer', before, {
    ...after,
    balance: params.balance ?? before.balance,
  });
  return renderById(world, 'customer', id);
}

export const customerOperations: readonly Operation[] = [
  operation('POST /v1/customers', createFields, create),
  operation('POST /v1/customers/:id', changeFields, (world, params, id = '') => change(world, params, id)),
  operation('GET /v1/customers/:id', {}, (world, _params, id = '') => renderById(world, 'customer', id)),
  operation('DELETE /v1/customers/:id', {}, (world, _params, id = '') =>
    render(world, 'customer', deleteCustomer(world, id)),
  ),
  operation(
    'GET /v1/customers',
    { ...pageFields, created: optional(range), email: optional(text(512)), test_clock: optional(text()) },
    (world, params) =>
      pageOf(
        world,
        'customer',
        '/v1/customers',
        params,
        (customer) =>
          !customer.inner.deleted &&
          // Those in a test clock are listed only for it (SDK Customers.d.ts `test_clock`), even by their address (stripe-cli issue 1314).
          (customer.test_clock ?? undefined) === params.test_clock &&
          inRange(customer.created, params.created) &&
          (params.email === undefined || customer.email === params.email),
      ),
  ),
];
