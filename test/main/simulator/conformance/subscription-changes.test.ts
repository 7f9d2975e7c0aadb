import { beforeEach, describe, expect, test } from 'vitest';
import type Stripe from 'stripe';
import { billed, day, firstItem, lastBilled, linesOf, recurringPrice, subscribe } from './recurring.ts';
import { createSubject, DAY, eventTypes, HOUR, idOf, refusal, type Subject } from './subject.ts';

let subject: Subject;
beforeEach(() => {
  subject = createSubject();
});

/** From 23 November to 23 December are 30 days; 15 of them have passed. */
async function halfway(): Promise<Stripe.Subscription> {
  const sub = await subscribe(subject.stripe);
  subject.control.advance({ ms: 15 * DAY });
  return sub;
}

describe('changing the items of a subscription', () => {
  // Source: docs.stripe.com/billing/subscriptions/prorations (credit for unused, charge for remaining time, on the next invoice).
  test('credits the unused and charges the remaining time with the next invoice', async () => {
    const { stripe, control } = subject;
    const sub = await halfway();
    const first = await lastBilled(stripe, sub.id);
    const changed = await stripe.subscriptions.update(sub.id, {
      items: [{ id: firstItem(sub).id, quantity: 3 }],
    });
    expect(firstItem(changed).quantity).toBe(3);
    const pending = (await stripe.invoiceItems.list({ pending: true })).data.toReversed();
    expect(pending.map((item) => [item.amount, item.description, item.proration, item.discountable])).toEqual(
      [
        [-5000, 'Unused time on Website care after 08 Dec 2026', true, false],
        [15_000, 'Remaining time on 3 × Website care after 08 Dec 2026', true, false],
      ],
    );
    expect(pending[0]?.proration_details?.credited_items).toEqual({
      invoice_line_item_details: { invoice: first.id, invoice_line_items: [first.lines.data[0]?.id] },
      type: 'invoice_line_items',
    });
    control.advance({ ms: 15 * DAY });
    const next = await lastBilled(stripe, sub.id);
    expect(linesOf(next)).toEqual([
      [30_000, '3 × Website care (at €100.00 / month)', '2026-12-23', '2027-01-23'],
      [-5000, 'Unused time on Website care after 08 Dec 2026', '2026-12-08', '2026-12-23'],
      [15_000, 'Remaining time on 3 × Website care after 08 Dec 2026', '2026-12-08', '2026-12-23'],
    ]);
    expect(next.total).toBe(40_000);
    expect(next.lines.data[1]?.parent?.subscription_item_details).toMatchObject({
      invoice_item: pending[0]?.id,
      proration: true,
      proration_details: {
        credited_items: { invoice: first.id, invoice_line_items: [first.lines.data[0]?.id] },
      },
      subscription_item: firstItem(sub).id,
    });
  });

  // Source: SDK Subscriptions.d.ts update proration_behavior.
  test('with none changes what the next period costs and nothing else', async () => {
    const { stripe, control } = subject;
    const sub = await halfway();
    await stripe.subscriptions.update(sub.id, {
      items: [{ id: firstItem(sub).id, price: await recurringPrice(stripe, 25_000) }],
      proration_behavior: 'none',
    });
    expect((await stripe.invoiceItems.list({ pending: true })).data).toEqual([]);
    control.advance({ ms: 15 * DAY });
    expect((await lastBilled(stripe, sub.id)).total).toBe(25_000);
  });

  // Source: SDK Subscriptions.d.ts update (always_invoice bills the prorations at once; billing_reason subscription_update).
  test('with always_invoice bills the difference at once', async () => {
    const { stripe, control } = subject;
    const sub = await halfway();
    const changed = await stripe.subscriptions.update(sub.id, {
      items: [{ id: firstItem(sub).id, quantity: 2 }],
      proration_behavior: 'always_invoice',
    });
    const invoice = await stripe.invoices.retrieve(idOf(changed.latest_invoice));
    expect(invoice).toMatchObject({ billing_reason: 'subscription_update', status: 'draft', total: 5000 });
    control.advance({ ms: HOUR });
    expect((await stripe.invoices.retrieve(invoice.id)).status).toBe('open');
  });

  // Source: docs.stripe.com/billing/subscriptions/prorations#credit-prorations (flexible: what was charged, after its discount).
  test('credits what was really charged, after discounts and through several changes', async () => {
    const { stripe, control } = subject;
    const half = await stripe.coupons.create({ percent_off: 50, duration: 'once' });
    const sub = await subscribe(stripe, { discounts: [{ coupon: half.id }] });
    const set = (quantity: number): Promise<Stripe.Subscription> =>
      stripe.subscriptions.update(sub.id, { items: [{ id: firstItem(sub).id, quantity }] });
    control.advance({ ms: 10 * DAY });
    await set(2);
    control.advance({ ms: 10 * DAY });
    await set(1);
    const amounts = (await stripe.invoiceItems.list({ pending: true })).data.map((item) => item.amount);
    // 5000 were charged for 30 days, then 2 x 10000 for the last 20.
    expect(amounts.toReversed()).toEqual([-3333, 13_333, -6667, 3333]);
  });

  // Source: SDK Subscriptions.d.ts update items (an item without id is added, deleted ones are taken off; one must stay).
  test('adds and removes items, but never the last', async () => {
    const { stripe } = subject;
    const sub = await halfway();
    const added = await stripe.subscriptions.update(sub.id, {
      items: [{ price: await recurringPrice(stripe, 4000) }],
    });
    expect(added.items.data.map((item) => item.price.unit_amount)).toEqual([10_000, 4000]);
    const [, extra] = added.items.data;
    await stripe.subscriptionItems.del(extra?.id ?? '');
    expect((await stripe.subscriptions.retrieve(sub.id)).items.data).toHaveLength(1);
    const amounts = (await stripe.invoiceItems.list({ pending: true })).data.map((item) => item.amount);
    expect(amounts.toReversed()).toEqual([2000, -2000]);
    const last = { id: firstItem(sub).id, deleted: true };
    expect(await refusal(stripe.subscriptions.update(sub.id, { items: [last] }))).toMatchObject({
      param: 'items',
    });
    expect(
      await refusal(stripe.subscriptions.update(sub.id, { items: [{ price: firstItem(sub).price.id }] })),
    ).toMatchObject({ statusCode: 400 });
  });

  // Source: SDK Subscriptions.d.ts update (another interval credits the old price, bills the new one at once, resets the date).
  test('begins a new cycle when the interval changes', async () => {
    const { stripe, control } = subject;
    const sub = await halfway();
    const yearly = await recurringPrice(stripe, 100_000, { interval: 'year' });
    const changed = await stripe.subscriptions.update(sub.id, {
      items: [{ id: firstItem(sub).id, price: yearly }],
    });
    expect(day(changed.billing_cycle_anchor)).toBe('2026-12-08');
    const invoice = await lastBilled(stripe, sub.id);
    expect(invoice.billing_reason).toBe('subscription_update');
    expect(linesOf(invoice)).toEqual([
      [100_000, '1 × Website care (at €1,000.00 / year)', '2026-12-08', '2027-12-08'],
      [-5000, 'Unused time on Website care after 08 Dec 2026', '2026-12-08', '2026-12-23'],
    ]);
    control.advance({ ms: 300 * DAY });
    expect(await billed(stripe, sub.id)).toHaveLength(2);
  });

  // Source: stripe.md 7 (billing_cycle_anchor is an object since endive: now or unchanged).
  test('begins a new cycle when the anchor is set to now', async () => {
    const { stripe } = subject;
    const sub = await halfway();
    const changed = await stripe.subscriptions.update(sub.id, { billing_cycle_anchor: { type: 'now' } });
    expect(day(firstItem(changed).current_period_end)).toBe('2027-01-08');
    expect((await lastBilled(stripe, sub.id)).total).toBe(5000);
  });
});

describe('pausing the collection of a subscription', () => {
  const behaviors = [
    ['keep_as_draft', 'draft', undefined],
    ['mark_uncollectible', 'uncollectible', 'subscription_paused'],
    ['void', 'void', undefined],
  ] as const;

  // Source: docs.stripe.com/billing/subscriptions/pause-payment (invoices go on; the status does not change).
  test.each(behaviors)('%s leaves each invoice %s until it resumes', async (behavior, status, why) => {
    const { stripe, control } = subject;
    const sub = await subscribe(stripe);
    control.advance({ ms: 2 * HOUR });
    control.payInvoice({ invoice: idOf(sub.latest_invoice) });
    const paused = await stripe.subscriptions.update(sub.id, { pause_collection: { behavior } });
    expect(paused).toMatchObject({ status: 'active', pause_collection: { behavior, resumes_at: null } });
    control.advance({ ms: 61 * DAY });
    const invoices = await billed(stripe, sub.id);
    expect(invoices.map((invoice) => invoice.status)).toEqual(['paid', status, status]);
    expect(invoices[1]?.auto_advance).toBe(false);
    expect(invoices[1]?.status_details?.uncollectible?.reason).toBe(why);
    expect(control.emails()).toHaveLength(1);
    const resumed = await stripe.subscriptions.update(sub.id, { pause_collection: '' });
    expect(resumed.pause_collection).toBeNull();
    control.advance({ ms: 31 * DAY });
    expect(await lastBilled(stripe, sub.id)).toMatchObject({ status: 'open' });
    expect(control.emails()).toHaveLength(2);
  });

  // Source: SDK Subscriptions.d.ts pause_collection.resumes_at.
  test('ends by itself at resumes_at', async () => {
    const { stripe, control } = subject;
    const sub = await subscribe(stripe);
    const resumesAt = Math.floor(control.now() / 1000) + 40 * 86_400;
    await stripe.subscriptions.update(sub.id, {
      pause_collection: { behavior: 'void', resumes_at: resumesAt },
    });
    control.advance({ ms: 39 * DAY });
    expect((await stripe.subscriptions.retrieve(sub.id)).pause_collection).not.toBeNull();
    control.advance({ ms: DAY });
    expect((await stripe.subscriptions.retrieve(sub.id)).pause_collection).toBeNull();
    expect((await eventTypes(stripe)).at(-1)).toBe('customer.subscription.updated');
    control.advance({ ms: 30 * DAY });
    expect((await billed(stripe, sub.id)).map((invoice) => invoice.status)).toEqual(['open', 'void', 'open']);
  });
});

describe('ending a subscription', () => {
  // Source: SDK Subscriptions.d.ts cancel (at once, nothing more is billed, open invoices stay open but are not collected).
  test('at once bills nothing more and leaves its invoices open', async () => {
    const { stripe, control } = subject;
    const sub = await halfway();
    const ended = await stripe.subscriptions.cancel(sub.id, {
      cancellation_details: { comment: 'Closed shop', feedback: 'unused' },
    });
    expect(ended).toMatchObject({
      status: 'canceled',
      cancellation_details: { comment: 'Closed shop', feedback: 'unused', reason: 'cancellation_requested' },
    });
    expect(ended.ended_at).toBe(ended.canceled_at);
    expect((await eventTypes(stripe)).at(-1)).toBe('customer.subscription.deleted');
    control.advance({ ms: 90 * DAY });
    expect(await billed(stripe, sub.id)).toMatchObject([{ status: 'open', auto_advance: false }]);
    expect(await refusal(stripe.subscriptions.cancel(sub.id))).toMatchObject({ code: 'resource_missing' });
    expect(await refusal(stripe.subscriptions.update(sub.id, { days_until_due: 3 }))).toMatchObject({
      param: 'days_until_due',
    });
    expect((await stripe.subscriptions.update(sub.id, { metadata: { a: 'b' } })).metadata).toEqual({
      a: 'b',
    });
  });

  // Source: SDK Subscriptions.d.ts cancel invoice_now, prorate (credits the unused time; the final invoice takes it in).
  test('at once with a credit for the unused time', async () => {
    const { stripe } = subject;
    const sub = await halfway();
    await stripe.subscriptions.cancel(sub.id, { invoice_now: true, prorate: true });
    expect(linesOf(await lastBilled(stripe, sub.id))).toEqual([
      [-5000, 'Unused time on Website care after 08 Dec 2026', '2026-12-08', '2026-12-23'],
    ]);
  });

  // Source: SDK Subscriptions.d.ts cancel (pending prorations go when invoice_now and prorate are both false).
  test('at once drops what was still pending of prorations', async () => {
    const { stripe } = subject;
    const sub = await halfway();
    await stripe.subscriptions.update(sub.id, { items: [{ id: firstItem(sub).id, quantity: 2 }] });
    await stripe.subscriptions.cancel(sub.id);
    expect((await stripe.invoiceItems.list({ pending: true })).data).toEqual([]);
  });

  // Source: SDK Subscriptions.d.ts cancel_at_period_end (canceled_at is the request), stripe.md 7.
  test('with its period, which can be taken back until then', async () => {
    const { stripe, control } = subject;
    const sub = await halfway();
    const set = await stripe.subscriptions.update(sub.id, { cancel_at_period_end: true });
    expect(set).toMatchObject({
      cancel_at: firstItem(sub).current_period_end,
      cancel_at_period_end: true,
    });
    const back = await stripe.subscriptions.update(sub.id, { cancel_at_period_end: false });
    expect(back).toMatchObject({ cancel_at: null, cancel_at_period_end: false, canceled_at: null });
    await stripe.subscriptions.update(sub.id, { cancel_at_period_end: true });
    control.advance({ ms: 60 * DAY });
    const ended = await stripe.subscriptions.retrieve(sub.id);
    expect([ended.status, day(ended.ended_at), day(ended.canceled_at)]).toEqual([
      'canceled',
      '2026-12-23',
      '2026-12-08',
    ]);
    expect(await billed(stripe, sub.id)).toHaveLength(1);
  });

  // Source: SDK Subscriptions.d.ts update cancel_at (within the period it prorates; in a later one that period is prorated).
  test('at a moment, for which time is prorated', async () => {
    const { stripe, control } = subject;
    const sub = await subscribe(stripe);
    const later = Date.UTC(2027, 0, 2, 9) / 1000;
    await stripe.subscriptions.update(sub.id, { cancel_at: later });
    control.advance({ ms: 31 * DAY });
    // 10 of the 31 days from 23 December to 23 January.
    expect(linesOf(await lastBilled(stripe, sub.id))).toEqual([
      [3226, '1 × Website care (at €100.00 / month)', '2026-12-23', '2027-01-02'],
    ]);
    control.advance({ ms: 30 * DAY });
    expect(await stripe.subscriptions.retrieve(sub.id)).toMatchObject({
      status: 'canceled',
      ended_at: later,
    });
    const within = await subscribe(stripe);
    const end = firstItem(within).current_period_start + 6 * 86_400;
    await stripe.subscriptions.update(within.id, { cancel_at: end });
    const shortened = (await stripe.invoiceItems.list({ pending: true })).data;
    expect(shortened.map((item) => item.period)).toEqual([
      { start: end, end: firstItem(within).current_period_end },
    ]);
    await stripe.subscriptions.update(within.id, { cancel_at: '' });
    const sum = (await stripe.invoiceItems.list({ pending: true })).data.reduce(
      (total, item) => total + item.amount,
      0,
    );
    expect(sum).toBe(0);
  });
});
