// Automatic collection: charging the method on file, and trying again by a schedule.
import { Failure, refuse } from '../../api/failure.ts';
import type { Invoice, PaymentIntent, PaymentMethod } from '../../world/records.ts';
import type { World } from '../../world/world.ts';
import { requireMandate } from '../mandates.ts';
import { usableMethod } from '../payment-methods.ts';
import { confirmIntent } from '../payments/confirm.ts';
import { subscriptionOf } from '../subscriptions/standing.ts';
import { openIntent } from './invoice-payments.ts';
import { failPayment } from './paid.ts';

/** In Stripe's order: the invoice's own, the subscription's, the customer's. */
function methodOnFile(world: World, invoice: Invoice): string | null {
  return (
    invoice.default_payment_method ??
    subscriptionOf(world, invoice)?.default_payment_method ??
    world.get('customer', invoice.customer ?? '').invoice_settings.default_payment_method
  );
}

export function methodToCharge(world: World, invoice: Invoice): PaymentMethod {
  const id = methodOnFile(world, invoice);
  if (id === null)
    throw refuse(
      'This customer has no attached payment source or default payment method. Please consider adding a default payment method.',
      { code: 'resource_missing' },
    );
  return usableMethod(world, id, invoice.customer);
}

const keepsDeclines = (error: unknown): boolean => error instanceof Failure && error.leavesEffects;

/**
 * Charges without the customer being there; what refused it, or null when the money came or is on its way. A card that
 * wants authentication waits for its customer (docs.stripe.com/billing/subscriptions/overview, requires action).
 */
export function chargeNow(world: World, invoice: Invoice): Failure | null {
  const intent = openIntent(world, invoice);
  if (intent === null || intent.status === 'processing') return null;
  const charge = (): PaymentIntent =>
    confirmIntent(world, intent, requireMandate(world, methodToCharge(world, invoice)), false);
  try {
    const tried = world.step(charge, world.nowMs(), keepsDeclines);
    if (tried.status !== 'requires_action') return null;
    return new Failure(402, 'card_error', 'This payment requires additional user action.', {
      code: 'authentication_required',
    });
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    if (!error.leavesEffects) failPayment(world, invoice.id, 'invoice.payment_failed');
    return error;
  }
}

/** A refusal for good is not asked for again before there is another method. */
function refusedForGood(world: World, invoice: Invoice): boolean {
  const error = openIntent(world, invoice)?.last_payment_error;
  return (
    error?.advice_code === 'do_not_try_again' && error.payment_method?.id === methodOnFile(world, invoice)
  );
}

/** Tries once, because the invoice was just finalized or because its next attempt has come. */
export function collect(world: World, id: string): void {
  const invoice = world.find('invoice', id);
  if (invoice?.status !== 'open' || invoice.auto_advance !== true) return;
  world.put('invoice', { ...invoice, inner: { ...invoice.inner, retrying: invoice.attempt_count > 0 } });
  if (refusedForGood(world, invoice)) return failPayment(world, id, null);
  chargeNow(world, world.get('invoice', id));
}
