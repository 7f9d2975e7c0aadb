// Pausing a subscription as a whole, and resuming it: not the pause of its collection.
import { refuse } from '../../api/failure.ts';
import { object, oneOf, optional, required, type Parsed } from '../../api/params.ts';
import { emit } from '../../world/events.ts';
import type { Invoice, Subscription } from '../../world/records.ts';
import type { World } from '../../world/world.ts';
import { billPending, collectNow } from './bill-now.ts';
import { itemsOf } from './items.ts';
import { planWake } from './moments.ts';
import { fitToNow } from './moved-end.ts';
import { prorationBehavior } from './params.ts';
import { chargedUntil, chargeRest, creditUnused } from './prorate.ts';
import { resetAnchor } from './reset-anchor.ts';
import { changeSubscription, resumed } from './standing.ts';

export const pauseFields = {
  bill_for: optional(
    object({
      outstanding_usage_through: optional(object({ type: required(oneOf('none', 'now')) })),
      unused_time_from: optional(
        object({ type: required(oneOf('item_current_period_start', 'none', 'now')) }),
      ),
    }),
  ),
  invoicing_behavior: optional(oneOf('invoice', 'pending_invoice_item')),
  type: optional(oneOf('subscription')),
};
export const resumeFields = {
  billing_cycle_anchor: optional(object({ type: required(oneOf('now', 'unchanged')) })),
  payment_behavior: optional(oneOf('resume_on_payment_attempt', 'resume_on_payment_success')),
  proration_behavior: optional(prorationBehavior),
};

function refuseUnfit(subscription: Subscription): void {
  const { billing_mode: mode, collection_method: collects, pause_collection: paused, status } = subscription;
  if (mode.type !== 'flexible')
    throw refuse('Only subscriptions with `billing_mode[type]=flexible` can be paused.', {});
  if (collects !== 'charge_automatically')
    throw refuse(
      'You can only pause subscriptions with `collection_method` set to `charge_automatically`. To stop collecting payments, use `pause_collection`.',
      {},
    );
  if (paused !== null) throw refuse('A subscription with `pause_collection` cannot be paused.', {});
  if (status !== 'active' && status !== 'trialing' && status !== 'past_due')
    throw refuse(`A subscription in status \`${status}\` cannot be paused.`, {});
}

type Why = 'pause_requested' | 'trial_end_without_payment_method';

export function becomePaused(world: World, id: string, why: Why): void {
  changeSubscription(world, id, () =>
    world.put('subscription', {
      ...world.get('subscription', id),
      status: 'paused',
      status_details: {
        paused: { subscription: { type: why }, transitioned_at: world.now(), type: 'subscription' },
      },
    }),
  );
  emit(world, 'customer.subscription.paused', 'subscription', world.get('subscription', id));
  planWake(world, id);
}

export function pause(world: World, id: string, params: Parsed<typeof pauseFields>): Subscription {
  const subscription = world.get('subscription', id);
  refuseUnfit(subscription);
  const from = params.bill_for?.unused_time_from?.type ?? 'now';
  if (from !== 'none')
    for (const item of itemsOf(world, subscription))
      creditUnused(world, subscription, item.id, from === 'now' ? world.now() : item.current_period_start);
  const invoice =
    params.invoicing_behavior === 'invoice' ? billPending(world, world.get('subscription', id)) : null;
  becomePaused(world, id, 'pause_requested');
  if (invoice !== null) collectNow(world, invoice, false);
  return world.get('subscription', id);
}

/** The periods go on as if they had never stopped; what is left of the current one is charged where time is prorated. */
function resumeUnchanged(
  world: World,
  id: string,
  proration: Parsed<typeof resumeFields>['proration_behavior'],
): Invoice | null {
  const subscription = world.get('subscription', id);
  for (const item of itemsOf(world, subscription)) {
    const end = fitToNow(world, subscription, item);
    const start = chargedUntil(world.get('subscription_item', item.id), world.now());
    if (proration !== 'none') chargeRest(world, subscription, item.id, { start, end });
  }
  return proration === 'always_invoice' ? billPending(world, world.get('subscription', id)) : null;
}

export function resume(world: World, id: string, params: Parsed<typeof resumeFields>): Subscription {
  const subscription = world.get('subscription', id);
  if (subscription.status !== 'paused')
    throw refuse(
      `You can only resume a paused subscription. This subscription is ${subscription.status}.`,
      {},
    );
  if (subscription.collection_method !== 'charge_automatically')
    throw refuse(
      'Resume is only available for subscriptions that use `charge_automatically` collection.',
      {},
    );
  const made: (Invoice | null)[] = [];
  const unchanged = params.billing_cycle_anchor?.type === 'unchanged';
  changeSubscription(world, id, () =>
    made.push(unchanged ? resumeUnchanged(world, id, params.proration_behavior) : resetAnchor(world, id)),
  );
  const [invoice = null] = made;
  const waits = params.payment_behavior === 'resume_on_payment_success' && invoice !== null;
  if (waits) waitForPayment(world, id);
  else resumed(world, id);
  if (invoice !== null) collectNow(world, invoice, false);
  planWake(world, id);
  return world.get('subscription', id);
}

const WAIT_SECONDS = 23 * 3600;

/** Without the money the invoice is voided, and the subscription stays paused. */
function waitForPayment(world: World, id: string): void {
  const subscription = world.get('subscription', id);
  world.put('subscription', {
    ...subscription,
    inner: { ...subscription.inner, expiresAt: world.now() + WAIT_SECONDS },
  });
}

/** What the end of a trial without a way to pay means; null when it is billed like any other. */
export function endsWithoutMethod(world: World, subscription: Subscription): 'cancel' | 'pause' | null {
  if (subscription.status !== 'trialing' || subscription.collection_method !== 'charge_automatically')
    return null;
  if (subscription.trial_end === null || subscription.trial_end > world.now()) return null;
  const customer = world.get('customer', subscription.customer);
  const method = subscription.default_payment_method ?? customer.invoice_settings.default_payment_method;
  if (method !== null) return null;
  const behavior = subscription.trial_settings?.end_behavior.missing_payment_method;
  if (behavior === 'cancel') return 'cancel';
  return behavior === 'pause' ? 'pause' : null;
}
