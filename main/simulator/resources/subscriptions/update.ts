// Changes a subscription: its settings, whether its invoices are collected, its end, its items.
import { changeMetadata } from '../../api/common-params.ts';
import { refuse } from '../../api/failure.ts';
import type { Invoice, Subscription } from '../../world/records.ts';
import { tryOut } from '../../world/try-out.ts';
import type { World } from '../../world/world.ts';
import { billPending, collectNow } from './bill-now.ts';
import { cancelMoment } from './cancel-at.ts';
import { beginsAnew, changeItems, type Proration } from './change-items.ts';
import { itemsOf } from './items.ts';
import { fitPeriods } from './moved-end.ts';
import { planWake } from './moments.ts';
import type { Change } from './params.ts';
import { creditUnused } from './prorate.ts';
import { resetAnchor } from './reset-anchor.ts';
import { withSettings } from './settings.ts';
import { changeSubscription, hasEnded } from './standing.ts';
import { changeTrial } from './trial.ts';

/** What may still be said of a subscription that has ended. */
const finalFields = new Set(['metadata', 'cancellation_details']);
/** What may be said before the first payment. */
const incompleteFields = new Set(['metadata', 'default_payment_method', 'description']);

export function refuseUnchangeable(subscription: Subscription, params: Change): void {
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

function prorationOf(world: World, subscription: Subscription, params: Change): Proration {
  if (params.proration_behavior === 'none') return { at: null };
  const { proration_date: at } = params;
  if (at === undefined) return { at: world.now() };
  const items = itemsOf(world, subscription);
  if (
    at < Math.max(...items.map((item) => item.current_period_start)) ||
    at > Math.min(...items.map((item) => item.current_period_end))
  )
    throw refuse('`proration_date` must be within the current billing period.', { param: 'proration_date' });
  return { at };
}

/** The items, and the invoice of a new cycle when the change begins one. */
function applyItems(world: World, id: string, params: Change, proration: Proration): Invoice | null {
  const changes = params.items ?? [];
  const { status } = world.get('subscription', id);
  const restarts = params.billing_cycle_anchor?.type === 'now';
  if (restarts && (status === 'trialing' || status === 'paused'))
    throw refuse(`The billing cycle anchor of a subscription in status \`${status}\` cannot be set to now.`, {
      param: 'billing_cycle_anchor',
    });
  const before = itemsOf(world, world.get('subscription', id));
  const anew =
    restarts ||
    (changes.length > 0 &&
      tryOut(world, world.nowMs(), () => {
        changeItems(world, id, changes, { at: null });
        return beginsAnew(world, world.get('subscription', id), before);
      }));
  if (!anew) {
    if (changes.length > 0) changeItems(world, id, changes, proration);
    return null;
  }
  if (proration.at !== null)
    for (const item of before) creditUnused(world, world.get('subscription', id), item.id, world.now());
  changeItems(world, id, changes, { at: null });
  return resetAnchor(world, id);
}

/** All that is sent, in one change; the invoice that it makes at once, if any, as it is before anybody pays it. */
export function applyChange(world: World, id: string, params: Change): Invoice | null {
  const settled = withSettings(world, world.get('subscription', id), params);
  const told = withDetails(withPause(world, settled, params.pause_collection), params.cancellation_details);
  const subscription = world.put('subscription', withCancelAt(world, told, params));
  const proration = prorationOf(world, subscription, params);
  const cycle = applyItems(world, id, params, proration);
  const trial = changeTrial(world, id, params.trial_end, proration.at !== null);
  fitPeriods(world, id, proration);
  if (cycle !== null || trial !== null || params.proration_behavior !== 'always_invoice')
    return trial ?? cycle;
  return billPending(world, world.get('subscription', id));
}

export function updateSubscription(world: World, id: string, params: Change): Subscription {
  refuseUnchangeable(world.get('subscription', id), params);
  if (hasEnded(world.get('subscription', id)))
    return changeSubscription(world, id, () => {
      const ended = world.get('subscription', id);
      world.put('subscription', {
        ...withDetails(ended, params.cancellation_details),
        metadata: changeMetadata(ended.metadata, params.metadata),
      });
    });
  const made: (Invoice | null)[] = [];
  changeSubscription(world, id, () => made.push(applyChange(world, id, params)));
  for (const invoice of made)
    if (invoice !== null) collectNow(world, invoice, params.payment_behavior === 'error_if_incomplete');
  planWake(world, id);
  return world.get('subscription', id);
}
