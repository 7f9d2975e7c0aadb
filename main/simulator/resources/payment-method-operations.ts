// The operations on saved ways to pay.
import { address, changeMetadata, kept, metadata, pageFields } from '../api/common-params.ts';
import { Failure, missing, refuse } from '../api/failure.ts';
import { operation, type Operation } from '../api/operation.ts';
import { pageOf } from '../api/pages.ts';
import {
  clearable,
  email,
  integer,
  object,
  oneOf,
  optional,
  required,
  text,
  type Parsed,
} from '../api/params.ts';
import { emit, update } from '../world/events.ts';
import type { PaymentMethod } from '../world/records.ts';
import { render, renderById, type JsonObject } from '../world/render.ts';
import type { World } from '../world/world.ts';
import { liveCustomer } from './customer-lookup.ts';
import { withdrawMandate } from './mandates.ts';
import { attachMethod, newMethod } from './payment-methods.ts';
import { testIbans, testMethods, type TestMethod } from './payments/outcomes.ts';

const billingFields = {
  address: clearable(address),
  email: clearable(email),
  name: clearable(text()),
  phone: clearable(text(20)),
};
const createFields = {
  billing_details: optional(object(billingFields)),
  card: optional(
    object({
      token: optional(text()),
      number: optional(text()),
      exp_month: optional(integer),
      exp_year: optional(integer),
      cvc: optional(text()),
    }),
  ),
  metadata: clearable(metadata),
  sepa_debit: optional(object({ iban: required(text(34)) })),
  type: required(oneOf('card', 'sepa_debit')),
};
const changeFields = {
  billing_details: optional(object(billingFields)),
  card: optional(object({ exp_month: optional(integer), exp_year: optional(integer) })),
  metadata: clearable(metadata),
};

function billing(
  existing: PaymentMethod['billing_details'],
  sent: Parsed<typeof billingFields> | undefined,
): PaymentMethod['billing_details'] {
  return {
    ...existing,
    address: kept(sent?.address, existing.address),
    email: kept(sent?.email, existing.email),
    name: kept(sent?.name, existing.name),
    phone: kept(sent?.phone, existing.phone),
  };
}

/** Card numbers never go through the API; test tokens and test account numbers do. */
function testMethodOf(params: Parsed<typeof createFields>): TestMethod {
  if (params.type === 'card') {
    if (params.card?.number !== undefined)
      throw new Failure(
        402,
        'invalid_request_error',
        'Sending credit card numbers directly to the Stripe API is generally unsafe. We suggest you use test tokens that map to the test card you are using, see https://stripe.com/docs/testing.',
      );
    const token = params.card?.token;
    const method = testMethods[`pm_card_${token?.replace(/^tok_/, '') ?? ''}`];
    if (method === undefined)
      throw token === undefined
        ? refuse('Missing required param: card.', { code: 'parameter_missing', param: 'card' })
        : missing('token', token, 'card[token]');
    return method;
  }
  const iban = params.sepa_debit?.iban.replaceAll(' ', '').toUpperCase();
  if (iban === undefined)
    throw refuse('Missing required param: sepa_debit.', { code: 'parameter_missing', param: 'sepa_debit' });
  const method = testIbans[iban];
  if (method === undefined)
    throw refuse('The IBAN you provided is invalid.', { code: 'invalid_iban', param: 'sepa_debit[iban]' });
  for (const name of ['name', 'email'] as const)
    if (typeof params.billing_details?.[name] !== 'string')
      throw refuse(`Missing required param: billing_details[${name}].`, {
        code: 'parameter_missing',
        param: `billing_details[${name}]`,
      });
  return method;
}

function create(world: World, params: Parsed<typeof createFields>): JsonObject {
  const method = newMethod(world, testMethodOf(params), null);
  return render(
    world,
    'payment_method',
    world.put('payment_method', {
      ...method,
      billing_details: billing(method.billing_details, params.billing_details),
      metadata: changeMetadata(null, params.metadata),
    }),
  );
}

function change(world: World, params: Parsed<typeof changeFields>, id: string): JsonObject {
  const before = world.get('payment_method', id);
  if (before.customer === null)
    throw refuse('You must save this PaymentMethod to a customer before you can update it.', {});
  const { exp_month: month, exp_year: year } = params.card ?? {};
  if (month !== undefined && (month < 1 || month > 12))
    throw refuse("Your card's expiration month is invalid.", {
      code: 'invalid_expiry_month',
      param: 'card[exp_month]',
    });
  const after = update(world, 'payment_method.updated', 'payment_method', before, {
    ...before,
    billing_details: billing(before.billing_details, params.billing_details),
    ...(before.card === undefined
      ? {}
      : {
          card: {
            ...before.card,
            exp_month: month ?? before.card.exp_month,
            exp_year: year ?? before.card.exp_year,
          },
        }),
    metadata: changeMetadata(before.metadata, params.metadata),
  });
  return render(world, 'payment_method', after);
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
  withdrawMandate(world, method);
  const detached = world.put('payment_method', {
    ...method,
    customer: null,
    inner: { ...method.inner, detached: true },
  });
  emit(world, 'payment_method.detached', 'payment_method', detached, { customer: method.customer });
  return render(world, 'payment_method', detached);
}

const listFields = {
  ...pageFields,
  allow_redisplay: optional(oneOf('always', 'limited', 'unspecified')),
  type: optional(text()),
};

function page(
  world: World,
  url: string,
  params: {
    readonly allow_redisplay: string | undefined;
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
    (method) =>
      method.customer === customer &&
      (params.allow_redisplay === undefined || method.allow_redisplay === params.allow_redisplay) &&
      (params.type === undefined || method.type === params.type),
  );
}

export const paymentMethodOperations: readonly Operation[] = [
  operation('POST /v1/payment_methods', createFields, create),
  operation('POST /v1/payment_methods/:id/attach', { customer: required(text()) }, (world, params, id = '') =>
    render(world, 'payment_method', attachMethod(world, id, params.customer)),
  ),
  operation('POST /v1/payment_methods/:id/detach', {}, (world, _params, id = '') => detach(world, id)),
  operation('POST /v1/payment_methods/:id', changeFields, (world, params, id = '') =>
    change(world, params, id),
  ),
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
  operation(
    'GET /v1/customers/:customer/payment_methods/:id',
    {},
    (world, _params, customer = '', id = '') => {
      if (world.get('payment_method', id).customer !== customer) throw missing('payment_method', id);
      return renderById(world, 'payment_method', id);
    },
  ),
];
