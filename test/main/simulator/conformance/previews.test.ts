import { beforeEach, describe, expect, test } from 'vitest';
import {
  day,
  firstItem,
  linesOf,
  payingCustomer,
  recurringPrice,
  subscribe,
  subscribeCharged,
} from './recurring.ts';
import { createCustomer, createSubject, DAY, idOf, morning, refusal, type Subject } from './subject.ts';

let subject: Subject;
beforeEach(() => {
  subject = createSubject();
});

/** Everything that a preview could have left behind. */
function everything(): string {
  const types = [
    'invoice',
    'invoiceitem',
    'line_item',
    'subscription',
    'subscription_item',
    'price',
    'event',
  ] as const;
  return JSON.stringify(types.map((type) => subject.control.objects({ type })));
}

describe('previews of subscriptions', () => {
  // Source: SDK Invoices.d.ts createPreview (the next invoice of a subscription; not kept, not listed, not payable).
  test('show the next invoice and leave nothing behind', async () => {
    const { stripe } = subject;
    for (let count = 0; count < 40; count += 1) await stripe.products.create({ name: String(count) });
    const sub = await subscribe(stripe);
    const before = everything();
    const preview = await stripe.invoices.createPreview({ subscription: sub.id });
    expect(preview.id).toMatch(/^upcoming_in_/);
    expect(preview).toMatchObject({
      billing_reason: 'upcoming',
      status: 'draft',
      total: 10_000,
      number: null,
      created: firstItem(sub).current_period_end,
      parent: { subscription_details: { subscription: sub.id } },
    });
    expect(linesOf(preview)).toEqual([
      [10_000, '1 × Website care (at €100.00 / month)', '2026-12-23', '2027-01-23'],
    ]);
    expect(everything()).toBe(before);
    expect(await refusal(stripe.invoices.pay(preview.id))).toMatchObject({ statusCode: 404 });
    expect((await stripe.invoices.createPreview({ customer: idOf(sub.customer) })).total).toBe(10_000);
  });

  // Source: SDK Invoices.d.ts createPreview subscription_details (items, proration_behavior, proration_date).
  test('show what a change would cost, now or with the next period', async () => {
    const { stripe, control } = subject;
    const sub = await subscribe(stripe);
    control.advance({ ms: 15 * DAY });
    const items = [{ id: firstItem(sub).id, quantity: 3 }];
    const next = await stripe.invoices.createPreview({
      subscription: sub.id,
      subscription_details: { items },
    });
    expect(linesOf(next).map(([amount]) => amount)).toEqual([30_000, -5000, 15_000]);
    const atOnce = await stripe.invoices.createPreview({
      subscription: sub.id,
      subscription_details: { items, proration_behavior: 'always_invoice' },
    });
    expect([atOnce.total, day(atOnce.created)]).toEqual([10_000, '2026-12-08']);
    const none = await stripe.invoices.createPreview({
      subscription: sub.id,
      subscription_details: { items, proration_behavior: 'none' },
    });
    expect(none.total).toBe(30_000);
    const recurring = await stripe.invoices.createPreview({
      subscription: sub.id,
      subscription_details: { items },
      preview_mode: 'recurring',
    });
    expect(recurring.total).toBe(30_000);
    const changed = await stripe.subscriptions.update(sub.id, {
      items,
      proration_behavior: 'always_invoice',
    });
    expect((await stripe.invoices.retrieve(idOf(changed.latest_invoice))).total).toBe(atOnce.total);
    const ended = await stripe.invoices.createPreview({
      subscription: sub.id,
      subscription_details: { cancel_now: true },
    });
    expect(ended.total).toBe(-15_000);
  });

  // Source: SDK Invoices.d.ts createPreview (subscription_details.items without a subscription previews creating one).
  test('show the first invoice of a subscription that does not exist', async () => {
    const { stripe } = subject;
    const customer = await createCustomer(stripe);
    const price = await recurringPrice(stripe, 5000);
    const before = everything();
    const now = await stripe.invoices.createPreview({
      customer,
      subscription_details: { items: [{ price, quantity: 2 }] },
    });
    expect(now.total).toBe(10_000);
    const later = await stripe.invoices.createPreview({
      customer,
      subscription_details: { items: [{ price }], start_date: morning / 1000 + 40 * 86_400 },
    });
    expect([later.total, day(later.created)]).toEqual([5000, '2027-01-02']);
    expect(everything()).toBe(before);
  });

  // Source: SDK Invoices.d.ts createPreview (invoice_items, discounts beside the subscription's own lines).
  test('add items and discounts that are proposed', async () => {
    const { stripe } = subject;
    const sub = await subscribeCharged(stripe, await payingCustomer(stripe));
    const coupon = await stripe.coupons.create({ percent_off: 10 });
    const preview = await stripe.invoices.createPreview({
      subscription: sub.id,
      invoice_items: [{ amount: 2000, currency: 'eur', description: 'Setup' }],
      discounts: [{ coupon: coupon.id }],
    });
    expect(preview).toMatchObject({ subtotal: 12_000, total: 10_800 });
    expect(preview.next_payment_attempt).toBe(preview.created + 3600);
  });

  // Source: docs.stripe.com/error-codes invoice_upcoming_none.
  test('are refused when nothing is upcoming', async () => {
    const { stripe } = subject;
    const customer = await createCustomer(stripe);
    expect(await refusal(stripe.invoices.createPreview({ customer }))).toMatchObject({
      code: 'invoice_upcoming_none',
      statusCode: 404,
    });
    const sub = await subscribe(stripe, { cancel_at_period_end: true });
    expect(await refusal(stripe.invoices.createPreview({ subscription: sub.id }))).toMatchObject({
      code: 'invoice_upcoming_none',
    });
  });
});
