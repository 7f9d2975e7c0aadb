// When a subscription does something by itself next.
import { cancelPlanned, plan } from '../../world/due.ts';
import type { Subscription } from '../../world/records.ts';
import type { World } from '../../world/world.ts';
import { itemsOf } from './items.ts';
import { hasEnded } from './standing.ts';

const DAY = 86_400;
/** Days before a renewal at which `invoice.upcoming` is written; the account's setting at Stripe. */
const RENEWAL_NOTICE = 7 * DAY;
const TRIAL_NOTICE = 3 * DAY;

export function periodEnd(world: World, subscription: Subscription): number {
  return Math.min(...itemsOf(world, subscription).map((item) => item.current_period_end));
}

/** Nothing is said of a renewal that the notice would come too late for, nor while nothing is collected. */
export function renewalNoticeAt(world: World, subscription: Subscription): number | null {
  const { cancel_at: cancelAt, collection_method: collects, inner, pause_collection: paused } = subscription;
  const end = periodEnd(world, subscription);
  if (collects !== 'charge_automatically' || paused !== null || inner.announced.renewal === end) return null;
  if (cancelAt !== null && cancelAt <= end) return null;
  const starts = itemsOf(world, subscription).map((item) => item.current_period_start);
  return end - RENEWAL_NOTICE > Math.min(...starts) ? end - RENEWAL_NOTICE : null;
}

export function trialNoticeAt({ inner, status, trial_end: end }: Subscription): number | null {
  if (status !== 'trialing' || end === null || inner.announced.trialEnd === end) return null;
  return end - TRIAL_NOTICE;
}

function moments(world: World, subscription: Subscription): readonly (number | null)[] {
  if (hasEnded(subscription)) return [];
  if (subscription.status === 'paused') return [subscription.cancel_at, subscription.inner.expiresAt];
  return [
    subscription.inner.expiresAt,
    subscription.cancel_at,
    subscription.pause_collection?.resumes_at ?? null,
    periodEnd(world, subscription),
    renewalNoticeAt(world, subscription),
    trialNoticeAt(subscription),
  ];
}

/** Keeps one task planned, for whatever comes first. */
export function planWake(world: World, id: string): void {
  cancelPlanned(world, (task) => task.kind === 'wake-subscription' && task.subscription === id);
  const times = moments(world, world.get('subscription', id)).filter((at) => at !== null);
  if (times.length === 0) return;
  const delay = Math.max(0, Math.min(...times) * 1000 - world.nowMs());
  plan(world, delay, { kind: 'wake-subscription', subscription: id });
}

/** The subscription of a customer that bills next. */
export function nextSubscription(world: World, customer: string): string | null {
  let next: { readonly id: string; readonly at: number } | null = null;
  for (const subscription of world.table('subscription').oldestFirst()) {
    if (subscription.customer !== customer || hasEnded(subscription) || subscription.status === 'paused')
      continue;
    const at = periodEnd(world, subscription);
    if (next === null || at < next.at) next = { id: subscription.id, at };
  }
  return next?.id ?? null;
}
