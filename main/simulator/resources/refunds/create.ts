// Makes refunds of charges, within what can be given back.
import { refuse } from '../../api/failure.ts';
import { plan } from '../../world/due.ts';
import { emit, update } from '../../world/events.ts';
import type { Charge, Dispute, Refund } from '../../world/records.ts';
import type { World } from '../../world/world.ts';
import { moveCash } from '../cash-balance/cash.ts';
import { endInquiry } from '../disputes/decide.ts';
import { settled } from '../payments/charges.ts';
import { isCovered, takeBack } from './money.ts';
import { wayOf, type Way } from './ways.ts';

export interface NewRefund {
  readonly amount: number | undefined;
  readonly reason: string | null;
  readonly metadata: Readonly<Record<string, string>>;
  /** The credit note that asks for it, if any. */
  readonly creditNote: string | null;
}

function isRefundable(world: World, charge: Charge): boolean {
  // What is only reserved was never taken.
  if (charge.status === 'succeeded') return charge.captured;
  return charge.status === 'pending' && world.settings.rules.refundOfPendingCharge === 'waits';
}

function refuseUnfit(world: World, charge: Charge, amount: number, left: number): void {
  const dispute = disputeOf(world, charge);
  if (!isRefundable(world, charge))
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

function disputeOf(world: World, charge: Charge): Dispute | null {
  return charge.inner.dispute === null ? null : world.get('dispute', charge.inner.dispute);
}

function newRefund(world: World, charge: Charge, amount: number, params: NewRefund, way: Way): Refund {
  return {
    id: world.id('re'),
    object: 'refund',
    amount,
    balance_transaction: null,
    charge: charge.id,
    created: world.accountNow(),
    currency: charge.currency,
    customer: charge.customer,
    customer_account: null,
    ...way.shown,
    metadata: params.metadata,
    payment_intent: charge.payment_intent,
    payment_method: charge.payment_method,
    reason: params.reason,
    receipt_number: null,
    source_transfer_reversal: null,
    transfer_reversal: null,
    inner: { creditNotes: params.creditNote === null ? [] : [{ note: params.creditNote, amount }] },
  };
}

/** Takes the money and, for the cash balance, puts it there. */
export function carryOut(world: World, refund: Refund, way: Way): Refund {
  const transaction = takeBack(world, refund.charge ?? '', refund.id, refund.amount);
  if (way.toCash && refund.customer !== null)
    moveCash(world, refund.customer, refund.currency, refund.amount, {
      type: 'refunded_from_payment',
      refunded_from_payment: { refund: refund.id },
    });
  return { ...refund, balance_transaction: transaction.id };
}

/** Under the rule `refundOnInvoice` the invoice itself shows less paid. */
function lowerInvoice(world: World, refund: Refund): void {
  if (world.settings.rules.refundOnInvoice === 'unchanged' || refund.payment_intent === null) return;
  const id = world.get('payment_intent', refund.payment_intent).inner.invoice;
  const invoice = id === null ? undefined : world.find('invoice', id);
  if (invoice?.status !== 'paid') return;
  update(world, 'invoice.updated', 'invoice', invoice, {
    ...invoice,
    amount_paid: Math.max(0, invoice.amount_paid - refund.amount),
  });
}

export function refundCharge(world: World, chargeId: string, params: NewRefund): Refund {
  const unsettled = world.get('charge', chargeId);
  const left = unsettled.amount - unsettled.amount_refunded;
  const amount = params.amount ?? left;
  refuseUnfit(world, unsettled, amount, left);
  const charge = settled(world, chargeId);
  const way = wayOf(world, charge, isCovered(world, charge, amount));
  const made = newRefund(world, charge, amount, params, way);
  const refund = world.put('refund', way.takes ? carryOut(world, made, way) : made);
  const current = world.get('charge', chargeId);
  const refunded = charge.amount_refunded + amount;
  const after = world.put('charge', {
    ...current,
    amount_refunded: refunded,
    refunded: refunded === charge.amount,
    inner: { ...current.inner, refunds: [...current.inner.refunds, refund.id] },
  });
  emit(world, 'refund.created', 'refund', refund);
  emit(world, 'charge.refunded', 'charge', after, {
    amount_refunded: charge.amount_refunded,
    refunded: charge.refunded,
  });
  lowerInvoice(world, refund);
  if (after.refunded && after.inner.dispute !== null) endInquiry(world, after.inner.dispute);
  if (way.next !== null) plan(world, way.next.afterMs, { kind: way.next.kind, refund: refund.id });
  return refund;
}
