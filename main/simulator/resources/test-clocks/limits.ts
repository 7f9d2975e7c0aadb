// How much Stripe lets a test clock hold, and how far it lets it move at once.
import { refuse } from '../../api/failure.ts';
import { boundary } from '../../arithmetic/periods.ts';
import type { Customer, Subscription, TestClock } from '../../world/records.ts';
import type { World } from '../../world/world.ts';
import { intervalOf, itemsOf, priceOf } from '../subscriptions/items.ts';
import { hasEnded } from '../subscriptions/standing.ts';

/** Both numbers: docs.stripe.com/billing/testing/test-clocks/api-advanced-usage. That what was deleted or has ended leaves room is UNCONFIRMED. */
const CUSTOMERS_A_CLOCK = 3;
const SUBSCRIPTIONS_A_CUSTOMER = 3;

export function customersOf(world: World, clock: string): readonly Customer[] {
  return [...world.table('customer').oldestFirst()].filter(
    (customer) => customer.test_clock === clock && !customer.inner.deleted,
  );
}

function subscriptionsOf(
  world: World,
  keeps: (subscription: Subscription) => boolean,
): readonly Subscription[] {
  return [...world.table('subscription').oldestFirst()].filter(
    (subscription) => keeps(subscription) && !hasEnded(subscription),
  );
}

/** The clock's id; throws when there is none, or no place for one more customer. */
export function roomIn(world: World, clock: string): string {
  const { id } = world.get('test_clock', clock, 'test_clock');
  if (customersOf(world, id).length >= CUSTOMERS_A_CLOCK)
    throw refuse(`Test clocks can have up to ${CUSTOMERS_A_CLOCK} customers.`, { param: 'test_clock' });
  return id;
}

export function refuseCrowded(world: World, customer: Customer): void {
  if ((customer.test_clock ?? null) === null) return;
  if (
    subscriptionsOf(world, (subscription) => subscription.customer === customer.id).length <
    SUBSCRIPTIONS_A_CUSTOMER
  )
    return;
  throw refuse(`Customers with a test clock can have up to ${SUBSCRIPTIONS_A_CUSTOMER} subscriptions.`, {
    param: 'customer',
  });
}

/** Unix seconds: two intervals of the shortest subscription, or two years when there is none (SDK TestClocks.d.ts `frozen_time`). */
function furthest(world: World, clock: TestClock): number {
  const prices = subscriptionsOf(world, (subscription) => subscription.test_clock === clock.id)
    .flatMap((subscription) => itemsOf(world, subscription))
    .map((item) => intervalOf(priceOf(world, item)));
  const intervals = prices.length === 0 ? [{ interval: 'year', count: 1 }] : prices;
  return Math.min(...intervals.map((interval) => boundary(clock.frozen_time, interval, 2)));
}

/** The wording is ours; that it is 400 and names the parameter is Stripe's custom. */
export function refuseMove(world: World, clock: TestClock, target: number): void {
  const param = 'frozen_time';
  if (target <= clock.frozen_time)
    throw refuse('The time to advance to must be after the current frozen time.', { param });
  if (target > furthest(world, clock))
    throw refuse(
      'A test clock can be advanced by at most two intervals of its shortest subscription, or two years without one.',
      { param },
    );
}
