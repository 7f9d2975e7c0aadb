// What a subscription does by itself when its moment has come.
import { emit } from '../../world/events.ts';
import type { Subscription } from '../../world/records.ts';
import type { World } from '../../world/world.ts';
import { voidInvoice } from '../invoices/finalize.ts';
import { billPending } from './bill-now.ts';
import { endSubscription } from './end.ts';
import { periodEnd, planWake, renewalNoticeAt, trialNoticeAt } from './moments.ts';
import { becomePaused, endsWithoutMethod } from './pause.ts';
import { announceRenewal } from './preview.ts';
import { renew } from './renew.ts';
import { changeSubscription, hasEnded } from './standing.ts';

/** The payment that was waited for did not come: its invoice is void; a new subscription never was, a paused one stays so. */
function expire(world: World, subscription: Subscription): void {
  const first = world.find('invoice', subscription.latest_invoice ?? '');
  if (subscription.status === 'paused') {
    world.put('subscription', {
      ...subscription,
      inner: { ...subscription.inner, expiresAt: null },
    });
    planWake(world, subscription.id);
  } else endSubscription(world, subscription.id, 'payment_failed', 'incomplete_expired');
  if (first?.status === 'open') voidInvoice(world, first.id);
}

function resumeCollection(world: World, subscription: Subscription): void {
  const at = subscription.pause_collection?.resumes_at ?? null;
  if (at === null || at > world.now()) return;
  changeSubscription(world, subscription.id, () =>
    world.put('subscription', { ...subscription, pause_collection: null }),
  );
}

function announce(world: World, id: string): void {
  const subscription = world.get('subscription', id);
  const { announced } = subscription.inner;
  const isDue = (at: number | null): boolean => at !== null && at <= world.now();
  const [renewal, trial] = [isDue(renewalNoticeAt(world, subscription)), isDue(trialNoticeAt(subscription))];
  const after = world.put('subscription', {
    ...subscription,
    inner: {
      ...subscription.inner,
      announced: {
        renewal: renewal ? periodEnd(world, subscription) : announced.renewal,
        trialEnd: trial ? subscription.trial_end : announced.trialEnd,
      },
    },
  });
  if (trial) emit(world, 'customer.subscription.trial_will_end', 'subscription', after);
  if (renewal) announceRenewal(world, after);
}

export function wake(world: World, id: string): void {
  const subscription = world.find('subscription', id);
  if (subscription === undefined || hasEnded(subscription)) return;
  const now = world.now();
  const { cancel_at: cancelAt, inner, status } = subscription;
  if (inner.expiresAt !== null && inner.expiresAt <= now) return expire(world, subscription);
  if (cancelAt !== null && cancelAt <= now) {
    billPending(world, subscription, 'subscription_cycle');
    endSubscription(world, id, 'cancellation_requested');
    return;
  }
  resumeCollection(world, subscription);
  const without = endsWithoutMethod(world, subscription);
  if (without === 'cancel') {
    endSubscription(world, id, 'payment_failed');
    return;
  }
  if (without === 'pause') return becomePaused(world, id, 'trial_end_without_payment_method');
  if (status !== 'paused' && periodEnd(world, world.get('subscription', id)) <= now)
    changeSubscription(world, id, () => renew(world, id));
  announce(world, id);
  planWake(world, id);
}
