// Authentication: the bank wants to hear from its customer, who answers on the hosted page, or never does.
import { Failure } from '../../api/failure.ts';
import { emit } from '../../world/events.ts';
import type { PaymentIntent } from '../../world/records.ts';
import { render } from '../../world/render.ts';
import type { World } from '../../world/world.ts';
import { failPayment } from '../invoices/paid.ts';
import { beginSettlement, createCharge } from './charges.ts';
import { succeed } from './results.ts';

export function askForAuthentication(world: World, intent: PaymentIntent): PaymentIntent {
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

/** The customer did what the bank wanted. */
export function completeAuthentication(world: World, intent: PaymentIntent): PaymentIntent {
  const method = world.get('payment_method', intent.payment_method ?? '');
  const charge = createCharge(world, intent, method, 'succeeded', null);
  return succeed(world, intent, beginSettlement(world, charge));
}

const FAILED =
  'The provided PaymentMethod has failed authentication. You can provide payment_method_data or a new PaymentMethod to attempt to fulfill this PaymentIntent again.';

/** The customer did not get through: no charge was tried, and the method is given up. */
export function failAuthentication(world: World, intent: PaymentIntent): Failure {
  const { inner: _inner, ...method } = world.get('payment_method', intent.payment_method ?? '');
  const error = { code: 'payment_intent_authentication_failure', payment_method: method };
  const failed = world.put('payment_intent', {
    ...intent,
    last_payment_error: { ...error, message: FAILED, type: 'invalid_request_error' },
    next_action: null,
    payment_method: null,
    status: 'requires_payment_method',
  });
  emit(world, 'payment_intent.payment_failed', 'payment_intent', failed);
  if (failed.inner.invoice !== null) failPayment(world, failed.inner.invoice, 'invoice.payment_failed');
  return new Failure(
    402,
    'card_error',
    FAILED,
    { ...error, payment_intent: render(world, 'payment_intent', failed) },
    true,
  );
}
