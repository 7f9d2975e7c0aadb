// A customer in a test clock of Stripe's, as a developer makes one in the dashboard of the same test account.
import type Stripe from 'stripe';
import type { Simulator } from '../../main/simulator/simulator.ts';
import { dashboard } from './dashboard.ts';
import type { Program, ProgramWorld } from './program.ts';

/** New Year's Day 2025, 9:00: long before the journeys. */
const FROZEN = Date.UTC(2025, 0, 1, 9) / 1000;
/** After the second and the third invoice. */
export const FEBRUARY = Date.UTC(2025, 1, 20) / 1000;
export const MARCH = Date.UTC(2025, 2, 20) / 1000;

export interface ClockStory {
  readonly stripe: Stripe;
  readonly clock: string;
  readonly customer: string;
  readonly subscription: string;
}

/** A monthly subscription that charges a card, in a clock that stands in January 2025. */
export async function beginInClock(simulator: Simulator): Promise<ClockStory> {
  const stripe = dashboard(simulator);
  const { id: clock } = await stripe.testHelpers.testClocks.create({ frozen_time: FROZEN });
  const { id: customer } = await stripe.customers.create({
    name: 'Clockwork GmbH',
    email: 'time@clockwork.example',
    test_clock: clock,
  });
  const method = await stripe.paymentMethods.attach('pm_card_visa', { customer });
  await stripe.customers.update(customer, { invoice_settings: { default_payment_method: method.id } });
  const product = await stripe.products.create({ name: 'Winding' });
  const price = await stripe.prices.create({
    product: product.id,
    currency: 'eur',
    unit_amount: 4_900,
    recurring: { interval: 'month' },
  });
  const subscription = await stripe.subscriptions.create({ customer, items: [{ price: price.id }] });
  return { stripe, clock, customer, subscription: subscription.id };
}

/** Moves the clock, and lets it arrive. `to` in unix seconds. */
export async function advanceClock(
  { clock }: ProgramWorld | Program,
  { stripe, clock: id }: ClockStory,
  to: number,
): Promise<void> {
  await stripe.testHelpers.testClocks.advance(id, { frozen_time: to });
  await clock.advance(10_000);
}
