import { beforeEach, describe, expect, test } from 'vitest';
import type Stripe from 'stripe';
import {
  createCustomer,
  createSubject,
  DAY,
  eventTypes,
  HOUR,
  idOf,
  morning,
  refusal,
  type Subject,
} from './subject.ts';

let subject: Subject;
beforeEach(() => {
  subject = createSubject();
});

async function monthly(stripe: Stripe, amount = 10_000): Promise<string> {
  const product = await stripe.products.create({ name: 'Website care' });
  const price = await stripe.prices.create({
    product: product.id,
    currency: 'eur',
    unit_amount: amount,
    recurring: { interval: 'month' },
  });
  return price.id;
}

async function subscribe(
  stripe: Stripe,
  more: Stripe.SubscriptionCreateParams = {},
): Promise<Stripe.Subscription> {
  return stripe.subscriptions.create({
    customer: await createCustomer(stripe),
    items: [{ price: await monthly(stripe) }],
    collection_method: 'send_invoice',
    days_until_due: 14,
    ...more,
  });
}

const day = (seconds: number): string => new Date(seconds * 1000).toISOString().slice(0, 10);

async function billed(stripe: Stripe, subscription: string): Promise<readonly Stripe.Invoice[]> {
  return (await stripe.invoices.list({ subscription, limit: 100 })).data.toReversed();
}

describe('subscriptions that send invoices', () => {
  // Source: stripe.md 7 (activates regardless of the first invoice; the draft is finalized about an hour later).
  test('are active at once and bill each period once, by themselves', async () => {
    const { stripe, control } = subject;
    const sub = await subscribe(stripe);
    expect(sub).toMatchObject({
      status: 'active',
      billing_cycle_anchor: morning / 1000,
      billing_mode: { type: 'flexible' },
      items: { data: [{ current_period_start: morning / 1000, quantity: 1 }] },
    });
    const first = await stripe.invoices.retrieve(idOf(sub.latest_invoice));
    expect(first).toMatchObject({
      status: 'draft',
      auto_advance: true,
      automatically_finalizes_at: (morning + HOUR) / 1000,
      billing_reason: 'subscription_create',
      parent: { subscription_details: { subscription: sub.id } },
      total: 10_000,
    });
    control.advance({ ms: 95 * DAY });
    const invoices = await billed(stripe, sub.id);
    expect(invoices.map((invoice) => [day(invoice.created), invoice.billing_reason])).toEqual([
      ['2026-11-23', 'subscription_create'],
      ['2026-12-23', 'subscription_cycle'],
      ['2027-01-23', 'subscription_cycle'],
      ['2027-02-23', 'subscription_cycle'],
    ]);
    const periods = invoices.map((invoice) => invoice.lines.data[0]?.period);
    for (const [index, period] of periods.slice(1).entries()) expect(period?.start).toBe(periods[index]?.end);
    expect(invoices.every((invoice) => invoice.status === 'open')).toBe(true);
  });

  // Source: docs.stripe.com/billing/subscriptions/billing-cycle (the last day where a month lacks the anchor's).
  test('keep to the last day of the month', async () => {
    const { stripe, control, clock } = subject;
    clock.now = Date.UTC(2027, 0, 31, 10);
    const sub = await subscribe(stripe);
    control.advance({ ms: 150 * DAY });
    expect((await billed(stripe, sub.id)).map((invoice) => day(invoice.created))).toEqual([
      '2027-01-31',
      '2027-02-28',
      '2027-03-31',
      '2027-04-30',
      '2027-05-31',
      '2027-06-30',
    ]);
  });

  // Source: docs.stripe.com/subscriptions/invoices, stripe.md 4 (the events of a cycle).
  test('write the events of each step', async () => {
    const { stripe, control } = subject;
    await subscribe(stripe);
    expect((await eventTypes(stripe)).slice(-2)).toEqual([
      'invoice.created',
      'customer.subscription.created',
    ]);
    control.advance({ ms: HOUR });
    expect((await eventTypes(stripe)).slice(-4)).toEqual([
      'invoice.updated',
      'invoice.finalized',
      'payment_intent.created',
      'invoice.sent',
    ]);
    control.advance({ ms: 30 * DAY });
    const types = await eventTypes(stripe);
    expect(types.slice(types.lastIndexOf('invoice.created'))).toEqual([
      'invoice.created',
      'customer.subscription.updated',
      'invoice.updated',
      'invoice.finalized',
      'payment_intent.created',
      'invoice.sent',
    ]);
  });

  // Source: SDK Subscriptions.d.ts status (past_due when the invoice is not paid by its due date).
  test('are past due from the due date of the unpaid invoice until it is paid', async () => {
    const { stripe, control } = subject;
    const sub = await subscribe(stripe);
    control.advance({ ms: 14 * DAY - HOUR });
    expect((await stripe.subscriptions.retrieve(sub.id)).status).toBe('active');
    control.advance({ ms: HOUR });
    expect((await stripe.subscriptions.retrieve(sub.id)).status).toBe('past_due');
    control.payInvoice({ invoice: idOf(sub.latest_invoice) });
    expect((await stripe.subscriptions.retrieve(sub.id)).status).toBe('active');
  });

  // Source: SDK Subscriptions.d.ts create (days_until_due only with send_invoice; customer and items needed).
  test('are refused without items, days until due or an address to send to', async () => {
    const { stripe } = subject;
    expect(await refusal(subscribe(stripe, { items: [] }))).toMatchObject({ param: 'items' });
    expect(
      await refusal(
        stripe.subscriptions.create({
          customer: await createCustomer(stripe),
          items: [{ price: await monthly(stripe) }],
          collection_method: 'send_invoice',
        }),
      ),
    ).toMatchObject({ param: 'days_until_due' });
    const silent = await stripe.customers.create({ name: 'No address' });
    expect(await refusal(subscribe(stripe, { customer: silent.id }))).toMatchObject({ param: 'customer' });
  });
});
