// Changes of a subscription's items, prorated from a moment or not.
import { changeMetadata } from '../../api/common-params.ts';
import { refuse } from '../../api/failure.ts';
import { periodAt } from '../../arithmetic/periods.ts';
import type { Price, Subscription, SubscriptionItem } from '../../world/records.ts';
import type { World } from '../../world/world.ts';
import { applyDiscounts } from '../coupons.ts';
import { checkedRates, intervalOf, itemsOf, periodAmount, priceOf, pricedBy, writeItem } from './items.ts';
import type { ChangedItem } from './params.ts';
import { chargeRest, creditUnused } from './prorate.ts';

/** How time that is already running is charged anew. */
export interface Proration {
  /** Unix seconds; null when nothing is prorated. */
  readonly at: number | null;
}

function ownItem(world: World, subscription: Subscription, id: string): SubscriptionItem {
  const item = world.find('subscription_item', id);
  if (item?.subscription !== subscription.id)
    throw refuse(`No such subscription item: '${id}'`, { code: 'resource_missing', param: 'items[id]' });
  return item;
}

function runs({ status }: Subscription): boolean {
  return status === 'active' || status === 'past_due' || status === 'unpaid';
}

/** A new price starts with one unit unless a quantity is named. */
function changedItem(
  world: World,
  subscription: Subscription,
  item: SubscriptionItem,
  params: ChangedItem,
): SubscriptionItem {
  const reprices = params.price !== undefined || params.price_data !== undefined;
  const price = reprices ? pricedBy(world, params, subscription.currency).id : item.inner.price;
  const kept = reprices && price !== item.inner.price ? 1 : (item.quantity ?? 1);
  return {
    ...item,
    discounts:
      params.discounts === undefined
        ? item.discounts
        : applyDiscounts(world, params.discounts ?? [], {
            customer: subscription.customer,
            invoice: null,
            invoiceItem: null,
            currency: subscription.currency,
            subscription: subscription.id,
            subscriptionItem: item.id,
          }),
    metadata: changeMetadata(item.metadata, params.metadata),
    quantity: params.quantity ?? kept,
    inner: {
      ...item.inner,
      price,
      taxRates:
        params.tax_rates === undefined
          ? item.inner.taxRates
          : checkedRates(world, params.tax_rates, 'items[tax_rates]'),
    },
  };
}

function change(
  world: World,
  subscription: Subscription,
  item: SubscriptionItem,
  params: ChangedItem,
  { at }: Proration,
): void {
  const after = changedItem(world, subscription, item, params);
  const costs = after.inner.price !== item.inner.price || after.quantity !== item.quantity;
  const prorates = costs && at !== null && runs(subscription);
  if (prorates) creditUnused(world, subscription, item.id, at);
  const { debits } = world.get('subscription_item', item.id).inner;
  world.put('subscription_item', { ...after, inner: { ...after.inner, debits } });
  if (prorates) chargeRest(world, subscription, item.id, { start: at, end: item.current_period_end });
}

function add(world: World, subscription: Subscription, params: ChangedItem, { at }: Proration): string {
  const price = pricedBy(world, params, subscription.currency);
  refuseTwice(world, subscription, price);
  const now = world.now();
  const natural = periodAt(subscription.billing_cycle_anchor, intervalOf(price), now);
  const { cancel_at: cancelAt, trial_end: trialEnd } = subscription;
  const end = subscription.status === 'trialing' && trialEnd !== null ? trialEnd : natural.end;
  const item = writeItem(world, subscription, params, price, {
    start: Math.max(natural.start, subscription.start_date),
    end: cancelAt !== null && cancelAt > now ? Math.min(end, cancelAt) : end,
  });
  if (at !== null && runs(subscription))
    chargeRest(world, subscription, item.id, { start: at, end: item.current_period_end });
  return item.id;
}

function refuseTwice(world: World, subscription: Subscription, price: Price): void {
  if (itemsOf(world, subscription).some((item) => item.inner.price === price.id))
    throw refuse(`Cannot add multiple subscription items with the same plan: ${price.id}`, {
      param: 'items',
    });
}

function remove(world: World, subscription: Subscription, item: SubscriptionItem, { at }: Proration): void {
  if (at !== null && runs(subscription)) creditUnused(world, subscription, item.id, at);
  world.remove('subscription_item', item.id);
}

/** Writes the changes one after the other. */
export function changeItems(
  world: World,
  id: string,
  changes: readonly ChangedItem[],
  proration: Proration,
): void {
  for (const params of changes) {
    const subscription = world.get('subscription', id);
    const { items } = subscription.inner;
    const put = (next: readonly string[]): void => {
      world.put('subscription', { ...subscription, inner: { ...subscription.inner, items: next } });
    };
    if (params.id === undefined) put([...items, add(world, subscription, params, proration)]);
    else if (params.deleted === true) {
      remove(world, subscription, ownItem(world, subscription, params.id), proration);
      put(items.filter((other) => other !== params.id));
    } else change(world, subscription, ownItem(world, subscription, params.id), params, proration);
  }
  if (world.get('subscription', id).inner.items.length === 0)
    throw refuse(
      'A subscription must have at least one active plan. All plans on a subscription are being deleted.',
      { param: 'items' },
    );
}

/** Whether the changes are of the kind after which Stripe begins a new billing cycle at once. */
export function beginsAnew(
  world: World,
  subscription: Subscription,
  before: readonly SubscriptionItem[],
): boolean {
  if (!runs(subscription)) return false;
  const items = itemsOf(world, subscription);
  const intervals = new Map(
    before.map((item) => [item.id, JSON.stringify(intervalOf(priceOf(world, item)))]),
  );
  const otherInterval = items.some((item) => {
    const earlier = intervals.get(item.id);
    return earlier !== undefined && earlier !== JSON.stringify(intervalOf(priceOf(world, item)));
  });
  const cost = (of: readonly SubscriptionItem[]): number =>
    of.reduce((sum, item) => sum + periodAmount(world, item), 0);
  return otherInterval || (cost(before) === 0 && cost(items) > 0);
}
