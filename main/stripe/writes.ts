// The closed table of writes: which of the SDK's methods carries out which frozen request.
import type { Stripe } from 'stripe';
import { z } from 'zod';
import { assert } from '../../shared/domain/assert.ts';
import { type FrozenRequest, type JsonObject, UploadedFile, type WriteOperation } from './request.ts';

type Write = (
  stripe: Stripe,
  target: string,
  params: JsonObject,
  options: Stripe.RequestOptions,
  bytes: Uint8Array | undefined,
) => Promise<unknown>;

/**
 * Frozen parameters are JSON in Stripe's own shape, decimals as text, and reach the wire exactly so. The SDK's types ask
 * for its own classes and closed unions instead; `never` fits each of them.
 */
const wire = (params: JsonObject): never => params as never;

/** So that a customer's mirror always knows the tax ids. */
const withTaxIds = (params: JsonObject): JsonObject => ({ ...params, expand: ['tax_ids'] });

/** So that a recurring invoice's mirror always knows its coupon. */
const withDiscounts = (params: JsonObject): JsonObject => ({ ...params, expand: ['discounts'] });

/** So that a debit which has begun is known as such at once, and nobody charges again. */
const withPayments = (params: JsonObject): JsonObject => ({
  ...params,
  expand: ['payments.data.payment.payment_intent'],
});

/** So that a refund which Stripe makes together with a credit note is known at once. */
const withRefunds = (params: JsonObject): JsonObject => ({ ...params, expand: ['refunds.refund'] });

/** A DELETE has no idempotency at Stripe, so it takes no key with it. */
const WRITES: Readonly<Record<WriteOperation, Write>> = {
  'customers.create': (stripe, _target, params, options) =>
    stripe.customers.create(wire(withTaxIds(params)), options),
  'customers.update': (stripe, id, params, options) =>
    stripe.customers.update(id, wire(withTaxIds(params)), options),
  'customers.del': (stripe, id) => stripe.customers.del(id),
  'customers.createTaxId': (stripe, id, params, options) =>
    stripe.customers.createTaxId(id, wire(params), options),
  'customers.deleteTaxId': (stripe, id, params) =>
    stripe.customers.deleteTaxId(id, textParam(params, 'tax_id')),
  'taxRates.create': (stripe, _target, params, options) => stripe.taxRates.create(wire(params), options),
  'taxRates.update': (stripe, id, params, options) => stripe.taxRates.update(id, wire(params), options),
  'coupons.create': (stripe, _target, params, options) => stripe.coupons.create(wire(params), options),
  'coupons.del': (stripe, id) => stripe.coupons.del(id),
  'products.create': (stripe, _target, params, options) => stripe.products.create(wire(params), options),
  'products.update': (stripe, id, params, options) => stripe.products.update(id, wire(params), options),
  'prices.create': (stripe, _target, params, options) => stripe.prices.create(wire(params), options),
  'prices.update': (stripe, id, params, options) => stripe.prices.update(id, wire(params), options),
  'subscriptions.create': (stripe, _target, params, options) =>
    stripe.subscriptions.create(wire(withDiscounts(params)), options),
  'subscriptions.update': (stripe, id, params, options) =>
    stripe.subscriptions.update(id, wire(withDiscounts(params)), options),
  'subscriptions.cancel': (stripe, id, params) =>
    stripe.subscriptions.cancel(id, wire(withDiscounts(params))),
  'invoices.create': (stripe, _target, params, options) => stripe.invoices.create(wire(params), options),
  'invoices.update': (stripe, id, params, options) => stripe.invoices.update(id, wire(params), options),
  'invoices.del': (stripe, id) => stripe.invoices.del(id),
  'invoices.addLines': (stripe, id, params, options) => stripe.invoices.addLines(id, wire(params), options),
  'invoices.removeLines': (stripe, id, params, options) =>
    stripe.invoices.removeLines(id, wire(params), options),
  'invoices.finalizeInvoice': (stripe, id, params, options) =>
    stripe.invoices.finalizeInvoice(id, wire(params), options),
  'invoices.sendInvoice': (stripe, id, params, options) =>
    stripe.invoices.sendInvoice(id, wire(params), options),
  'invoices.voidInvoice': (stripe, id, params, options) =>
    stripe.invoices.voidInvoice(id, wire(params), options),
  'invoices.markUncollectible': (stripe, id, params, options) =>
    stripe.invoices.markUncollectible(id, wire(params), options),
  'invoices.pay': (stripe, id, params, options) =>
    stripe.invoices.pay(id, wire(withPayments(params)), options),
  'refunds.create': (stripe, _target, params, options) => stripe.refunds.create(wire(params), options),
  'files.create': (stripe, _target, params, options, bytes) =>
    stripe.files.create(wireFile(params, bytes), options),
  'disputes.update': (stripe, id, params, options) => stripe.disputes.update(id, wire(params), options),
  'disputes.close': (stripe, id, params, options) => stripe.disputes.close(id, wire(params), options),
  'creditNotes.create': (stripe, _target, params, options) =>
    stripe.creditNotes.create(wire(withRefunds(params)), options),
  'creditNotes.voidCreditNote': (stripe, id, params, options) =>
    stripe.creditNotes.voidCreditNote(id, wire(params), options),
};

const CREATES = new Set<WriteOperation>([
  'customers.create',
  'taxRates.create',
  'coupons.create',
  'products.create',
  'prices.create',
  'subscriptions.create',
  'invoices.create',
  'refunds.create',
  'files.create',
  'creditNotes.create',
]);

export async function sendWrite(
  stripe: Stripe,
  request: FrozenRequest,
  idempotencyKey: string,
  bytes?: Uint8Array,
): Promise<unknown> {
  const { operation, target, params } = request;
  assert(idempotencyKey !== '', 'A write needs its idempotency key');
  assert(
    (target === null) === CREATES.has(operation),
    `${operation} must ${target === null ? '' : 'not '}have a target`,
  );
  return WRITES[operation](stripe, target ?? '', params, { idempotencyKey }, bytes);
}

/** The frozen request names the file; its bytes stay in the books until they are sent. */
function wireFile({ purpose, file }: JsonObject, bytes: Uint8Array | undefined): Stripe.FileCreateParams {
  assert(bytes !== undefined, 'An upload needs the bytes of its file');
  const { name } = UploadedFile.parse(file);
  return {
    purpose: z.literal('dispute_evidence').parse(purpose),
    file: { data: Buffer.from(bytes), name, type: 'application/octet-stream' },
  };
}

function textParam(params: JsonObject, name: string): string {
  const value = params[name];
  assert(typeof value === 'string' && value !== '', `The request must name ${name}`);
  return value;
}
