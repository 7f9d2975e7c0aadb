// Cancels a subscription at once.
import { missing } from '../../api/failure.ts';
import type { Parsed } from '../../api/params.ts';
import type { Subscription } from '../../world/records.ts';
import type { World } from '../../world/world.ts';
import { billPending, collectNow } from './bill-now.ts';
import { endSubscription } from './end.ts';
import type { cancelFields } from './params.ts';
import { creditUnused, dropPending } from './prorate.ts';
import { hasEnded } from './standing.ts';

export function cancel(world: World, id: string, params: Parsed<typeof cancelFields>): Subscription {
  const subscription = world.get('subscription', id);
  if (hasEnded(subscription)) throw missing('subscription', id);
  const details = params.cancellation_details;
  if (details !== undefined)
    world.put('subscription', {
      ...subscription,
      cancellation_details: {
        comment: details.comment ?? null,
        feedback: details.feedback ?? null,
        feedback_option: null,
        reason: null,
      },
    });
  if (params.prorate === true)
    for (const item of subscription.inner.items) creditUnused(world, subscription, item, world.now());
  if (params.invoice_now === true) {
    const last = billPending(world, world.get('subscription', id));
    if (last !== null) collectNow(world, last, false);
  } else if (params.prorate !== true) dropPending(world, id);
  return endSubscription(world, id, 'cancellation_requested');
}
