// Begins the next period of the items whose period is over, and bills it.
import { amountForSpan, periodAt, type Span } from '../../arithmetic/periods.ts';
import type { Invoice, Subscription, SubscriptionItem } from '../../world/records.ts';
import type { World } from '../../world/world.ts';
import { bill } from './billing.ts';
import { intervalOf, itemsOf, periodAmount, priceOf } from './items.ts';
import { periodDescription, type NewLine } from './lines.ts';

/** The time from a moment to the end of its period, or to the end of the subscription when that comes first. */
export function spanFrom(
  world: World,
  subscription: Subscription,
  item: SubscriptionItem,
  start: number,
): Span {
  const { end } = periodAt(subscription.billing_cycle_anchor, intervalOf(priceOf(world, item)), start);
  const { cancel_at: cancelAt } = subscription;
  return { start, end: cancelAt !== null && cancelAt > start ? Math.min(end, cancelAt) : end };
}

export function lineFor(
  world: World,
  subscription: Subscription,
  item: SubscriptionItem,
  span: Span,
): NewLine {
  const every = intervalOf(priceOf(world, item));
  const amount = amountForSpan(periodAmount(world, item), subscription.billing_cycle_anchor, every, span);
  return { item, span, amount, description: periodDescription(world, item), proration: false };
}

export function renew(world: World, id: string): Invoice {
  const subscription = world.get('subscription', id);
  const now = world.now();
  const due = itemsOf(world, subscription).filter((item) => item.current_period_end <= now);
  const renewed = due.map((item) => {
    const span = spanFrom(world, subscription, item, item.current_period_end);
    return world.put('subscription_item', {
      ...item,
      current_period_start: span.start,
      current_period_end: span.end,
      inner: { ...item.inner, debits: [] },
    });
  });
  const trialOver = subscription.status === 'trialing';
  const current = world.put('subscription', {
    ...subscription,
    status: trialOver ? 'active' : subscription.status,
  });
  return bill(world, current, {
    reason: 'subscription_cycle',
    lines: renewed.map((item) =>
      lineFor(world, current, item, { start: item.current_period_start, end: item.current_period_end }),
    ),
    period: { start: Math.min(...due.map((item) => item.current_period_start)), end: now },
  });
}
