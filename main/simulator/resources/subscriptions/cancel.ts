// Cancels a subscription at once.
import { refuse } from '../../api/failure.ts';
import type { Parsed } from '../../api/params.ts';
import type { Subscription } from '../../world/records.ts';
import type { World } from '../../world/world.ts';
import { endSubscription } from './end.ts';
import type { cancelFields } from './params.ts';
import { hasEnded } from './standing.ts';

export function cancel(world: World, id: string, params: Parsed<typeof cancelFields>): Subscription {
  const subscription = world.get('subscription', id);
  if (hasEnded(subscription))
    throw refuse(`No such subscription: '${id}'`, { code: 'resource_missing', param: 'id' });
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
  return endSubscription(world, id, 'cancellation_requested');
}
