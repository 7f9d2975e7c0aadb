// The operations on payment intents, charges and invoice payments.
import { changeMetadata, inRange, metadata, pageFields, range } from '../../api/common-params.ts';
import { refuse } from '../../api/failure.ts';
import { operation, type Operation } from '../../api/operation.ts';
import { pageOf, pageOfOwned } from '../../api/pages.ts';
import {
  clearable,
  currency,
  flag,
  list,
  naturalNumber,
  object,
  oneOf,
  optional,
  required,
  text,
  type Parsed,
} from '../../api/params.ts';
import { update } from '../../world/events.ts';
import type { InvoicePayment, PaymentIntent } from '../../world/records.ts';
import { render, renderById, type JsonObject } from '../../world/render.ts';
import { isLeftOut } from '../../world/test-clock.ts';
import type { World } from '../../world/world.ts';
import { liveCustomer } from '../customer-lookup.ts';
import { usableMethod } from '../payment-methods.ts';
import { capture } from './capture.ts';
import { confirmIntent } from './confirm.ts';
import { cancelIntent, createIntent, refuseAmount } from './intents.ts';

const confirmFields = {
  off_session: optional(flag),
  payment_method: optional(text()),
  return_url: optional(text()),
};
const createFields = {
  ...confirmFields,
  allowed_payment_method_types: optional(list(text(40))),
  amount: required(naturalNumber),
  capture_method: optional(oneOf('automatic', 'automatic_async', 'manual')),
  automatic_payment_methods: optional(
    object({ enabled: required(flag), allow_redirects: optional(oneOf('always', 'never')) }),
  ),
  confirm: optional(flag),
  currency: required(currency),
  customer: optional(text()),
  description: optional(text()),
  metadata: clearable(metadata),
};

function confirm(world: World, intent: PaymentIntent, params: Parsed<typeof confirmFields>): PaymentIntent {
  if (intent.status === 'succeeded' || intent.status === 'canceled' || intent.status === 'processing') {
    throw refuse(
      `You cannot confirm this PaymentIntent because it has already ${intent.status === 'processing' ? 'begun processing' : intent.status} after being previously confirmed.`,
      { code: 'payment_intent_unexpected_state' },
    );
  }
  const method = params.payment_method ?? intent.payment_method;
  if (method === null) {
    throw refuse(
      "You cannot confirm this PaymentIntent because it's missing a payment method. You can either update the PaymentIntent with a payment method and then confirm it again, or confirm it again directly with a payment method.",
      { code: 'payment_intent_unexpected_state' },
    );
  }
  return confirmIntent(
    world,
    intent,
    usableMethod(world, method, intent.customer),
    params.off_session ?? false,
  );
}

function create(world: World, params: Parsed<typeof createFields>): JsonObject {
  refuseAmount(world, params.amount, params.currency);
  const customer = params.customer ?? null;
  if (customer !== null) liveCustomer(world, customer, 'customer');
  const method =
    params.confirm === true || params.payment_method === undefined
      ? null
      : usableMethod(world, params.payment_method, customer).id;
  const intent = createIntent(world, {
    amount: params.amount,
    currency: params.currency,
    customer,
    description: params.description ?? null,
    invoice: null,
    metadata: params.metadata ?? {},
    methodTypes: params.allowed_payment_method_types ?? ['card'],
    reserves: params.capture_method === 'manual',
    ...(method === null ? {} : { method }),
  });
  return render(world, 'payment_intent', params.confirm === true ? confirm(world, intent, params) : intent);
}

function refuseDefaultPayment(intent: PaymentIntent): void {
  if (intent.inner.invoice !== null) {
    throw refuse(
      'You cannot cancel this PaymentIntent because it belongs to an invoice. Void the invoice instead.',
      { code: 'payment_intent_unexpected_state' },
    );
  }
}

const intentOperations: readonly Operation[] = [
  operation('POST /v1/payment_intents', createFields, create),
  operation(
    'POST /v1/payment_intents/:id',
    { description: clearable(text()), metadata: clearable(metadata) },
    (world, params, id = '') => {
      const intent = world.get('payment_intent', id);
      const description = params.description === undefined ? intent.description : params.description;
      return render(
        world,
        'payment_intent',
        world.put('payment_intent', {
          ...intent,
          description,
          metadata: changeMetadata(intent.metadata, params.metadata),
        }),
      );
    },
  ),
  operation('POST /v1/payment_intents/:id/confirm', confirmFields, (world, params, id = '') =>
    render(world, 'payment_intent', confirm(world, world.get('payment_intent', id), params)),
  ),
  operation('POST /v1/payment_intents/:id/capture', {}, (world, _params, id = '') =>
    render(world, 'payment_intent', capture(world, world.get('payment_intent', id))),
  ),
  operation(
    'POST /v1/payment_intents/:id/cancel',
    { cancellation_reason: optional(oneOf('abandoned', 'duplicate', 'fraudulent', 'requested_by_customer')) },
    (world, params, id = '') => {
      const intent = world.get('payment_intent', id);
      refuseDefaultPayment(intent);
      return render(world, 'payment_intent', cancelIntent(world, intent, params.cancellation_reason ?? null));
    },
  ),
  operation('GET /v1/payment_intents/:id', {}, (world, _params, id = '') =>
    renderById(world, 'payment_intent', id),
  ),
  operation(
    'GET /v1/payment_intents',
    { ...pageFields, created: optional(range), customer: optional(text()) },
    (world, params) =>
      pageOf(
        world,
        'payment_intent',
        '/v1/payment_intents',
        params,
        (intent) =>
          inRange(intent.created, params.created) &&
          (params.customer === undefined || intent.customer === params.customer),
      ),
  ),
];

const chargeOperations: readonly Operation[] = [
  operation('GET /v1/charges/:id', {}, (world, _params, id = '') => renderById(world, 'charge', id)),
  operation('POST /v1/charges/:id', { metadata: clearable(metadata) }, (world, params, id = '') => {
    const charge = world.get('charge', id);
    return render(
      world,
      'charge',
      update(world, 'charge.updated', 'charge', charge, {
        ...charge,
        metadata: changeMetadata(charge.metadata, params.metadata),
      }),
    );
  }),
  operation(
    'GET /v1/charges',
    { ...pageFields, created: optional(range), customer: optional(text()), payment_intent: optional(text()) },
    (world, params) =>
      pageOf(
        world,
        'charge',
        '/v1/charges',
        params,
        (charge) =>
          inRange(charge.created, params.created) &&
          (params.customer === undefined || charge.customer === params.customer) &&
          (params.payment_intent === undefined || charge.payment_intent === params.payment_intent),
      ),
  ),
];

const paymentFilter = object({
  type: required(oneOf('payment_intent', 'payment_record')),
  payment_intent: optional(text()),
  payment_record: optional(text()),
});
const paymentListFields = {
  ...pageFields,
  created: optional(range),
  invoice: optional(text()),
  payment: optional(paymentFilter),
  status: optional(oneOf('canceled', 'open', 'paid')),
};

function isAskedFor(payment: InvoicePayment, params: Parsed<typeof paymentListFields>): boolean {
  return (
    inRange(payment.created, params.created) &&
    (params.invoice === undefined || payment.invoice === params.invoice) &&
    (params.status === undefined || payment.status === params.status) &&
    (params.payment === undefined || payment.payment.payment_intent === params.payment.payment_intent)
  );
}

/** The invoice whose few payments are all that can match. */
function invoiceAskedFor(world: World, params: Parsed<typeof paymentListFields>): string | null {
  if (params.invoice !== undefined) return params.invoice;
  const intent = params.payment?.payment_intent;
  return intent === undefined ? null : (world.find('payment_intent', intent)?.inner.invoice ?? null);
}

const invoicePaymentOperations: readonly Operation[] = [
  operation('GET /v1/invoice_payments/:id', {}, (world, _params, id = '') =>
    renderById(world, 'invoice_payment', id),
  ),
  operation('GET /v1/invoice_payments', paymentListFields, (world, params) => {
    const url = '/v1/invoice_payments';
    const asked = (payment: InvoicePayment): boolean => isAskedFor(payment, params);
    const invoice = invoiceAskedFor(world, params);
    if (invoice === null) {
      const listed = (payment: InvoicePayment): boolean =>
        asked(payment) && !isLeftOut(world, payment.invoice);
      return pageOf(world, 'invoice_payment', url, params, listed);
    }
    const payments = world.find('invoice', invoice)?.inner.payments ?? [];
    return pageOfOwned(world, 'invoice_payment', url, params, payments, asked);
  }),
];

export const paymentOperations: readonly Operation[] = [
  ...intentOperations,
  ...chargeOperations,
  ...invoicePaymentOperations,
];
