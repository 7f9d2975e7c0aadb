// The operations on refunds.
import { changeMetadata, inRange, metadata, pageFields, range } from '../../api/common-params.ts';
import { refuse } from '../../api/failure.ts';
import { operation, type Operation } from '../../api/operation.ts';
import { pageOf, pageOfOwned } from '../../api/pages.ts';
import { clearable, currency, email, integer, oneOf, optional, text, type Parsed } from '../../api/params.ts';
import { update } from '../../world/events.ts';
import type { Charge, Refund } from '../../world/records.ts';
import { render, renderById, type JsonObject } from '../../world/render.ts';
import type { World } from '../../world/world.ts';
import { refundCharge } from './create.ts';
import { refundCash } from './from-cash.ts';
import { cancelRefund } from './progress.ts';

const createFields = {
  amount: optional(integer),
  charge: optional(text()),
  currency: optional(currency),
  customer: optional(text()),
  instructions_email: optional(email),
  metadata: clearable(metadata),
  origin: optional(oneOf('customer_balance')),
  payment_intent: optional(text()),
  reason: optional(oneOf('duplicate', 'fraudulent', 'requested_by_customer')),
};
type Creation = Parsed<typeof createFields>;

function chargeOf(world: World, params: Creation): Charge {
  if ((params.charge === undefined) === (params.payment_intent === undefined)) {
    throw refuse(
      'One of the following params should be provided for this request: payment_intent or charge.',
      { code: 'parameter_missing' },
    );
  }
  if (params.charge !== undefined) return world.get('charge', params.charge, 'charge');
  const intent = world.get('payment_intent', params.payment_intent ?? '', 'payment_intent');
  if (intent.latest_charge === null)
    throw refuse('This PaymentIntent does not have a successful charge to refund.', {
      param: 'payment_intent',
    });
  return world.get('charge', intent.latest_charge);
}

function fromCash(world: World, params: Creation): Refund {
  const { amount, customer, currency: money } = params;
  for (const [name, value] of Object.entries({ amount, currency: money, customer }))
    if (value === undefined)
      throw refuse(`Missing required param: ${name}.`, { code: 'parameter_missing', param: name });
  return refundCash(world, {
    amount: amount ?? 0,
    currency: money ?? '',
    customer: customer ?? '',
    metadata: changeMetadata(null, params.metadata),
  });
}

function create(world: World, params: Creation): JsonObject {
  const refund =
    params.origin === 'customer_balance'
      ? fromCash(world, params)
      : refundCharge(world, chargeOf(world, params).id, {
          amount: params.amount,
          reason: params.reason ?? null,
          metadata: changeMetadata(null, params.metadata),
          creditNote: null,
        });
  return render(world, 'refund', refund);
}

const listFields = {
  ...pageFields,
  charge: optional(text()),
  created: optional(range),
  payment_intent: optional(text()),
};

export const refundOperations: readonly Operation[] = [
  operation('POST /v1/refunds', createFields, create),
  operation('POST /v1/refunds/:id', { metadata: clearable(metadata) }, (world, params, id = '') => {
    const refund = world.get('refund', id);
    return render(
      world,
      'refund',
      update(world, 'refund.updated', 'refund', refund, {
        ...refund,
        metadata: changeMetadata(refund.metadata, params.metadata),
      }),
    );
  }),
  operation('POST /v1/refunds/:id/cancel', {}, (world, _params, id = '') =>
    render(world, 'refund', cancelRefund(world, id)),
  ),
  operation('GET /v1/refunds/:id', {}, (world, _params, id = '') => renderById(world, 'refund', id)),
  operation('GET /v1/refunds', listFields, (world, params) => {
    const asked = (refund: Refund): boolean => inRange(refund.created, params.created);
    if (params.charge === undefined && params.payment_intent === undefined)
      return pageOf(world, 'refund', '/v1/refunds', params, asked);
    const charge =
      params.charge ?? world.find('payment_intent', params.payment_intent ?? '')?.latest_charge ?? '';
    const refunds = world.find('charge', charge)?.inner.refunds ?? [];
    return pageOfOwned(world, 'refund', '/v1/refunds', params, refunds, asked);
  }),
];
