// Changes a subscription: its settings, whether its invoices are collected, its end, its items.
import { refuse } from '../../api/failure.ts';
import type { Subscription } from '../../world/records.ts';
import type { World } from '../../world/world.ts';
import { cancelMoment } from './cancel-at.ts';
import { planWake } from './moments.ts';
import type { Change } from './params.ts';
import { withSettings } from './settings.ts';
import { changeSubscription, hasEnded } from './standing.ts';

/** What may still be said of a subscription that has ended. */
const finalFields = new Set(['metadata', 'cancellation_details']);
/** What may be said before the first payment. */
const incompleteFields = new Set(['metadata', 'default_payment_method', 'description']);

function refuseUnchangeable(subscription: Subscription, params: Change): void {
  const allowed = hasEnded(subscription)
    ? finalFields
    : subscription.status === 'incomplete'
      ? incompleteFields
      : null;
  if (allowed === null) return;
  const other = Object.entries(params).find(([name, value]) => value !== undefined && !allowed.has(name));
  if (other !== undefined)
    throw refuse(
      hasEnded(subscription)
        ? 'A canceled subscription can only update its cancellation_details and metadata.'
        : `A subscription in status \`incomplete\` can only have metadata and default_source updated (${other[0]}).`,
      { param: other[0] },
    );
}

function withPause(
  world: World,
  subscription: Subscription,
  pause: Change['pause_collection'],
): Subscription {
  if (pause === undefined) return subscription;
  if (pause === null) return { ...subscription, pause_collection: null };
  const resumesAt = pause.resumes_at ?? null;
  if (resumesAt !== null && resumesAt <= world.now())
    throw refuse('`resumes_at` must be a timestamp in the future.', {
      param: 'pause_collection[resumes_at]',
    });
  return { ...subscription, pause_collection: { behavior: pause.behavior, resumes_at: resumesAt } };
}

function withDetails(subscription: Subscription, details: Change['cancellation_details']): Subscription {
  if (details === undefined) return subscription;
  const existing = subscription.cancellation_details;
  return {
    ...subscription,
    cancellation_details: {
      comment: details.comment === undefined ? (existing?.comment ?? null) : details.comment,
      feedback: details.feedback === undefined ? (existing?.feedback ?? null) : details.feedback,
      feedback_option: null,
      reason: existing?.reason ?? null,
    },
  };
}

function withCancelAt(world: World, subscription: Subscription, params: Change): Subscription {
  const cancel = cancelMoment(world, subscription, params.cancel_at, params.cancel_at_period_end);
  if (cancel === undefined) return subscription;
  const reason = cancel.at === null ? null : 'cancellation_requested';
  return {
    ...subscription,
    cancel_at: cancel.at,
    cancel_at_period_end: cancel.atPeriodEnd,
    canceled_at: cancel.at === null ? null : world.now(),
    cancellation_details: {
      comment: null,
      feedback: null,
      feedback_option: null,
      ...subscription.cancellation_details,
      reason,
    },
  };
}

export function updateSubscription(world: World, id: string, params: Change): Subscription {
  refuseUnchangeable(world.get('subscription', id), params);
  const changed = changeSubscription(world, id, () => {
    const settled = withDetails(
      withSettings(world, world.get('subscription', id), params),
      params.cancellation_details,
    );
    world.put(
      'subscription',
      withCancelAt(world, withPause(world, settled, params.pause_collection), params),
    );
  });
  planWake(world, id);
  return changed;
}
