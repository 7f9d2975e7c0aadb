// Writes the history of the demo company, through the simulator's own operations, while its clock moves from then to now.
import { cancelPlanned } from '../world/due.ts';
import { KEPT_SECONDS } from '../world/events.ts';
import type { World } from '../world/world.ts';
import { call, idOf } from './calls.ts';
import { priceIn, seedCoupons, seedProducts, seedTaxRates } from './catalogue.ts';
import { seedCustomers, type SeedCustomer, type TaxCase } from './customers.ts';
import { createDice } from './dice.ts';
import { planMonth } from './history.ts';
import { planRecent } from './recent.ts';
import { planRecurring } from './recurring.ts';
import type { Stage } from './stage.ts';
import { planPayouts } from '../resources/payouts.ts';
import { priceKey, type Company } from './invoices.ts';
import { welcome } from './welcome.ts';
import { createTimeline } from './timeline.ts';

const MONTHS = 26;
const FIRST_MONTH_ORDERS = 14;
const LAST_MONTH_ORDERS = 26;
/** Customers of this weight were there from the beginning; the others come with their first order. */
const REGULAR = 4;

function taxRates(world: World): ReadonlyMap<TaxCase, string> {
  const rates = new Map<TaxCase, string>();
  for (const [taxCase, rate] of Object.entries(seedTaxRates)) {
    const created = call(world, 'POST', '/v1/tax_rates', {
      display_name: rate.name,
      percentage: rate.percentage,
      inclusive: rate.inclusive,
      country: rate.country ?? undefined,
      jurisdiction: rate.country ?? undefined,
      description: rate.description,
      tax_type: 'vat',
    });
    // Object.entries widens the names of the record to text.
    rates.set(taxCase as TaxCase, idOf(created));
  }
  return rates;
}

function prices(world: World): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  for (const product of seedProducts) {
    const productId = idOf(
      call(world, 'POST', '/v1/products', { name: product.name, unit_label: product.unit }),
    );
    for (const currency of ['eur', 'usd', 'gbp']) {
      const price = call(world, 'POST', '/v1/prices', {
        product: productId,
        currency,
        unit_amount_decimal: priceIn(product, currency),
      });
      ids.set(priceKey(product, currency), idOf(price));
    }
  }
  return ids;
}

function setUp(world: World): Company {
  for (const coupon of seedCoupons) call(world, 'POST', '/v1/coupons', { ...coupon, duration: 'once' });
  planPayouts(world);
  const company = {
    customers: new Map<SeedCustomer, string>(),
    taxRates: taxRates(world),
    prices: prices(world),
  };
  for (const customer of seedCustomers) if (customer.weight >= REGULAR) welcome(world, company, customer);
  return company;
}

/** The first of the month that many months before. */
function monthBefore(end: number, months: number): number {
  const date = new Date(end);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - months, 1);
}

function live(world: World, runDue: () => void, months: number): void {
  const end = world.nowMs();
  const start = monthBefore(end, months);
  const company = world.step(() => setUp(world), start);
  const stage: Stage = {
    world,
    company,
    dice: createDice(world.settings.seed),
    timeline: createTimeline(end),
    end,
  };
  let orders = 0;
  for (let month = 0; month <= months; month += 1) {
    const count = Math.round(
      FIRST_MONTH_ORDERS + ((LAST_MONTH_ORDERS - FIRST_MONTH_ORDERS) * month) / months,
    );
    planMonth(stage, monthBefore(end, months - month), count, () => (orders += 1));
  }
  planRecurring(stage);
  planRecent(stage, () => (orders += 1));
  stage.timeline.run((at, happen) =>
    world.step(() => {
      runDue();
      happen();
    }, at),
  );
  world.step(() => {
    runDue();
    for (const customer of seedCustomers) welcome(world, company, customer);
  }, end);
}

/** One step for all of it: after a crash there is a whole company or none. */
export function seedCompany(world: World, runDue: () => void, months = MONTHS): void {
  world.eventsSince = world.now() - KEPT_SECONDS;
  try {
    world.step(() => {
      cancelPlanned(world, (task) => task.kind === 'create-payouts');
      live(world, runDue, months);
    });
  } finally {
    world.eventsSince = 0;
  }
}
