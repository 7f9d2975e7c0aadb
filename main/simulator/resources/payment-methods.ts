// Saved ways to pay: Stripe's test methods become methods of a customer.
import { changeMetadata, metadata, pageFields } from '../api/common-params.ts';
import { missing, refuse } from '../api/failure.ts';
import { operation, type Operation } from '../api/operation.ts';
import { pageOf } from '../api/pages.ts';
import { clearable, optional, required, text } from '../api/params.ts';
import { emit, update } from '../world/events.ts';
import type { PaymentMethod } from '../world/records.ts';
import { render, renderById, type JsonObject } from '../world/render.ts';
import type { World } from '../world/world.ts';
import { liveCustomer } from './customer-lookup.ts';
import { testMethods, type TestMethod } from './payments/outcomes.ts';

const noDetails = { address: null, email: null, name: null, phone: null, tax_id: null };
const EXPIRES_AFTER_YEARS = 4;

function details(
  world: World,
  method: TestMethod,
): Pick<PaymentMethod, 'card' | 'sepa_debit' | 'customer_balance'> {
  if (method.type === 'customer_balance') return { customer_balance: {} };
  const fingerprint = world.secret(16);
  if (method.type === 'sepa_debit') {
    return {
      sepa_debit: {
        bank_code: '37040044',
        branch_code: '',
        country: method.country,
        fingerprint,
        generated_from: { charge: null, setup_attempt: null },
        last4: method.last4,
      },
    };
  }
  return {
    card: {
      brand: method.brand,
      checks: { address_line1_check: null, address_postal_code_check: null, cvc_check: 'pass' },
      country: method.country,
      display_brand: method.brand,
      exp_month: 12,
      exp_year: new Date(world.nowMs()).getUTCFullYear() + EXPIRES_AFTER_YEARS,
      fingerprint,
      funding: 'credit',
      generated_from: null,
      last4: method.last4,
      networks: { available: [method.brand], preferred: null },
      regulated_status: 'unregulated',
      three_d_secure_usage: { supported: true },
      wallet: null,
    },
  };
}

export function newMethod(world: World, method: TestMethod, customer: string | null): PaymentMethod {
  const owner = customer === null ? undefined : world.find('customer', customer);
  return world.put('payment_method', {
    id: world.id('pm'),
    object: 'payment_method',
    allow_redisplay: 'unspecified',
    billing_details:
      owner === undefined
        ? noDetails
        : { ...noDetails, address: owner.address ?? null, email: owner.email, name: owner.name ?? null },
    ...details(world, method),
    created: world.now(),
    customer,
    customer_account: null,
    livemode: false,
    metadata: {},
    type: method.type,
    inner: { outcome: method.outcome, detached: false, behaviour: method.behaviour },
  });
}

/** A saved method, or a new one when the id is one of Stripe's test tokens. */
export function usableMethod(
  world: World,
  id: string,
  customer: string | null,
  param = 'payment_method',
): PaymentMethod {
  const token = testMethods[id];
  if (token !== undefined) return newMethod(world, token, null);
  const method = world.find('payment_method', id);
  if (method === undefined) throw missing('PaymentMethod', id, param);
  if (method.inner.detached)
    throw refuse(
      `The provided PaymentMethod was previously used and detached from its customer; it may not be used again.`,
      { param },
    );
  if (method.customer !== null && method.customer !== customer) {
    throw refuse(
      'The PaymentMethod does not belong to this customer. Please specify the customer who owns it.',
      { param },
    );
  }
  return method;
}

export function attachMethod(world: World, id: string, customerId: string): PaymentMethod {
  liveCustomer(world, customerId, 'customer');
  const token = testMethods[id];
  const method =
    token === undefined ? usableMethod(world, id, customerId) : newMethod(world, token, customerId);
  const attached = world.put('payment_method', { ...method, customer: customerId });
  emit(world, 'payment_method.attached', 'payment_method', attached);
  return attached;
}

function detach(world: World, id: string): JsonObject {
  const method = world.get('payment_method', id);
  if (method.customer === null)
    throw refuse(
      'The payment method you provided is not attached to a customer so detachment is impossible.',
      { param: 'payment_method' },
    );
  const owner = world.find('customer', method.customer);
  if (owner?.invoice_settings.default_payment_method === id) {
    update(world, 'customer.updated', 'customer', owner, {
      ...owner,
      invoice_settings: { ...owner.invoice_settings, default_payment_method: null },
    });
  }
  const detached = world.put('payment_method', {
    ...method,
    customer: null,
    inner: { ...method.inner, detached: true },
  });
  emit(world, 'payment_method.detached', 'payment_method', detached, { customer: method.customer });
  return render(world, 'payment_method', detached);
}

const listFields = { ...pageFields, type: optional(text()) };

function page(
  world: World,
  url: string,
  params: {
    readonly type: string | undefined;
    readonly limit: number | undefined;
    readonly starting_after: string | undefined;
    readonly ending_before: string | undefined;
  },
  customer: string,
): JsonObject {
  return pageOf(
    world,
    'payment_method',
    url,
    params,
    (method) => method.customer === customer && (params.type === undefined || method.type === params.type),
  );
}

export const paymentMethodOperations: readonly Operation[] = [
  operation('POST /v1/payment_methods/:id/attach', { customer: required(text()) }, (world, params, id = '') =>
    render(world, 'payment_method', attachMethod(world, id, params.customer)),
  ),
  operation('POST /v1/payment_methods/:id/detach', {}, (world, _params, id = '') => detach(world, id)),
  operation('POST /v1/payment_methods/:id', { metadata: clearable(metadata) }, (world, params, id = '') => {
    const method = world.get('payment_method', id);
    return render(
      world,
      'payment_method',
      world.put('payment_method', { ...method, metadata: changeMetadata(method.metadata, params.metadata) }),
    );
  }),
  operation('GET /v1/payment_methods/:id', {}, (world, _params, id = '') =>
    renderById(world, 'payment_method', id),
  ),
  operation('GET /v1/payment_methods', { ...listFields, customer: required(text()) }, (world, params) =>
    page(world, '/v1/payment_methods', params, params.customer),
  ),
  operation('GET /v1/customers/:customer/payment_methods', listFields, (world, params, customer = '') => {
    liveCustomer(world, customer);
    return page(world, `/v1/customers/${customer}/payment_methods`, params, customer);
  }),
];
