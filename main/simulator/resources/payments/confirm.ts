// Charging a payment method: success, decline, authentication, or a debit that takes days.
import { refuse } from '../../api/failure.ts';
import type { PaymentIntent, PaymentMethod } from '../../world/records.ts';
import type { World } from '../../world/world.ts';
import { giveMandate, requireMandate } from '../mandates.ts';
import { askForAuthentication } from './authentication.ts';
import { reserve } from './capture.ts';
import { beginSettlement, createCharge } from './charges.ts';
import { beginDebit } from './debits.ts';
import { authenticationRequired, declines } from './outcomes.ts';
import { decline, succeed } from './results.ts';

function refuseMethod(intent: PaymentIntent, method: PaymentMethod): void {
  const types = intent.payment_method_types;
  if (types.includes(method.type)) return;
  throw refuse(
    `The PaymentMethod provided (${method.type}) is not allowed for this PaymentIntent. Please attach a PaymentMethod with one of the following types: ${types.join(', ')}. Alternatively update the allowed payment_method_types for this PaymentIntent to include "${method.type}".`,
    { code: 'payment_intent_incompatible_payment_method', param: 'payment_method' },
  );
}

/** Throws the decline, whose effects stay. With `offSession` nobody is there to authenticate or to agree to a mandate. */
export function confirmIntent(
  world: World,
  intent: PaymentIntent,
  given: PaymentMethod,
  offSession: boolean,
): PaymentIntent {
  refuseMethod(intent, given);
  const method = offSession ? requireMandate(world, given) : giveMandate(world, given);
  const trying = world.put('payment_intent', {
    ...intent,
    last_payment_error: null,
    payment_method: method.id,
  });
  const { outcome } = method.inner;
  const why = declines[outcome];
  if (why !== undefined) throw decline(world, trying, method, why);
  if (outcome === 'authentication_required') {
    if (offSession && world.settings.rules.offSessionAuthentication === 'declined')
      throw decline(world, trying, method, authenticationRequired);
    return askForAuthentication(world, trying);
  }
  if (outcome === 'sepa_processing' || outcome === 'sepa_fails') return beginDebit(world, trying, method);
  if (intent.capture_method === 'manual') return reserve(world, trying, method);
  const charge = createCharge(world, trying, method, 'succeeded', null);
  return succeed(world, trying, beginSettlement(world, charge));
}
