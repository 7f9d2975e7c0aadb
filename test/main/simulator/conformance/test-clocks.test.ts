import { describe, expect, test } from 'vitest';
import {
  clientOf,
  createCustomer,
  createOpen,
  createSubject,
  DAY,
  eventTypes,
  idOf,
  morning,
  refusal,
} from './subject.ts';
import { subscribe } from './recurring.ts';

const frozen = Date.UTC(2025, 0, 1, 9) / 1000;

async function inClock({
  stripe,
}: ReturnType<typeof createSubject>): Promise<Record<'clock' | 'customer', string>> {
  const { id: clock } = await stripe.testHelpers.testClocks.create({ frozen_time: frozen });
  return { clock, customer: await createCustomer(stripe, { test_clock: clock }) };
}

describe('test clocks and the time of the account', () => {
  test('a debit takes as long as banks take, and pays its invoice in the time of the clock', async () => {
    const subject = createSubject();
    const { stripe, control } = subject;
    const { customer } = await inClock(subject);
    const open = await createOpen(stripe, 5_000, {
      customer,
      payment_settings: { payment_method_types: ['sepa_debit'] },
    });
    control.payInvoice({ invoice: open.id, outcome: 'sepa_processing' });
    control.advance({ ms: 30_000 });
    const paid = await stripe.invoices.retrieve(open.id);
    expect(paid).toMatchObject({ status: 'paid', status_transitions: { paid_at: frozen } });
    const { data } = await stripe.charges.list({ customer });
    expect(data[0]).toMatchObject({ status: 'succeeded', created: morning / 1000 });
  });

  test("nothing in a clock happens by itself, however far the account's own time goes", async () => {
    const subject = createSubject();
    const { stripe, control } = subject;
    const { customer } = await inClock(subject);
    const sub = await subscribe(stripe, { customer });
    control.advance({ ms: 20 * DAY });
    expect((await stripe.invoices.retrieve(idOf(sub.latest_invoice))).status).toBe('draft');
    expect((await stripe.invoices.list({ customer })).data).toHaveLength(1);
  });

  test('a clock is deleted by itself after thirty days, with all that was in it', async () => {
    const subject = createSubject();
    const { stripe, control } = subject;
    const { clock, customer } = await inClock(subject);
    const sub = await subscribe(stripe, { customer });
    control.advance({ ms: 30 * DAY });
    expect(await refusal(stripe.testHelpers.testClocks.retrieve(clock))).toMatchObject({ statusCode: 404 });
    expect(await stripe.customers.retrieve(customer)).toMatchObject({ deleted: true });
    expect((await stripe.subscriptions.retrieve(sub.id)).status).toBe('canceled');
    expect((await eventTypes(stripe)).slice(-3)).toEqual([
      'customer.subscription.deleted',
      'customer.deleted',
      'test_helpers.test_clock.deleted',
    ]);
  });

  test('what was planned for a customer waits for the clock that it is given to', async () => {
    const subject = createSubject();
    const { stripe, control } = subject;
    const customer = await createCustomer(stripe);
    const sub = await subscribe(stripe, { customer });
    await stripe.testHelpers.testClocks.create({ frozen_time: morning / 1000, customer });
    control.advance({ ms: 2 * DAY });
    const draft = await stripe.invoices.retrieve(idOf(sub.latest_invoice));
    expect(draft).toMatchObject({ status: 'draft', test_clock: expect.stringMatching(/^clock_/) });
  });

  test('live mode has none', async () => {
    const stripe = clientOf(createSubject({ livemode: true }).simulator, 'sk_live_conformance');
    expect(await refusal(stripe.testHelpers.testClocks.create({ frozen_time: frozen }))).toMatchObject({
      statusCode: 400,
    });
  });

  test('a customer that is deleted leaves no subscription behind', async () => {
    const { stripe } = createSubject();
    const customer = await createCustomer(stripe);
    const sub = await subscribe(stripe, { customer });
    await stripe.customers.del(customer);
    expect((await stripe.subscriptions.retrieve(sub.id)).status).toBe('canceled');
  });
});
