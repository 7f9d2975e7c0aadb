// Test clocks: the time in which single test customers live, moved by hand (SDK TestClocks.d.ts).
// What follows the clock: customers, subscriptions, invoices and their items (they have a `test_clock`; measured by those who tried it in
// September 2026). What keeps the account's own time: payment intents, charges and refunds (stripe-python issue 1183, where Stripe says
// that this is meant), and events, which are listed by it (seen by those who poll them). Credit notes and movements of a customer's
// balance follow the clock here, which is UNCONFIRMED.
import { pageFields } from '../../api/common-params.ts';
import { refuse } from '../../api/failure.ts';
import { operation, type Operation } from '../../api/operation.ts';
import { pageOf } from '../../api/pages.ts';
import { naturalNumber, optional, required, text, type Parsed } from '../../api/params.ts';
import { plan } from '../../world/due.ts';
import { emit } from '../../world/events.ts';
import { render, renderById, type JsonObject } from '../../world/render.ts';
import type { World } from '../../world/world.ts';
import { startAdvancing } from './advance.ts';
import { attachCustomer } from './attach.ts';
import { deleteClock } from './delete.ts';

const createFields = {
  customer: optional(text()),
  frozen_time: required(naturalNumber),
  name: optional(text(300)),
};

/** Measured: `deletes_after` is 30 days after the creation. */
const KEPT_SECONDS = 30 * 86_400;

function create(world: World, params: Parsed<typeof createFields>): JsonObject {
  if (world.settings.livemode) throw refuse('Test clocks are only available in test mode.');
  const clock = world.put('test_clock', {
    id: world.id('clock'),
    object: 'test_helpers.test_clock',
    created: world.accountNow(),
    deletes_after: world.accountNow() + KEPT_SECONDS,
    frozen_time: params.frozen_time,
    livemode: false,
    name: params.name ?? null,
    status: 'ready',
    status_details: {},
  });
  emit(world, 'test_helpers.test_clock.created', 'test_clock', clock);
  if (params.customer !== undefined) attachCustomer(world, clock.id, params.customer);
  plan(world, KEPT_SECONDS * 1000, { kind: 'delete-test-clock', testClock: clock.id });
  return render(world, 'test_clock', clock);
}

function remove(world: World, id: string): JsonObject {
  deleteClock(world, id);
  return { id, object: 'test_helpers.test_clock', deleted: true };
}

const address = '/v1/test_helpers/test_clocks';

export const testClockOperations: readonly Operation[] = [
  operation(`POST ${address}`, createFields, create),
  operation(
    `POST ${address}/:id/advance`,
    { frozen_time: required(naturalNumber) },
    (world, params, id = '') => render(world, 'test_clock', startAdvancing(world, id, params.frozen_time)),
  ),
  operation(`GET ${address}/:id`, {}, (world, _params, id = '') => renderById(world, 'test_clock', id)),
  operation(`DELETE ${address}/:id`, {}, (world, _params, id = '') => remove(world, id)),
  operation(`GET ${address}`, pageFields, (world, params) =>
    pageOf(world, 'test_clock', address, params, () => true),
  ),
];
