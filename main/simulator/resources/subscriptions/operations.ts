// The operations on subscriptions.
import { inRange, pageFields, range } from '../../api/common-params.ts';
import { missing } from '../../api/failure.ts';
import { operation, type Operation } from '../../api/operation.ts';
import { pageOf } from '../../api/pages.ts';
import { oneOf, optional, text, type Parsed } from '../../api/params.ts';
import type { Subscription } from '../../world/records.ts';
import { render, renderById, type JsonObject } from '../../world/render.ts';
import type { World } from '../../world/world.ts';
import { cancel } from './cancel.ts';
import { createSubscription } from './create.ts';
import { itemsOf } from './items.ts';
import { cancelFields, createFields, updateFields } from './params.ts';
import { pause, pauseFields, resume, resumeFields } from './pause.ts';
import { changeSubscription, hasEnded } from './standing.ts';
import { updateSubscription } from './update.ts';

const listFields = {
  ...pageFields,
  collection_method: optional(oneOf('charge_automatically', 'send_invoice')),
  created: optional(range),
  current_period_end: optional(range),
  current_period_start: optional(range),
  customer: optional(text()),
  price: optional(text()),
  status: optional(
    oneOf(
      'active',
      'all',
      'canceled',
      'ended',
      'incomplete',
      'incomplete_expired',
      'past_due',
      'paused',
      'trialing',
      'unpaid',
    ),
  ),
  test_clock: optional(text()),
};
type ListParams = Parsed<typeof listFields>;

/** Without a word about the status, what was canceled is left out. */
function hasStatus(subscription: Subscription, status: ListParams['status']): boolean {
  if (status === undefined) return subscription.status !== 'canceled';
  if (status === 'all') return true;
  return status === 'ended' ? hasEnded(subscription) : subscription.status === status;
}

/** Without the clock or the customer, what is in a test clock is left out (SDK Subscriptions.d.ts `test_clock`). */
function isInTime(subscription: Subscription, { customer, test_clock: clock }: ListParams): boolean {
  if (clock !== undefined) return subscription.test_clock === clock;
  return customer !== undefined || subscription.test_clock === null;
}

function matches(world: World, subscription: Subscription, params: ListParams): boolean {
  const items = itemsOf(world, subscription);
  return [
    isInTime(subscription, params),
    hasStatus(subscription, params.status),
    params.customer === undefined || subscription.customer === params.customer,
    params.collection_method === undefined || subscription.collection_method === params.collection_method,
    params.price === undefined || items.some((item) => item.inner.price === params.price),
    inRange(subscription.created, params.created),
    inRange(Math.min(...items.map((item) => item.current_period_end)), params.current_period_end),
    inRange(Math.max(...items.map((item) => item.current_period_start)), params.current_period_start),
  ].every(Boolean);
}

function deleteDiscount(world: World, id: string): JsonObject {
  const [discount] = world.get('subscription', id).discounts;
  if (discount === undefined) throw missing('discount', id, 'discount');
  changeSubscription(world, id, () =>
    world.put('subscription', { ...world.get('subscription', id), discounts: [] }),
  );
  return { ...render(world, 'discount', world.get('discount', discount)), deleted: true };
}

export const subscriptionOperations: readonly Operation[] = [
  operation('POST /v1/subscriptions', createFields, (world, params) =>
    render(world, 'subscription', createSubscription(world, params)),
  ),
  operation('POST /v1/subscriptions/:id', updateFields, (world, params, id = '') =>
    render(world, 'subscription', updateSubscription(world, id, params)),
  ),
  operation('DELETE /v1/subscriptions/:id', cancelFields, (world, params, id = '') =>
    render(world, 'subscription', cancel(world, id, params)),
  ),
  operation('POST /v1/subscriptions/:id/pause', pauseFields, (world, params, id = '') =>
    render(world, 'subscription', pause(world, id, params)),
  ),
  operation('POST /v1/subscriptions/:id/resume', resumeFields, (world, params, id = '') =>
    render(world, 'subscription', resume(world, id, params)),
  ),
  operation('DELETE /v1/subscriptions/:id/discount', {}, (world, _params, id = '') =>
    deleteDiscount(world, id),
  ),
  operation('GET /v1/subscriptions/:id', {}, (world, _params, id = '') =>
    renderById(world, 'subscription', id),
  ),
  operation('GET /v1/subscriptions', listFields, (world, params) =>
    pageOf(world, 'subscription', '/v1/subscriptions', params, (subscription) =>
      matches(world, subscription, params),
    ),
  ),
];
