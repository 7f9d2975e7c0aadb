// What becomes of a payment: it succeeds, with all that follows for its invoice, or it is refused.
import { Failure } from '../../api/failure.ts';
import { emit } from '../../world/events.ts';
import type { Behaviour } from '../../world/behaviour.ts';
import type { Charge, PaymentIntent, PaymentMethod } from '../../world/records.ts';
import { render } from '../../world/render.ts';
import type { World } from '../../world/world.ts';
import { openDispute, type NewDispute } from '../disputes/open.ts';
import { failPayment, receivePayment } from '../invoices/paid.ts';
import { createCharge, emitCharge, settled } from './charges.ts';
import type { Decline } from './outcomes.ts';

const disputes: Readonly<Partial<Record<Behaviour, NewDispute>>> = {
  dispute: { reason: 'fraudulent' },
  dispute_not_received: { reason: 'product_not_received' },
  inquiry: { reason: 'general', kind: 'inquiry' },
};

/** The invoice payment that an intent pays, if any. */
function invoicePaymentOf(world: World, intent: PaymentIntent): string | null {
  const invoice = intent.inner.invoice === null ? undefined : world.find('invoice', intent.inner.invoice);
  return (
    invoice?.inner.payments.find(
      (id) => world.get('invoice_payment', id).payment.payment_intent === intent.id,
    ) ?? null
  );
}

export function succeed(world: World, intent: PaymentIntent, charge: Charge): PaymentIntent {
  emitCharge(world, charge);
  const paid = world.put('payment_intent', {
    ...world.get('payment_intent', intent.id),
    amount_received: intent.amount,
    last_payment_error: null,
    latest_charge: charge.id,
    next_action: null,
    status: 'succeeded',
  });
  emit(world, 'payment_intent.succeeded', 'payment_intent', paid);
  const payment = invoicePaymentOf(world, paid);
  if (payment !== null) receivePayment(world, payment, paid.amount_received);
  const dispute = disputes[charge.inner.behaviour];
  if (dispute !== undefined) openDispute(world, settled(world, charge.id), dispute);
  return paid;
}

export function decline(world: World, intent: PaymentIntent, method: PaymentMethod, why: Decline): Failure {
  const charge = createCharge(world, intent, method, 'failed', why);
  return refusePayment(world, intent, method, charge, why);
}

export function refusePayment(
  world: World,
  intent: PaymentIntent,
  method: PaymentMethod,
  charge: Charge,
  why: Decline,
): Failure {
  emitCharge(world, charge);
  const { inner: _inner, ...plain } = method;
  const details = {
    advice_code: why.adviceCode,
    charge: charge.id,
    code: why.code,
    ...(why.declineCode === undefined ? {} : { decline_code: why.declineCode }),
  };
  const failed = world.put('payment_intent', {
    ...world.get('payment_intent', intent.id),
    last_payment_error: { ...details, message: why.message, payment_method: plain, type: 'card_error' },
    latest_charge: charge.id,
    next_action: null,
    payment_method: null,
    status: 'requires_payment_method',
  });
  emit(world, 'payment_intent.payment_failed', 'payment_intent', failed);
  if (invoicePaymentOf(world, failed) !== null && failed.inner.invoice !== null)
    failPayment(world, failed.inner.invoice, 'invoice.payment_failed');
  return new Failure(
    402,
    'card_error',
    why.message,
    { ...details, payment_intent: render(world, 'payment_intent', failed), payment_method: plain },
    true,
  );
}
