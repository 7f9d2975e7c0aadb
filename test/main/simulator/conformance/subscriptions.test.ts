import { beforeEach, describe, expect, test } from 'vitest';
import type Stripe from 'stripe';
import { billed, day, firstItem, lastBilled, linesOf, recurringPrice, subscribe } from './recurring.ts';
import { createSubject, DAY, eventTypes, HOUR, idOf, morning, refusal, type Subject } from './subject.ts';

let subject: Subject;
beforeEach(() => {
  subject = createSubject();
});

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

  // Source: SDK Subscriptions.d.ts create (billing_cycle_anchor aligns; the time before it is prorated, or free with `none`).
  test('begin with a part of a period when the cycle is anchored later', async () => {
    const { stripe, control } = subject;
    const anchor = Date.UTC(2026, 11, 1, 9) / 1000;
    const sub = await subscribe(stripe, { billing_cycle_anchor: anchor });
    // From 23 November to 1 December are 8 of the 30 days since 1 November.
    expect(linesOf(await lastBilled(stripe, sub.id))).toEqual([
      [2667, 'Time on Website care from 23 Nov 2026 until 01 Dec 2026', '2026-11-23', '2026-12-01'],
    ]);
    control.advance({ ms: 9 * DAY });
    expect(linesOf(await lastBilled(stripe, sub.id))).toEqual([
      [10_000, '1 × Website care (at €100.00 / month)', '2026-12-01', '2027-01-01'],
    ]);
    const free = await subscribe(stripe, {
      billing_cycle_anchor: Date.UTC(2026, 11, 24) / 1000,
      proration_behavior: 'none',
    });
    expect(free.latest_invoice).toBeNull();
    const late = Date.UTC(2027, 5, 1) / 1000;
    expect(await refusal(subscribe(stripe, { billing_cycle_anchor: late }))).toMatchObject({
      param: 'billing_cycle_anchor',
    });
  });

  // Source: SDK Subscriptions.d.ts create backdate_start_date (the first invoice has lines for the time until now).
  test('bill the time since a start in the past', async () => {
    const { stripe } = subject;
    const start = Date.UTC(2026, 8, 23, 9) / 1000;
    const sub = await subscribe(stripe, { backdate_start_date: start });
    expect(sub.start_date).toBe(start);
    expect(linesOf(await lastBilled(stripe, sub.id))).toEqual([
      [20_000, 'Time on Website care from 23 Sep 2026 until 23 Nov 2026', '2026-09-23', '2026-11-23'],
      [10_000, '1 × Website care (at €100.00 / month)', '2026-11-23', '2026-12-23'],
    ]);
  });

  // Source: SDK Subscriptions.d.ts (default_tax_rates, invoice_settings, discounts, payment_settings of its invoices).
  test('give their taxes, texts, discounts and ways to pay to their invoices', async () => {
    const { stripe, control } = subject;
    const rate = await stripe.taxRates.create({ display_name: 'USt.', percentage: 19, inclusive: false });
    const own = await stripe.taxRates.create({ display_name: 'USt.', percentage: 7, inclusive: false });
    const once = await stripe.coupons.create({ percent_off: 50, duration: 'once' });
    const forever = await stripe.coupons.create({ percent_off: 10, duration: 'forever' });
    const sub = await subscribe(stripe, {
      items: [
        { price: await recurringPrice(stripe), quantity: 2 },
        { price: await recurringPrice(stripe, 1000), tax_rates: [own.id] },
      ],
      default_tax_rates: [rate.id],
      discounts: [{ coupon: once.id }, { coupon: forever.id }],
      invoice_settings: {
        description: 'Thank you',
        footer: 'HRB 1',
        custom_fields: [{ name: 'PO', value: '7' }],
      },
      payment_settings: { payment_method_types: ['sepa_debit', 'card'] },
      metadata: { app: '1' },
    });
    expect(sub.default_tax_rates).toMatchObject([{ id: rate.id, percentage: 19 }]);
    const first = await lastBilled(stripe, sub.id);
    expect(first).toMatchObject({
      subtotal: 21_000,
      total_excluding_tax: 9450,
      description: 'Thank you',
      footer: 'HRB 1',
      custom_fields: [{ name: 'PO', value: '7' }],
      payment_settings: { payment_method_types: ['sepa_debit', 'card'] },
      parent: { subscription_details: { metadata: { app: '1' } } },
    });
    expect(first.total_taxes?.map((tax) => [tax.taxable_amount, tax.amount])).toEqual([
      [9000, 1710],
      [450, 32],
    ]);
    control.advance({ ms: 31 * DAY });
    expect(await lastBilled(stripe, sub.id)).toMatchObject({ subtotal: 21_000, total_excluding_tax: 18_900 });
    expect((await stripe.subscriptions.retrieve(sub.id)).discounts).toHaveLength(1);
  });

  // Source: stripe.md 7, docs.stripe.com/billing/subscriptions/mixed-interval (flexible mode: each item has its own period).
  test('bill items of different intervals each in its own time', async () => {
    const { stripe, control } = subject;
    const sub = await subscribe(stripe, {
      items: [
        { price: await recurringPrice(stripe, 1000) },
        { price: await recurringPrice(stripe, 9000, { interval: 'year' }) },
      ],
    });
    expect(sub.items.data.map((item) => day(item.current_period_end))).toEqual(['2026-12-23', '2027-11-23']);
    control.advance({ ms: 365 * DAY });
    const totals = (await billed(stripe, sub.id)).map((invoice) => invoice.total);
    expect(totals).toEqual([10_000, ...Array.from({ length: 11 }, () => 1000), 10_000]);
  });

  // Source: SDK Subscriptions.d.ts list, SubscriptionItems.d.ts list.
  test('are listed without those that were canceled, and by customer, price, status and method', async () => {
    const { stripe } = subject;
    const first = await subscribe(stripe);
    const second = await subscribe(stripe);
    await stripe.subscriptions.cancel(second.id);
    const ids = async (params: Stripe.SubscriptionListParams): Promise<readonly string[]> =>
      (await stripe.subscriptions.list(params)).data.map(({ id }) => id);
    expect(await ids({})).toEqual([first.id]);
    expect(await ids({ status: 'all' })).toEqual([second.id, first.id]);
    expect(await ids({ status: 'canceled' })).toEqual([second.id]);
    expect(await ids({ customer: idOf(first.customer) })).toEqual([first.id]);
    expect(await ids({ price: firstItem(second).price.id, status: 'all' })).toEqual([second.id]);
    expect(await ids({ collection_method: 'charge_automatically' })).toEqual([]);
    expect(await ids({ created: { gt: morning / 1000 } })).toEqual([]);
    const items = await stripe.subscriptionItems.list({ subscription: first.id });
    expect(items.data.map(({ id }) => id)).toEqual([firstItem(first).id]);
  });

  // Source: SDK Invoices.d.ts del, stripe.md 2.4 (an invoice of a subscription is voided, not deleted, and not revised).
  test('have invoices that can neither be deleted nor revised', async () => {
    const { stripe } = subject;
    const sub = await subscribe(stripe);
    const draft = idOf(sub.latest_invoice);
    expect(await refusal(stripe.invoices.del(draft))).toMatchObject({ statusCode: 400 });
    await stripe.invoices.finalizeInvoice(draft);
    expect(
      await refusal(stripe.invoices.create({ from_invoice: { action: 'revision', invoice: draft } })),
    ).toMatchObject({ statusCode: 400 });
    expect((await stripe.invoices.voidInvoice(draft)).status).toBe('void');
  });
});
