// Reading the items of subscriptions one by one.
import { pageFields } from '../../api/common-params.ts';
import { operation, type Operation } from '../../api/operation.ts';
import { pageOfArray } from '../../api/pages.ts';
import { required, text } from '../../api/params.ts';
import { render, renderById } from '../../world/render.ts';
import { itemsOf } from './items.ts';

export const subscriptionItemOperations: readonly Operation[] = [
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
