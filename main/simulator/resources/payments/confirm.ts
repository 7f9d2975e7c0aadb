// Charging a payment method: success, decline, authentication, or a debit that takes days.
import { Failure } from '../../api/failure.ts';
import { plan } from '../../world/due.ts';
import { emit } from '../../world/events.ts';
import type { Charge, PaymentIntent, PaymentMethod } from '../../world/records.ts';
import { render } from '../../world/render.ts';
import type { World } from '../../world/world.ts';
import { openDispute } from '../disputes.ts';
import { failPayment, receivePayment } from '../invoices/paid.ts';
import { beginSettlement, createCharge, emitCharge, settled } from './charges.ts';
import { authenticationRequired, declines, type Decline } from './outcomes.ts';

/** The invoice payment that an intent pays, if any. */
function invoicePaymentOf(world: World, intent: PaymentIntent): string | null {
  const invoice = intent.inner.invoice === null ? undefined : world.find('invoice', intent.inner.invoice);
  return (
    invoice?.inner.payments.find(
      (id) => world.get('invoice_payment', id).payment.payment_intent === intent.id,
    ) ?? null
  );
}

function succeed(world: World, intent: PaymentIntent, charge: Charge): PaymentIntent {
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
  if (charge.inner.disputeOnCapture) openDispute(world, settled(world, charge.id), 'fraudulent');
  return paid;
}

function decline(world: World, intent: PaymentIntent, method: PaymentMethod, why: Decline): Failure {
  const charge = createCharge(world, intent, method, 'failed', why);
  return refusePayment(world, intent, method, charge, why);
}

function refusePayment(
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

function askForAuthentication(world: World, intent: PaymentIntent): PaymentIntent {
  const url = `https://hooks.stripe.com/3d_secure_2/hosted?payment_intent=${intent.id}`;
  const waiting = world.put('payment_intent', {
    ...intent,
    next_action: { redirect_to_url: { return_url: null, url }, type: 'redirect_to_url' },
    status: 'requires_action',
  });
  emit(world, 'payment_intent.requires_action', 'payment_intent', waiting);
  if (waiting.inner.invoice !== null)
    failPayment(world, waiting.inner.invoice, 'invoice.payment_action_required');
  return waiting;
}

function beginDebit(world: World, intent: PaymentIntent, method: PaymentMethod): PaymentIntent {
  const charge = createCharge(world, intent, method, 'pending', null);
  emitCharge(world, charge);
  const processing = world.put('payment_intent', {
    ...intent,
    latest_charge: charge.id,
    status: 'processing',
  });
  emit(world, 'payment_intent.processing', 'payment_intent', processing);
  plan(world, world.settings.debitDelayMs, { kind: 'settle-debit', paymentIntent: intent.id });
  return processing;
}

/** What the bank says at the end of a direct debit. */
export function settleDebit(world: World, intentId: string): void {
  const intent = world.get('payment_intent', intentId);
  const pending = world.get('charge', intent.latest_charge ?? '');
  const method = world.get('payment_method', intent.payment_method ?? '');
  if (method.inner.outcome === 'sepa_fails') {
    const why: Decline = {
      code: 'payment_intent_payment_attempt_failed',
      adviceCode: 'try_again_later',
      message: 'The payment failed.',
    };
    const failed = world.put('charge', {
      ...pending,
      amount_captured: 0,
      captured: false,
      failure_code: 'insufficient_funds',
      failure_message: why.message,
      paid: false,
      status: 'failed',
    });
    refusePayment(world, intent, method, failed, why);
    return;
  }
  const charge = world.put('charge', { ...pending, paid: true, status: 'succeeded' });
  succeed(world, intent, beginSettlement(world, charge));
}

/** Throws the decline, whose effects stay. With `offSession` nobody is there to authenticate. */
export function confirmIntent(
  world: World,
  intent: PaymentIntent,
  method: PaymentMethod,
  offSession: boolean,
): PaymentIntent {
  const trying = world.put('payment_intent', {
    ...intent,
    last_payment_error: null,
    payment_method: method.id,
  });
  const { outcome } = method.inner;
  const why = declines[outcome];
  if (why !== undefined) throw decline(world, trying, method, why);
  if (outcome === 'authentication_required') {
    if (offSession) throw decline(world, trying, method, authenticationRequired);
    return askForAuthentication(world, trying);
  }
  if (outcome === 'sepa_processing' || outcome === 'sepa_fails') return beginDebit(world, trying, method);
  return succeed(
    world,
    trying,
    beginSettlement(world, createCharge(world, trying, method, 'succeeded', null)),
  );
}
