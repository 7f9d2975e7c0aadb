// Mandates: a customer's permission to debit an account again.
import { refuse } from '../api/failure.ts';
import { operation, type Operation } from '../api/operation.ts';
import { emit } from '../world/events.ts';
import type { Mandate, PaymentMethod } from '../world/records.ts';
import { renderById } from '../world/render.ts';
import type { World } from '../world/world.ts';

/** The customer agrees on a page of Stripe's; only debits need it. */
export function giveMandate(world: World, method: PaymentMethod): PaymentMethod {
  if (method.sepa_debit === undefined || method.inner.mandate !== null) return method;
  const reference = world.secret(16).toUpperCase();
  const mandate = world.put('mandate', {
    id: world.id('mandate'),
    object: 'mandate',
    customer_acceptance: {
      accepted_at: world.accountNow(),
      online: { ip_address: '203.0.113.7', user_agent: 'Mozilla/5.0' },
      type: 'online',
    },
    livemode: false,
    multi_use: {},
    payment_method: method.id,
    payment_method_details: {
      sepa_debit: {
        reference,
        url: `https://hooks.stripe.com/adapter/sepa_debit/file/src_${reference}`,
      },
      type: 'sepa_debit',
    },
    status: 'active',
    type: 'multi_use',
  });
  return world.put('payment_method', { ...method, inner: { ...method.inner, mandate: mandate.id } });
}

function activeMandate(world: World, method: PaymentMethod): Mandate | null {
  const mandate = method.inner.mandate === null ? undefined : world.get('mandate', method.inner.mandate);
  return mandate?.status === 'active' ? mandate : null;
}

/** Nobody is there to agree: under the rule `attachedDebit` a debit that was only attached counts as agreed to, or is refused. */
export function requireMandate(world: World, method: PaymentMethod): PaymentMethod {
  if (method.sepa_debit === undefined || activeMandate(world, method) !== null) return method;
  if (world.settings.rules.attachedDebit === 'implies_mandate') return giveMandate(world, method);
  throw refuse(
    'The PaymentMethod provided (sepa_debit) cannot be charged off-session, because its customer has not accepted a mandate for it.',
    { code: 'payment_intent_mandate_invalid', param: 'payment_method' },
  );
}

export function withdrawMandate(world: World, method: PaymentMethod): void {
  const mandate = activeMandate(world, method);
  if (mandate === null) return;
  const inactive = world.put('mandate', { ...mandate, status: 'inactive' });
  emit(world, 'mandate.updated', 'mandate', inactive, { status: mandate.status });
}

export const mandateOperations: readonly Operation[] = [
  operation('GET /v1/mandates/:id', {}, (world, _params, id = '') => renderById(world, 'mandate', id)),
];
