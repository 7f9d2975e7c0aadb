// How an invoice becomes paid, in one payment or several, through Stripe or outside it.
import { emit, update } from '../../world/events.ts';
import type { Invoice } from '../../world/records.ts';
import type { World } from '../../world/world.ts';
import { adjustBalance } from '../customer-balance.ts';
import { cancelIntent } from '../payments/intents.ts';
import { invoiceInArrears, invoiceSettled, retriesExhausted } from '../subscriptions/standing.ts';
import { recordOutside } from './invoice-payments.ts';
import { afterFailure, isExhausted, planRetry } from './retries.ts';

/** Cancels the payments that are still being asked for. */
export function cancelOpenPayments(world: World, invoice: Invoice): void {
  for (const id of invoice.inner.payments) {
    const payment = world.get('invoice_payment', id);
    if (payment.status !== 'open') continue;
    world.put('invoice_payment', {
      ...payment,
      status: 'canceled',
      status_transitions: { ...payment.status_transitions, canceled_at: world.now() },
    });
    const intent =
      payment.payment.payment_intent === undefined
        ? undefined
        : world.find('payment_intent', payment.payment.payment_intent);
    if (
      world.settings.rules.intentAfterwards === 'canceled' &&
      intent !== undefined &&
      intent.status !== 'processing' &&
      intent.status !== 'succeeded' &&
      intent.status !== 'canceled'
    )
      cancelIntent(world, intent, 'void_invoice');
  }
}

/** The open payment asks for what is left after a part was paid or credited. */
function askForRest(world: World, invoice: Invoice): void {
  for (const id of invoice.inner.payments) {
    const payment = world.get('invoice_payment', id);
    if (payment.status !== 'open' || !payment.is_default) continue;
    const intent = world.get('payment_intent', payment.payment.payment_intent ?? '');
    if (intent.status === 'processing') continue;
    world.put('invoice_payment', { ...payment, amount_requested: invoice.amount_remaining });
    world.put('payment_intent', { ...intent, amount: invoice.amount_remaining });
  }
}

/** An invoice that stays unpaid though less, or more, is owed than before. */
export function owe(world: World, before: Invoice, after: Invoice): Invoice {
  askForRest(world, after);
  return update(world, 'invoice.updated', 'invoice', before, after);
}

function paidNow(world: World, invoice: Invoice): Invoice {
  return {
    ...invoice,
    amount_remaining: 0,
    attempted: true,
    auto_advance: false,
    next_payment_attempt: null,
    status: 'paid',
    status_transitions: { ...invoice.status_transitions, paid_at: world.now() },
  };
}

/** `invoice.payment_succeeded` is not for money that Stripe never saw. */
export function becomePaid(world: World, before: Invoice, after: Invoice, throughStripe: boolean): Invoice {
  const paid = update(world, 'invoice.updated', 'invoice', before, paidNow(world, after));
  emit(world, 'invoice.paid', 'invoice', paid);
  if (throughStripe) emit(world, 'invoice.payment_succeeded', 'invoice', paid);
  invoiceSettled(world, paid);
  return paid;
}

/** What was paid too much stays with the business as the customer's credit. */
function creditOverpayment(world: World, invoice: Invoice, amount: number): void {
  if (invoice.customer === null || amount === 0) return;
  adjustBalance(world, invoice.customer, {
    amount: -amount,
    currency: invoice.currency,
    type: 'invoice_overpaid',
    invoice: invoice.id,
  });
}

/** Money arrived for one of the invoice's payments. */
export function receivePayment(world: World, paymentId: string, amount: number): Invoice {
  const open = world.get('invoice_payment', paymentId);
  const payment = world.put('invoice_payment', {
    ...open,
    amount_paid: amount,
    status: 'paid',
    status_transitions: { ...open.status_transitions, paid_at: world.now() },
  });
  emit(world, 'invoice_payment.paid', 'invoice_payment', payment);
  const invoice = world.get('invoice', payment.invoice);
  const countsAll = world.settings.rules.overpaidAmountPaid === 'all';
  const received = invoice.amount_paid + (countsAll ? 0 : invoice.amount_overpaid) + amount;
  const overpaid = Math.max(0, received - invoice.amount_due);
  const after = {
    ...invoice,
    amount_overpaid: overpaid,
    amount_paid: countsAll ? received : received - overpaid,
    amount_remaining: Math.max(0, invoice.amount_due - received),
    attempted: true,
    attempt_count: Math.max(1, invoice.attempt_count + (invoice.inner.retrying ? 1 : 0)),
    inner: { ...invoice.inner, retrying: false },
  };
  if (after.amount_remaining === 0 && (invoice.status === 'open' || invoice.status === 'uncollectible')) {
    const paid = becomePaid(world, invoice, after, true);
    cancelOpenPayments(world, paid);
    if (paid.amount_overpaid > 0) emit(world, 'invoice.overpaid', 'invoice', paid);
    creditOverpayment(world, paid, overpaid - invoice.amount_overpaid);
    return paid;
  }
  const owed = owe(world, invoice, after);
  creditOverpayment(world, owed, overpaid - invoice.amount_overpaid);
  return owed;
}

export function payOutOfBand(world: World, invoice: Invoice): Invoice {
  const outside = invoice.amount_remaining;
  recordOutside(world, invoice, outside);
  const paid = becomePaid(
    world,
    invoice,
    {
      ...world.get('invoice', invoice.id),
      amount_paid: invoice.amount_paid + outside,
      amount_paid_off_stripe: (invoice.amount_paid_off_stripe ?? 0) + outside,
    },
    false,
  );
  cancelOpenPayments(world, paid);
  return paid;
}

/** `event` is null when Stripe did not even ask the bank. */
export function failPayment(
  world: World,
  invoiceId: string,
  event: 'invoice.payment_failed' | 'invoice.payment_action_required' | null,
): void {
  const invoice = world.get('invoice', invoiceId);
  const tried = update(world, 'invoice.updated', 'invoice', invoice, afterFailure(world, invoice));
  if (event !== null) emit(world, event, 'invoice', tried);
  if (event === 'invoice.payment_action_required' && tried.parent !== null)
    emit(world, 'invoice.payment_failed', 'invoice', tried);
  planRetry(world, tried);
  invoiceInArrears(world, tried);
  if (isExhausted(tried)) retriesExhausted(world, tried);
}
