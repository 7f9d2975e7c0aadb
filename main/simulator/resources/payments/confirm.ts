// Charging a payment method: success, decline, authentication, or a debit that takes days.
import type { PaymentIntent, PaymentMethod } from '../../world/records.ts';
import type { World } from '../../world/world.ts';
import { askForAuthentication } from './authentication.ts';
import { beginSettlement, createCharge } from './charges.ts';
import { beginDebit } from './debits.ts';
import { authenticationRequired, declines } from './outcomes.ts';
import { decline, succeed } from './results.ts';

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
