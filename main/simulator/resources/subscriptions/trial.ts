// Trials that begin, move or end while the subscription is already there.
import { refuse } from '../../api/failure.ts';
import { emit } from '../../world/events.ts';
import type { Invoice } from '../../world/records.ts';
import type { World } from '../../world/world.ts';
import { itemsOf } from './items.ts';
import { creditUnused } from './prorate.ts';
import { resetAnchor } from './reset-anchor.ts';

/** The customer pays from now on: a new cycle begins at once. */
function endTrial(world: World, id: string): Invoice | null {
  const subscription = world.get('subscription', id);
  if (subscription.status !== 'trialing') return null;
  emit(world, 'customer.subscription.trial_will_end', 'subscription', subscription);
  world.put('subscription', { ...subscription, status: 'active', trial_end: world.now() });
  return resetAnchor(world, id);
}

/** Time that was already charged is given back where time is prorated. */
function trialUntil(world: World, id: string, end: number, prorates: boolean): void {
  const subscription = world.get('subscription', id);
  const now = world.now();
  if (end <= now)
    throw refuse('Invalid timestamp: must be an integer Unix timestamp in the future.', {
      param: 'trial_end',
    });
  const already = subscription.status === 'trialing';
  for (const { id: itemId } of itemsOf(world, subscription)) {
    if (prorates && !already) creditUnused(world, subscription, itemId, now);
    const item = world.get('subscription_item', itemId);
    world.put('subscription_item', {
      ...item,
      current_period_start: already ? item.current_period_start : now,
      current_period_end: end,
      inner: { ...item.inner, debits: [] },
    });
  }
  world.put('subscription', {
    ...subscription,
    billing_cycle_anchor: end,
    status: 'trialing',
    trial_end: end,
    trial_start: already ? subscription.trial_start : now,
  });
}

/** The invoice of a new cycle, when the trial ends now. */
export function changeTrial(
  world: World,
  id: string,
  trialEnd: number | 'now' | undefined,
  prorates: boolean,
): Invoice | null {
  if (trialEnd === undefined) return null;
  if (trialEnd === 'now') return endTrial(world, id);
  trialUntil(world, id, trialEnd, prorates);
  return null;
}
