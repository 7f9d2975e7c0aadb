// Creates subscriptions: their time, their items, and the first invoice.
import { refuse } from '../../api/failure.ts';
import { boundary, periodAt, type Span } from '../../arithmetic/periods.ts';
import { emit } from '../../world/events.ts';
import type { Invoice, Price, Subscription } from '../../world/records.ts';
import type { World } from '../../world/world.ts';
import { liveCustomer } from '../customer-lookup.ts';
import { refuseCrowded } from '../test-clocks/limits.ts';
import { blankSubscription } from './blank.ts';
import { cancelMoment } from './cancel-at.ts';
import { billFirst, payFirst } from './first-invoice.ts';
import { intervalOf, pricedBy, writeItem } from './items.ts';
import { planWake } from './moments.ts';
import type { Creation } from './params.ts';
import { withSettings } from './settings.ts';

const DAY = 86_400;

function trialEndOf(world: World, params: Creation): number | null {
  const now = world.now();
  if (params.trial_end !== undefined && params.trial_period_days !== undefined)
    throw refuse('You may only specify one of these parameters: trial_end, trial_period_days.', {
      code: 'parameters_exclusive',
      param: 'trial_end',
    });
  if (params.trial_end === 'now') return null;
  const days = params.trial_period_days ?? 0;
  const end = params.trial_end ?? (days > 0 ? now + days * DAY : null);
  if (end !== null && end <= now)
    throw refuse('Invalid timestamp: must be an integer Unix timestamp in the future.', {
      param: 'trial_end',
    });
  return end;
}

/** A first period cannot be longer than a whole one. */
function anchorOf(world: World, params: Creation, prices: readonly Price[], trialEnd: number | null): number {
  const { billing_cycle_anchor: anchor } = params;
  const start = trialEnd ?? world.now();
  if (anchor === undefined) return start;
  if (anchor <= world.now())
    throw refuse('`billing_cycle_anchor` must be a timestamp in the future.', {
      param: 'billing_cycle_anchor',
    });
  const latest = Math.min(...prices.map((price) => boundary(start, intervalOf(price), 1)));
  if (anchor > latest)
    throw refuse(
      '`billing_cycle_anchor` cannot be later than next natural billing date (' +
        latest +
        ') for the subscription.',
      { param: 'billing_cycle_anchor' },
    );
  return anchor;
}

function startOf(world: World, params: Creation): number {
  const { backdate_start_date: start } = params;
  if (start === undefined) return world.now();
  if (start > world.now())
    throw refuse('`backdate_start_date` must be a timestamp in the past.', { param: 'backdate_start_date' });
  return start;
}

function firstSpan(world: World, subscription: Subscription, price: Price): Span {
  const { billing_cycle_anchor: anchor, start_date: start, trial_end: trialEnd } = subscription;
  const now = world.now();
  if (trialEnd !== null) return { start: now, end: trialEnd };
  const natural = periodAt(anchor, intervalOf(price), now);
  return { start: Math.max(start, natural.start), end: natural.end };
}

function written(world: World, params: Creation): Subscription {
  if (params.customer === undefined)
    throw refuse('Missing required param: customer.', { code: 'parameter_missing', param: 'customer' });
  if (params.items === undefined || params.items.length === 0)
    throw refuse('Missing required param: items.', { code: 'parameter_missing', param: 'items' });
  const customer = liveCustomer(world, params.customer, 'customer');
  let currency = params.currency ?? null;
  const prices = params.items.map((item) => {
    const price = pricedBy(world, item, currency);
    currency ??= price.currency;
    return price;
  });
  const money = currency ?? world.settings.defaultCurrency;
  if (customer.currency === null || customer.currency === undefined)
    world.put('customer', { ...customer, currency: money });
  const trialEnd = trialEndOf(world, params);
  const blank = withSettings(world, blankSubscription(world, customer, money), params);
  const timed = world.put('subscription', {
    ...blank,
    billing_cycle_anchor: anchorOf(world, params, prices, trialEnd),
    billing_mode: billingMode(params, blank),
    start_date: startOf(world, params),
    status: trialEnd === null ? 'active' : 'trialing',
    trial_end: trialEnd,
    trial_start: trialEnd === null ? null : world.now(),
  });
  const items = params.items.map((item, index) => {
    const price = prices[index];
    if (price === undefined) throw new RangeError('Each item has a price');
    return writeItem(world, timed, item, price, firstSpan(world, timed, price));
  });
  const whole = { ...timed, inner: { ...timed.inner, items: items.map(({ id }) => id) } };
  return withEnd(world, world.put('subscription', whole), params);
}

function billingMode(params: Creation, blank: Subscription): Subscription['billing_mode'] {
  const mode = params.billing_mode;
  if (mode === undefined) return blank.billing_mode;
  if (mode.type === 'classic') return { flexible: null, type: 'classic' };
  return {
    flexible: { proration_discounts: mode.flexible?.proration_discounts ?? 'included' },
    type: 'flexible',
  };
}

/** An end that was set together with the subscription shortens its first period. */
function withEnd(world: World, subscription: Subscription, params: Creation): Subscription {
  const cancel = cancelMoment(world, subscription, params.cancel_at, params.cancel_at_period_end);
  if (cancel === undefined || cancel.at === null) return subscription;
  for (const id of subscription.inner.items) {
    const item = world.get('subscription_item', id);
    const end = Math.min(item.current_period_end, cancel.at);
    world.put('subscription_item', { ...item, current_period_end: end });
  }
  return world.put('subscription', {
    ...subscription,
    cancel_at: cancel.at,
    cancel_at_period_end: cancel.atPeriodEnd,
    canceled_at: world.now(),
  });
}

/** Written, billed and not yet paid; null instead of an invoice when nothing is billed before the first period. */
export function beginSubscription(
  world: World,
  params: Creation,
): { readonly id: string; readonly invoice: Invoice | null } {
  const subscription = written(world, params);
  const invoice = billFirst(world, subscription, params.proration_behavior ?? 'create_prorations');
  return { id: subscription.id, invoice };
}

export function createSubscription(world: World, params: Creation): Subscription {
  if (params.customer !== undefined) refuseCrowded(world, liveCustomer(world, params.customer, 'customer'));
  const { id, invoice } = beginSubscription(world, params);
  emit(world, 'customer.subscription.created', 'subscription', world.get('subscription', id));
  if (invoice !== null) payFirst(world, invoice, params.payment_behavior ?? 'allow_incomplete');
  planWake(world, id);
  return world.get('subscription', id);
}
