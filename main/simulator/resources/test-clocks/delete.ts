// Deletes a test clock, and with it its customers, whose subscriptions end (docs.stripe.com/billing/testing/test-clocks/api-advanced-usage).
import { cancelPlanned, cancelPlannedIn } from '../../world/due.ts';
import { emit } from '../../world/events.ts';
import type { TestClock } from '../../world/records.ts';
import type { World } from '../../world/world.ts';
import { deleteCustomer } from '../delete-customer.ts';
import { customersOf } from './limits.ts';

/** Whether each customer and subscription is told of is UNCONFIRMED (`deletedTestClock`). */
function deleteCustomers(world: World, clock: TestClock): void {
  const { quiet } = world;
  world.quiet = quiet || world.settings.rules.deletedTestClock === 'clock_told';
  try {
    world.within(clock, () => {
      for (const customer of customersOf(world, clock.id)) deleteCustomer(world, customer.id);
    });
  } finally {
    world.quiet = quiet;
  }
}

export function deleteClock(world: World, id: string): void {
  const clock = world.get('test_clock', id);
  deleteCustomers(world, clock);
  cancelPlannedIn(world, id);
  cancelPlanned(world, (task) => 'testClock' in task && task.testClock === id);
  world.remove('test_clock', id);
  emit(world, 'test_helpers.test_clock.deleted', 'test_clock', clock);
}
