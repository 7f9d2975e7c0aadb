import { describe, expect } from 'vitest';
import type { Stripe } from 'stripe';
import { createCustomer, createOpen, idOf, refusal } from '../subject.ts';
import { billed, recurringPrice, subscribe } from '../recurring.ts';
import { rule } from './rule.ts';
import type { Subject } from './subject.ts';
import { createPaidByCard } from './steps.ts';

const ADVANCED_USAGE = 'docs.stripe.com/billing/testing/test-clocks/api-advanced-usage';
/** New Year's Day 2025, 9:00. */
const frozen = Date.UTC(2025, 0, 1, 9) / 1000;
const DAY = 86_400;

async function createClock(stripe: Stripe): Promise<string> {
  return (await stripe.testHelpers.testClocks.create({ frozen_time: frozen, name: 'A year' })).id;
}

async function advance(
  { stripe, eventually }: Subject,
  clock: string,
  to: number,
): Promise<Stripe.TestHelpers.TestClock> {
  const started = await stripe.testHelpers.testClocks.advance(clock, { frozen_time: to });
  expect(started).toMatchObject({
    frozen_time: expect.any(Number),
    status: 'advancing',
    status_details: { advancing: { target_frozen_time: to } },
  });
  return eventually(
    async () => stripe.testHelpers.testClocks.retrieve(clock),
    ({ status }) => status === 'ready',
  );
}

describe('test clocks', () => {
  rule(
    'are made with a time, listed, and gone when they were deleted',
    'SDK TestHelpers/TestClocks.d.ts; deletes_after as measured by others',
    async ({ stripe }) => {
      const clock = await stripe.testHelpers.testClocks.create({ frozen_time: frozen, name: 'A year' });
      expect(clock).toMatchObject({
        object: 'test_helpers.test_clock',
        deletes_after: clock.created + 30 * DAY,
        frozen_time: frozen,
        livemode: false,
        name: 'A year',
        status: 'ready',
      });
      expect(await stripe.testHelpers.testClocks.retrieve(clock.id)).toMatchObject({ id: clock.id });
      const { data } = await stripe.testHelpers.testClocks.list({ limit: 100 });
      expect(data.map(({ id }) => id)).toContain(clock.id);
      expect(await stripe.testHelpers.testClocks.del(clock.id)).toMatchObject({
        id: clock.id,
        object: 'test_helpers.test_clock',
        deleted: true,
      });
      expect(await refusal(stripe.testHelpers.testClocks.retrieve(clock.id))).toMatchObject({
        statusCode: 404,
      });
    },
  );

  rule(
    'give customers, subscriptions and invoices their time, and payments none',
    'measured by others in September 2026; stripe-python issue 1183',
    async ({ stripe }) => {
      const clock = await createClock(stripe);
      const { customer, invoice, intent } = await createPaidByCard(stripe, 10_000, { test_clock: clock });
      expect(await stripe.customers.retrieve(customer)).toMatchObject({ created: frozen, test_clock: clock });
      expect(invoice).toMatchObject({
        created: frozen,
        due_date: frozen + 14 * DAY,
        status_transitions: { finalized_at: frozen },
        test_clock: clock,
      });
      const sub = await subscribe(stripe, { customer });
      expect(sub).toMatchObject({ created: frozen, billing_cycle_anchor: frozen, test_clock: clock });
      const { created } = await stripe.testHelpers.testClocks.retrieve(clock);
      expect(intent.created).toBeGreaterThanOrEqual(created);
      expect((await stripe.charges.list({ customer })).data[0]?.created).toBeGreaterThanOrEqual(created);
    },
  );

  rule(
    'bill when they are advanced, each thing at its own moment, and say when they are ready',
    `${ADVANCED_USAGE}; SDK TestClocks.d.ts advance`,
    async (subject) => {
      const { stripe } = subject;
      const clock = await createClock(stripe);
      const customer = await createCustomer(stripe, { test_clock: clock });
      const sub = await subscribe(stripe, { customer });
      expect(await billed(stripe, sub.id)).toHaveLength(1);
      const to = Date.UTC(2025, 1, 20, 9) / 1000;
      expect(await advance(subject, clock, to)).toMatchObject({ frozen_time: to, status: 'ready' });
      const [first, second] = await billed(stripe, sub.id);
      expect(first).toMatchObject({ created: frozen, status: 'open', test_clock: clock });
      expect(first?.status_transitions.finalized_at).toBe(frozen + 3600);
      expect(second).toMatchObject({
        billing_reason: 'subscription_cycle',
        created: Date.UTC(2025, 1, 1, 9) / 1000,
        status: 'open',
      });
      expect(await stripe.subscriptions.retrieve(sub.id)).toMatchObject({ status: 'past_due' });
      const { data } = await stripe.events.list({ type: 'test_helpers.test_clock.*', limit: 100 });
      const own = data.filter((event) => (event.data.object as { id: string }).id === clock);
      expect(own.map(({ type }) => type).toReversed()).toEqual([
        'test_helpers.test_clock.created',
        'test_helpers.test_clock.advancing',
        'test_helpers.test_clock.ready',
      ]);
    },
  );

  rule(
    'keep what is in them off plain lists, and show it on lists of their clock or customer',
    `SDK Customers.d.ts and Subscriptions.d.ts test_clock; ${ADVANCED_USAGE}; stripe-cli issue 1314`,
    async ({ stripe }) => {
      const clock = await createClock(stripe);
      const customer = await createCustomer(stripe, { test_clock: clock });
      const invoice = await createOpen(stripe, 900, { customer });
      const sub = await subscribe(stripe, { customer });
      const ids = (list: { readonly data: readonly { readonly id: string }[] }): readonly string[] =>
        list.data.map(({ id }) => id);
      expect(ids(await stripe.customers.list({ limit: 100 }))).not.toContain(customer);
      expect(ids(await stripe.customers.list({ email: 'anna@lind.example', limit: 100 }))).not.toContain(
        customer,
      );
      expect(ids(await stripe.customers.list({ test_clock: clock }))).toEqual([customer]);
      expect(ids(await stripe.subscriptions.list({ limit: 100 }))).not.toContain(sub.id);
      expect(ids(await stripe.subscriptions.list({ test_clock: clock }))).toEqual([sub.id]);
      expect(ids(await stripe.subscriptions.list({ customer }))).toEqual([sub.id]);
      expect(ids(await stripe.invoices.list({ limit: 100 }))).not.toContain(invoice.id);
      expect(ids(await stripe.invoices.list({ customer }))).toContain(invoice.id);
      expect(ids(await stripe.invoices.list({ subscription: sub.id }))).toEqual([idOf(sub.latest_invoice)]);
    },
  );

  rule(
    'only go forward, by at most two intervals of their shortest subscription',
    `SDK TestClocks.d.ts frozen_time; ${ADVANCED_USAGE}`,
    async (subject) => {
      const { stripe } = subject;
      const clock = await createClock(stripe);
      const refused = async (to: number): Promise<unknown> =>
        refusal(stripe.testHelpers.testClocks.advance(clock, { frozen_time: to }));
      expect(await refused(frozen)).toMatchObject({ statusCode: 400 });
      expect(await refused(Date.UTC(2027, 0, 1, 9, 0, 1) / 1000)).toMatchObject({ statusCode: 400 });
      const customer = await createCustomer(stripe, { test_clock: clock });
      await subscribe(stripe, { customer });
      const weekly = await recurringPrice(stripe, 500, { interval: 'week' });
      expect(await refused(Date.UTC(2025, 2, 1, 9, 0, 1) / 1000)).toMatchObject({ statusCode: 400 });
      await subscribe(stripe, { customer, items: [{ price: weekly }] });
      expect(await refused(frozen + 14 * DAY + 1)).toMatchObject({ statusCode: 400 });
      expect(await advance(subject, clock, frozen + 14 * DAY)).toMatchObject({ status: 'ready' });
    },
  );

  rule(
    'let nothing in them be changed while they advance',
    'the message and the status 429 as met by others',
    async ({ stripe }) => {
      const clock = await createClock(stripe);
      const customer = await createCustomer(stripe, { test_clock: clock });
      await stripe.testHelpers.testClocks.advance(clock, { frozen_time: frozen + 300 * DAY });
      const error = await refusal(
        stripe.customers.update(customer, { name: 'Too early' }, { maxNetworkRetries: 0 }),
      );
      expect(error).toMatchObject({ statusCode: 429 });
      expect(error.message).toContain('Test clock advancement underway');
    },
  );

  rule('hold three customers, and three subscriptions of each', ADVANCED_USAGE, async ({ stripe }) => {
    const clock = await createClock(stripe);
    const customer = await createCustomer(stripe, { test_clock: clock });
    await createCustomer(stripe, { test_clock: clock });
    await createCustomer(stripe, { test_clock: clock });
    expect(await refusal(stripe.customers.create({ test_clock: clock }))).toMatchObject({ statusCode: 400 });
    const items = [{ price: await recurringPrice(stripe) }];
    for (let count = 0; count < 3; count += 1) await subscribe(stripe, { customer, items });
    expect(await refusal(subscribe(stripe, { customer, items }))).toMatchObject({ statusCode: 400 });
  });

  rule(
    'take an existing customer along, once and for all',
    'docs.stripe.com/changelog/dahlia/2026-05-27/test-clock-creation-customer-parameter',
    async ({ stripe }) => {
      const customer = await createCustomer(stripe);
      const clock = await stripe.testHelpers.testClocks.create({ frozen_time: frozen, customer });
      expect(await stripe.customers.retrieve(customer)).toMatchObject({ test_clock: clock.id });
      expect(
        await refusal(stripe.testHelpers.testClocks.create({ frozen_time: frozen, customer })),
      ).toMatchObject({ statusCode: 400 });
    },
  );

  rule(
    'take their customers and subscriptions with them when they are deleted',
    ADVANCED_USAGE,
    async ({ stripe, eventually }) => {
      const clock = await createClock(stripe);
      const customer = await createCustomer(stripe, { test_clock: clock });
      const sub = await subscribe(stripe, { customer });
      await stripe.testHelpers.testClocks.del(clock);
      const isGone = async (): Promise<boolean> => {
        try {
          return (await stripe.customers.retrieve(customer)).deleted === true;
        } catch (error) {
          return (error as Stripe.errors.StripeError).statusCode === 404;
        }
      };
      expect(await eventually(isGone, (gone) => gone)).toBe(true);
      const ended = async (): Promise<boolean> => {
        try {
          return (await stripe.subscriptions.retrieve(sub.id)).status === 'canceled';
        } catch (error) {
          return (error as Stripe.errors.StripeError).statusCode === 404;
        }
      };
      expect(await eventually(ended, (gone) => gone)).toBe(true);
    },
  );
});
