// The demo company's recurring customers: what is agreed with them, and what becomes of it. The billing itself is the simulator's.
import { boundary, type Interval } from '../arithmetic/periods.ts';
import { plan } from '../world/due.ts';
import type { World } from '../world/world.ts';
import { call, idOf, type Values } from './calls.ts';
import {
  seedSubscriptions,
  services,
  type SeedSubscription,
  type Service,
  type ServiceName,
  type Turn,
} from './recurring-catalogue.ts';
import { footers, priceIn } from './catalogue.ts';
import { DAY, HOUR, type Stage } from './stage.ts';
import { welcome } from './welcome.ts';

const BILLED_AT = 8 * HOUR;

function every({ interval }: Service): Interval {
  return interval === 'quarter' ? { interval: 'month', count: 3 } : { interval, count: 1 };
}

/** Milliseconds: the moment at which a period begins, counted from the first; the first began with the subscription. */
function periodStart(seed: SeedSubscription, end: number, period: number): number {
  const [periods, days] = seed.begun;
  const [first] = seed.items;
  const latest = end - (end % DAY) + BILLED_AT - days * DAY;
  const rhythm = every(services[first?.[0] ?? 'care']);
  const begun = boundary(latest / 1000, rhythm, -periods);
  return boundary(begun, rhythm, period) * 1000;
}

/** Prices by service and currency, made when they are first needed. */
type Prices = Map<string, string>;

function priceOf(world: World, prices: Prices, name: ServiceName, currency: string): string {
  const key = `${name} ${currency}`;
  const known = prices.get(key);
  if (known !== undefined) return known;
  const service: Service = services[name];
  const product =
    prices.get(name) ??
    idOf(call(world, 'POST', '/v1/products', { name: service.name, unit_label: service.unit }));
  prices.set(name, product);
  const { interval, count } = every(service);
  const price = call(world, 'POST', '/v1/prices', {
    product,
    currency,
    unit_amount: priceIn({ ...service, quantities: [1, 1] }, currency),
    recurring: { interval, interval_count: count },
  });
  prices.set(key, idOf(price));
  return idOf(price);
}

/** How it is collected: the card or account on file, or an invoice to be paid within the customer's term. */
function collection(seed: SeedSubscription): Values {
  if (seed.habit === null) return { collection_method: 'charge_automatically' };
  return {
    collection_method: 'send_invoice',
    days_until_due: seed.customer.termDays,
    payment_settings: seed.byTransfer ? { payment_method_types: ['customer_balance'] } : undefined,
  };
}

function subscribe({ world, company }: Stage, prices: Prices, seed: SeedSubscription): string {
  const { customer } = seed;
  welcome(world, company, customer);
  const customerId = company.customers.get(customer);
  const fails = seed.turns.some((turn) => turn.kind === 'card-fails');
  const id = idOf(
    call(world, 'POST', '/v1/subscriptions', {
      customer: customerId,
      items: seed.items.map(([name, quantity]) => ({
        price: priceOf(world, prices, name, customer.currency),
        quantity,
      })),
      ...collection(seed),
      default_payment_method: fails ? attach(world, 'pm_card_visa', customerId) : undefined,
      default_tax_rates: [company.taxRates.get(customer.tax)],
      invoice_settings: { footer: footers[0] },
      trial_period_days: seed.trialDays ?? undefined,
    }),
  );
  const subscription = world.get('subscription', id);
  world.put('subscription', { ...subscription, inner: { ...subscription.inner, habit: seed.habit } });
  return id;
}

function attach(world: World, token: string, customer: string | undefined): string {
  return idOf(call(world, 'POST', `/v1/payment_methods/${token}/attach`, { customer }));
}

const FAILING = 'pm_card_chargeDeclinedInsufficientFunds';

function plannedTurn(stage: Stage, seed: SeedSubscription, id: string, turn: Turn): void {
  const { world, timeline, end } = stage;
  const update = (params: Values): void => void call(world, 'POST', `/v1/subscriptions/${id}`, params);
  const { customer } = world.get('subscription', id);
  switch (turn.kind) {
    case 'doubles':
      return timeline.add(end - turn.daysAgo * DAY, () => {
        const [item = ''] = world.get('subscription', id).inner.items;
        update({ items: [{ id: item, quantity: 2 }] });
      });
    case 'pauses':
      return timeline.add(end - turn.daysAgo * DAY, () =>
        update({
          pause_collection: {
            behavior: 'void',
            resumes_at: Math.floor((end + turn.resumesInDays * DAY) / 1000),
          },
        }),
      );
    case 'is-canceled':
      return timeline.add(end - turn.daysAgo * DAY, () => update({ cancel_at_period_end: true }));
    case 'ends':
      return timeline.add(end - 20 * DAY, () =>
        update({ cancel_at: Math.floor((end + turn.inDays * DAY) / 1000), proration_behavior: 'none' }),
      );
    case 'card-fails':
      return timeline.add(periodStart(seed, end, seed.begun[0]) - 2 * DAY, () =>
        update({ default_payment_method: attach(world, FAILING, customer) }),
      );
    case 'will-fail':
      return planFailure(world, customer, periodStart(seed, end, seed.begun[0] + turn.inPeriods), turn);
  }
}

/** Two days before a period that is still to come the customer's method stops working; a week later there is a new one. */
function planFailure(
  world: World,
  customer: string,
  at: number,
  { failing, repaired }: Extract<Turn, { readonly kind: 'will-fail' }>,
): void {
  const change = (when: number, token: string): void =>
    plan(world, when - world.nowMs(), { kind: 'customer-changes-method', customer, token });
  change(at - 2 * DAY, failing);
  change(at + 7 * DAY, repaired);
}

export function planRecurring(stage: Stage): void {
  const prices: Prices = new Map();
  for (const seed of seedSubscriptions) {
    stage.timeline.add(periodStart(seed, stage.end, 0), () => {
      const id = subscribe(stage, prices, seed);
      for (const turn of seed.turns) plannedTurn(stage, seed, id, turn);
    });
  }
}
