// The items of a subscription: their prices, what a period of them costs, and how they are written.
import { changeMetadata } from '../../api/common-params.ts';
import { refuse } from '../../api/failure.ts';
import { multiplyToAmount, ONE, parseDecimal } from '../../arithmetic/decimal.ts';
import type { Interval, Span } from '../../arithmetic/periods.ts';
import type { Price, Subscription, SubscriptionItem } from '../../world/records.ts';
import type { World } from '../../world/world.ts';
import { applyDiscounts } from '../coupons.ts';
import { createPrice } from '../prices.ts';
import { liveProduct } from '../product-lookup.ts';
import type { ItemParams } from './params.ts';

export function itemsOf(world: World, subscription: Subscription): readonly SubscriptionItem[] {
  return subscription.inner.items.map((id) => world.get('subscription_item', id));
}

export function priceOf(world: World, item: SubscriptionItem): Price {
  return world.get('price', item.inner.price);
}

export function intervalOf(price: Price): Interval {
  return { interval: price.recurring?.interval ?? 'month', count: price.recurring?.interval_count ?? 1 };
}

/** What a whole period of an item costs, before discounts. */
export function periodAmount(world: World, item: SubscriptionItem): number {
  const unit = parseDecimal(priceOf(world, item).unit_amount_decimal ?? '0');
  return multiplyToAmount(unit, BigInt(item.quantity ?? 1) * ONE);
}

/** The price that was named or stated; what cannot recur in this currency is refused. */
export function pricedBy(world: World, params: ItemParams, currency: string | null): Price {
  if ((params.price === undefined) === (params.price_data === undefined))
    throw refuse('You must specify one of price or price_data for each item.', {
      code: 'parameter_missing',
      param: 'items',
    });
  const price =
    params.price_data === undefined
      ? world.get('price', params.price ?? '', 'items[price]')
      : createPrice(world, {
          ...params.price_data,
          product: liveProduct(world, params.price_data.product, 'items[price_data][product]').id,
          active: false,
        });
  if (params.price !== undefined && !price.active)
    throw refuse('The price specified is inactive. This field only accepts active prices.', {
      param: 'items[price]',
    });
  if (price.type !== 'recurring')
    throw refuse(
      'The price specified is set to `type=one_time` but this field only accepts prices with `type=recurring`.',
      { param: 'items[price]' },
    );
  if (currency !== null && price.currency !== currency)
    throw refuse(
      `The price specified only supports \`${price.currency}\`. This doesn't match the expected currency: \`${currency}\`.`,
      { param: 'items[price]' },
    );
  return price;
}

export function checkedRates(
  world: World,
  ids: readonly string[] | null | undefined,
  param: string,
): readonly string[] {
  for (const id of ids ?? []) {
    if (!world.get('tax_rate', id, param).active)
      throw refuse(`The tax rate ${id} is archived and can't be used.`, { param });
  }
  return ids ?? [];
}

/** Writes an item; the caller puts it on its subscription. */
export function writeItem(
  world: World,
  subscription: Subscription,
  params: ItemParams,
  price: Price,
  period: Span,
): SubscriptionItem {
  const id = world.id('si');
  return world.put('subscription_item', {
    id,
    object: 'subscription_item',
    billing_thresholds: null,
    created: world.now(),
    current_period_end: period.end,
    current_period_start: period.start,
    current_trial: null,
    discounts: applyDiscounts(world, params.discounts ?? [], {
      customer: subscription.customer,
      invoice: null,
      invoiceItem: null,
      currency: price.currency,
      subscription: subscription.id,
      subscriptionItem: id,
    }),
    metadata: changeMetadata(null, params.metadata),
    quantity: params.quantity ?? 1,
    subscription: subscription.id,
    inner: {
      price: price.id,
      taxRates: checkedRates(world, params.tax_rates, 'items[tax_rates]'),
      debits: [],
    },
  });
}
