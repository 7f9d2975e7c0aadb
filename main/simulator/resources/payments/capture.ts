// Money that is reserved on a card first and taken later (`capture_method: manual`).
import { refuse } from '../../api/failure.ts';
import { emit, update } from '../../world/events.ts';
import type { PaymentIntent, PaymentMethod } from '../../world/records.ts';
import type { World } from '../../world/world.ts';
import { beginSettlement, createCharge, emitCharge } from './charges.ts';

export function reserve(world: World, intent: PaymentIntent, method: PaymentMethod): PaymentIntent {
  const charge = world.put('charge', {
    ...createCharge(world, intent, method, 'succeeded', null),
    amount_captured: 0,
    captured: false,
  });
  emitCharge(world, charge);
  const reserved = world.put('payment_intent', {
    ...intent,
    amount_capturable: intent.amount,
    latest_charge: charge.id,
    next_action: null,
    status: 'requires_capture',
  });
  emit(world, 'payment_intent.amount_capturable_updated', 'payment_intent', reserved);
  return reserved;
}

/** Takes all that was reserved. */
export function capture(world: World, intent: PaymentIntent): PaymentIntent {
  if (intent.status !== 'requires_capture' || intent.latest_charge === null) {
    throw refuse(
      `This PaymentIntent could not be captured because it has a status of ${intent.status}. Only a PaymentIntent with one of the following statuses may be captured: requires_capture.`,
      { code: 'payment_intent_unexpected_state' },
    );
  }
  const before = world.get('charge', intent.latest_charge);
  const captured = world.put('charge', { ...before, amount_captured: before.amount, captured: true });
  update(world, 'charge.captured', 'charge', before, beginSettlement(world, captured));
  const paid = world.put('payment_intent', {
    ...intent,
    amount_capturable: 0,
    amount_received: intent.amount,
    status: 'succeeded',
  });
  emit(world, 'payment_intent.succeeded', 'payment_intent', paid);
  return paid;
}
