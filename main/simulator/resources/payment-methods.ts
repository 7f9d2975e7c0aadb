// Saved ways to pay: Stripe's test methods become methods of a customer.
import { missing, refuse } from '../api/failure.ts';
import { emit } from '../world/events.ts';
import type { PaymentMethod } from '../world/records.ts';
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
      exp_year: new Date(world.accountNowMs()).getUTCFullYear() + EXPIRES_AFTER_YEARS,
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
    created: world.accountNow(),
    customer,
    customer_account: null,
    livemode: false,
    metadata: {},
    type: method.type,
    inner: { outcome: method.outcome, detached: false, behaviour: method.behaviour, mandate: null },
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

function methodToAttach(world: World, id: string, customerId: string): PaymentMethod {
  const owner = world.find('payment_method', id)?.customer ?? null;
  if (owner !== null && owner !== customerId)
    throw refuse('The payment method you provided has already been attached to a customer.', {
      code: 'payment_method_unexpected_state',
      param: 'payment_method',
    });
  return usableMethod(world, id, customerId);
}

export function attachMethod(world: World, id: string, customerId: string): PaymentMethod {
  liveCustomer(world, customerId, 'customer');
  const token = testMethods[id];
  const method =
    token === undefined ? methodToAttach(world, id, customerId) : newMethod(world, token, customerId);
  if (method.customer === customerId && token === undefined) return method;
  const attached = world.put('payment_method', { ...method, customer: customerId });
  emit(world, 'payment_method.attached', 'payment_method', attached);
  return attached;
}
