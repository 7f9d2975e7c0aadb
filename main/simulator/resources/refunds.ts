// Refunds: money back to the customer, and what happens when the bank will not take it.
import { changeMetadata, inRange, metadata, pageFields, range } from '../api/common-params.ts';
import { refuse } from '../api/failure.ts';
import { operation, type Operation } from '../api/operation.ts';
import { pageOf, pageOfOwned } from '../api/pages.ts';
import { clearable, integer, oneOf, optional, text, type Parsed } from '../api/params.ts';
import { convert } from '../arithmetic/currencies.ts';
import { plan } from '../world/due.ts';
import { emit, update } from '../world/events.ts';
import type { BalanceTransaction, Charge, Dispute, Refund } from '../world/records.ts';
import { render, renderById, type JsonObject } from '../world/render.ts';
import type { World } from '../world/world.ts';
import { record } from './balance-transactions.ts';
import { endInquiry } from './disputes/decide.ts';
import { settled } from './payments/charges.ts';

const createFields = {
  amount: optional(integer),
  charge: optional(text()),
  metadata: clearable(metadata),
  payment_intent: optional(text()),
  reason: optional(oneOf('duplicate', 'fraudulent', 'requested_by_customer')),
};
const FAILS_AFTER_MS = 3_600_000;

export interface NewRefund {
  readonly amount: number | undefined;
  readonly reason: string | null;
  readonly metadata: Readonly<Record<string, string>>;
  readonly creditNote: string | null;
}

function chargeOf(
  world: World,
  params: { readonly charge: string | undefined; readonly payment_intent: string | undefined },
): Charge {
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

function refuseUnfit(charge: Charge, dispute: Dispute | null, amount: number, left: number): void {
  if (charge.status !== 'succeeded')
    throw refuse(`Charge ${charge.id} was not successful and can't be refunded.`, {});
  if (dispute !== null && !dispute.is_charge_refundable)
    throw refuse(`Charge ${charge.id} has been charged back; cannot issue a refund.`, {
      code: 'charge_disputed',
    });
  if (left === 0)
    throw refuse(`Charge ${charge.id} has already been refunded.`, { code: 'charge_already_refunded' });
  if (amount <= 0)
    throw refuse('Invalid positive integer', { code: 'parameter_invalid_integer', param: 'amount' });
  if (amount > left)
    throw refuse(`Refund amount (${amount}) is greater than unrefunded amount on charge (${left})`, {
      param: 'amount',
    });
}

/** Back out of the balance, so that all refunds of a charge together take exactly what it brought. */
function takeBack(world: World, charge: Charge, refundId: string, amount: number): BalanceTransaction {
  const { defaultCurrency: currency } = world.settings;
  const backInAll = convert(charge.amount_refunded + amount, charge.currency, currency);
  return record(world, {
    amount: -(backInAll - charge.inner.settledBack),
    currency,
    type: charge.id.startsWith('py') ? 'payment_refund' : 'refund',
    category: 'refund',
    source: refundId,
    description: `REFUND FOR CHARGE (${charge.description ?? charge.id})`,
    availableOn: world.now(),
  });
}

function newRefund(
  charge: Charge,
  amount: number,
  params: NewRefund,
): Omit<Refund, 'id' | 'created' | 'balance_transaction'> {
  const destination = {
    card: { reference_status: 'pending', reference_type: 'acquirer_reference_number', type: 'refund' },
    type: 'card',
  };
  return {
    object: 'refund',
    amount,
    charge: charge.id,
    currency: charge.currency,
    customer: charge.customer,
    customer_account: null,
    ...(charge.payment_method_details?.type === 'card' ? { destination_details: destination } : {}),
    metadata: params.metadata,
    payment_intent: charge.payment_intent,
    payment_method: charge.payment_method,
    reason: params.reason,
    receipt_number: null,
    source_transfer_reversal: null,
    status: 'succeeded',
    transfer_reversal: null,
    inner: { creditNote: params.creditNote },
  };
}

export function refundCharge(world: World, chargeId: string, params: NewRefund): Refund {
  const unsettled = world.get('charge', chargeId);
  const left = unsettled.amount - unsettled.amount_refunded;
  const amount = params.amount ?? left;
  const dispute = unsettled.inner.dispute === null ? null : world.get('dispute', unsettled.inner.dispute);
  refuseUnfit(unsettled, dispute, amount, left);
  const charge = settled(world, chargeId);
  const id = world.id('re');
  const transaction = takeBack(world, charge, id, amount);
  const refund = world.put('refund', {
    ...newRefund(charge, amount, params),
    id,
    created: world.now(),
    balance_transaction: transaction.id,
  });
  const after = world.put('charge', {
    ...charge,
    amount_refunded: charge.amount_refunded + amount,
    refunded: charge.amount_refunded + amount === charge.amount,
    inner: {
      ...charge.inner,
      refunds: [...charge.inner.refunds, id],
      settledBack: charge.inner.settledBack - transaction.amount,
    },
  });
  emit(world, 'refund.created', 'refund', refund);
  emit(world, 'charge.refunded', 'charge', after, {
    amount_refunded: charge.amount_refunded,
    refunded: charge.refunded,
  });
  if (after.refunded && dispute !== null) endInquiry(world, dispute.id);
  if (charge.inner.behaviour === 'refund_fails')
    plan(world, FAILS_AFTER_MS, { kind: 'fail-refund', refund: id });
  return refund;
}

/** The bank sends the money back: a refund that had succeeded fails after all. */
export function failRefund(world: World, id: string): void {
  const refund = world.get('refund', id);
  if (refund.status !== 'succeeded' && refund.status !== 'pending') return;
  const charge = world.get('charge', refund.charge ?? '');
  const taken = world.get('balance_transaction', refund.balance_transaction ?? '');
  const returned = record(world, {
    amount: -taken.amount,
    currency: taken.currency,
    type: 'refund_failure',
    category: 'refund_failure',
    source: id,
    description: `REFUND FAILURE (${charge.description ?? charge.id})`,
    availableOn: world.now(),
  });
  const failed = {
    ...refund,
    failure_balance_transaction: returned.id,
    failure_reason: 'expired_or_canceled_card',
    status: 'failed',
  };
  update(world, 'refund.updated', 'refund', refund, failed);
  emit(world, 'refund.failed', 'refund', failed);
  update(world, 'charge.updated', 'charge', charge, {
    ...charge,
    amount_refunded: charge.amount_refunded - refund.amount,
    refunded: false,
    inner: { ...charge.inner, settledBack: charge.inner.settledBack + taken.amount },
  });
}

function create(world: World, params: Parsed<typeof createFields>): JsonObject {
  const refund = refundCharge(world, chargeOf(world, params).id, {
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
  operation('POST /v1/refunds/:id/cancel', {}, (world, _params, id = '') => {
    const refund = world.get('refund', id);
    throw refuse(
      `You cannot cancel this refund because it has a status of ${refund.status ?? 'unknown'}. Only refunds that require action can be canceled.`,
      {},
    );
  }),
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
