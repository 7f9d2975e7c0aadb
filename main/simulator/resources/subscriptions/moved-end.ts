// Shortens or lengthens the current periods when the end of a subscription moves.
import { periodAt } from '../../arithmetic/periods.ts';
import type { Subscription, SubscriptionItem } from '../../world/records.ts';
import type { World } from '../../world/world.ts';
import type { Proration } from './change-items.ts';
import { intervalOf, itemsOf, priceOf } from './items.ts';
import { chargedUntil, chargeRest, creditUnused } from './prorate.ts';

/** Where the current period would end if the subscription went on. */
export function naturalEnd(world: World, subscription: Subscription, item: SubscriptionItem): number {
  const { billing_cycle_anchor: anchor, status, trial_end: trialEnd } = subscription;
  if (status === 'trialing' && trialEnd !== null) return trialEnd;
  return periodAt(anchor, intervalOf(priceOf(world, item)), item.current_period_start).end;
}

/** Time that falls away is credited where time is prorated; time that comes back is charged unless it was already. */
export function fitPeriods(world: World, id: string, { at }: Proration): void {
  const subscription = world.get('subscription', id);
  const { cancel_at: cancelAt, status } = subscription;
  for (const before of itemsOf(world, subscription)) {
    const natural = naturalEnd(world, subscription, before);
    const end = cancelAt === null ? natural : Math.min(natural, cancelAt);
    if (end === before.current_period_end) continue;
    const prorates = at !== null && status !== 'trialing' && status !== 'paused';
    if (prorates && end < before.current_period_end) creditUnused(world, subscription, before.id, end);
    const item = world.get('subscription_item', before.id);
    world.put('subscription_item', { ...item, current_period_end: end });
    if (prorates && end > before.current_period_end)
      chargeRest(world, subscription, before.id, { start: chargedUntil(item, at), end });
  }
}

/** Moves an item whose periods have stood still to the period that runs now; its end. */
export function fitToNow(world: World, subscription: Subscription, item: SubscriptionItem): number {
  const { billing_cycle_anchor: anchor, cancel_at: cancelAt } = subscription;
  const natural = periodAt(anchor, intervalOf(priceOf(world, item)), world.now());
  const end = cancelAt === null ? natural.end : Math.min(natural.end, cancelAt);
  const stays = item.current_period_end === end;
  const current = world.get('subscription_item', item.id);
  world.put('subscription_item', {
    ...current,
    current_period_start: stays ? current.current_period_start : natural.start,
    current_period_end: end,
    inner: { ...current.inner, debits: stays ? current.inner.debits : [] },
  });
  return end;
}
