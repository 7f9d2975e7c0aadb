// Gives an existing customer to a new test clock, for good (SDK TestClocks.d.ts `customer`). That all it has comes with it is UNCONFIRMED.
import { refuse } from '../../api/failure.ts';
import { moveToClock } from '../../world/due.ts';
import { update } from '../../world/events.ts';
import type { World } from '../../world/world.ts';
import { liveCustomer } from '../customer-lookup.ts';

export function attachCustomer(world: World, clock: string, customerId: string): void {
  const customer = liveCustomer(world, customerId, 'customer');
  if ((customer.test_clock ?? null) !== null)
    throw refuse('This customer already belongs to a test clock.', { param: 'customer' });
  update(world, 'customer.updated', 'customer', customer, { ...customer, test_clock: clock });
  for (const kind of ['invoice', 'invoiceitem', 'subscription'] as const)
    for (const record of world.table(kind).oldestFirst())
      if (record.customer === customerId) world.put(kind, { ...record, test_clock: clock });
  moveToClock(world, clock, (task) => {
    if ('invoice' in task) return world.find('invoice', task.invoice)?.customer === customerId;
    return 'subscription' in task && world.find('subscription', task.subscription)?.customer === customerId;
  });
}
