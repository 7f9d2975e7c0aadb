// Begins a new billing cycle now and bills its first period; what is pending for the old one goes with it.
import type { Invoice } from '../../world/records.ts';
import type { World } from '../../world/world.ts';
import { bill } from './billing.ts';
import { itemsOf } from './items.ts';
import { lineFor, spanFrom } from './renew.ts';

export function resetAnchor(world: World, id: string): Invoice {
  const before = world.get('subscription', id);
  const now = world.now();
  const subscription = world.put('subscription', { ...before, billing_cycle_anchor: now });
  const items = itemsOf(world, subscription).map((item) => {
    const span = spanFrom(world, subscription, item, now);
    return world.put('subscription_item', {
      ...item,
      current_period_start: span.start,
      current_period_end: span.end,
      inner: { ...item.inner, debits: [] },
    });
  });
  return bill(world, subscription, {
    reason: 'subscription_update',
    lines: items.map((item) =>
      lineFor(world, subscription, item, { start: item.current_period_start, end: item.current_period_end }),
    ),
    period: { start: now, end: now },
  });
}
