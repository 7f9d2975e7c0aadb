// Items of subscriptions one by one: each change is a change of its subscription.
import { pageFields } from '../../api/common-params.ts';
import { refuse } from '../../api/failure.ts';
import { operation, type Operation } from '../../api/operation.ts';
import { pageOfArray } from '../../api/pages.ts';
import { integer, oneOf, optional, parseFields, required, text, type Parsed } from '../../api/params.ts';
import { render, renderById, type JsonObject } from '../../world/render.ts';
import type { World } from '../../world/world.ts';
import { itemsOf } from './items.ts';
import { itemFields, prorationBehavior, updateFields, type Change, type ChangedItem } from './params.ts';
import { updateSubscription } from './update.ts';

const howFields = {
  payment_behavior: optional(oneOf('allow_incomplete', 'default_incomplete', 'error_if_incomplete')),
  proration_behavior: optional(prorationBehavior),
  proration_date: optional(integer),
};
const changeFields = { ...itemFields, ...howFields };
type How = Parsed<typeof howFields>;

const noChange: Change = parseFields(updateFields, {});
const noItem: ChangedItem = {
  deleted: undefined,
  discounts: undefined,
  id: undefined,
  metadata: undefined,
  price: undefined,
  price_data: undefined,
  quantity: undefined,
  tax_rates: undefined,
};

function changeOne(world: World, subscription: string, item: Partial<ChangedItem>, how: How): void {
  const { payment_behavior, proration_behavior, proration_date } = how;
  updateSubscription(world, subscription, {
    ...noChange,
    payment_behavior,
    proration_behavior,
    proration_date,
    items: [{ ...noItem, ...item }],
  });
}

function create(
  world: World,
  params: Parsed<typeof changeFields> & { readonly subscription: string },
): JsonObject {
  const { payment_behavior, proration_behavior, proration_date, subscription, ...item } = params;
  world.get('subscription', subscription, 'subscription');
  changeOne(world, subscription, item, { payment_behavior, proration_behavior, proration_date });
  const created = world.get('subscription', subscription).inner.items.at(-1);
  return renderById(world, 'subscription_item', created ?? '');
}

export const subscriptionItemOperations: readonly Operation[] = [
  operation(
    'POST /v1/subscription_items',
    { ...changeFields, subscription: required(text()) },
    (world, params) => create(world, params),
  ),
  operation('POST /v1/subscription_items/:id', changeFields, (world, params, id = '') => {
    const { payment_behavior, proration_behavior, proration_date, ...item } = params;
    const how = { payment_behavior, proration_behavior, proration_date };
    changeOne(world, world.get('subscription_item', id).subscription, { ...item, id }, how);
    return renderById(world, 'subscription_item', id);
  }),
  operation('DELETE /v1/subscription_items/:id', howFields, (world, params, id = '') => {
    const { subscription } = world.get('subscription_item', id);
    if (world.get('subscription', subscription).inner.items.length === 1)
      throw refuse(
        'A subscription must have at least one active plan. To cancel the subscription, use the cancel endpoint.',
        {},
      );
    changeOne(world, subscription, { id, deleted: true }, params);
    return { id, object: 'subscription_item', deleted: true };
  }),
  operation('GET /v1/subscription_items/:id', {}, (world, _params, id = '') =>
    renderById(world, 'subscription_item', id),
  ),
  operation(
    'GET /v1/subscription_items',
    { ...pageFields, subscription: required(text()) },
    (world, params) => {
      const items = itemsOf(world, world.get('subscription', params.subscription, 'subscription'));
      const rows = items.map((item) => render(world, 'subscription_item', item));
      return pageOfArray('/v1/subscription_items', rows, params);
    },
  ),
];
