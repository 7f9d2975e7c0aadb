// Deletes a customer, whose subscriptions end at once (SDK Customers.d.ts `del`).
import { emit } from '../world/events.ts';
import type { Customer } from '../world/records.ts';
import type { World } from '../world/world.ts';
import { liveCustomer } from './customer-lookup.ts';
import { endSubscription } from './subscriptions/end.ts';
import { hasEnded } from './subscriptions/standing.ts';

export function deleteCustomer(world: World, id: string): Customer {
  liveCustomer(world, id);
  for (const subscription of world.table('subscription').oldestFirst())
    if (subscription.customer === id && !hasEnded(subscription))
      endSubscription(world, subscription.id, 'cancellation_requested');
  const customer = liveCustomer(world, id);
  emit(world, 'customer.deleted', 'customer', customer);
  return world.put('customer', { ...customer, inner: { ...customer.inner, deleted: true } });
}
