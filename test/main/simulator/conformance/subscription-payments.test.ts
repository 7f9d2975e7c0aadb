import { beforeEach, describe, expect, test } from 'vitest';
import type Stripe from 'stripe';
import {
  billed,
  lastBilled,
  payingCustomer,
  recurringPrice,
  replaceCard,
  subscribe,
  subscribeCharged,
} from './recurring.ts';
import {
  createCustomer,
  createSubject,
  DAY,
  eventTypes,
  HOUR,
  idOf,
  intentOf,
  morning,
  refusal,
  type Subject,
} from './subject.ts';

let subject: Subject;
beforeEach(() => {
  subject = createSubject();
});

const declining = 'pm_card_chargeDeclinedInsufficientFunds';

async function statusOf(id: string): Promise<Stripe.Subscription.Status> {
  return (await subject.stripe.subscriptions.retrieve(id)).status;
}

/** A subscription that was paid once, and whose card has no money any more. */
async function failing(options: Parameters<typeof createSubject>[0] = {}): Promise<Stripe.Subscription> {
  subject = createSubject(options);
  const customer = await payingCustomer(subject.stripe);
  const sub = await subscribeCharged(subject.stripe, customer);
  await replaceCard(subject.stripe, customer, declining);
  subject.control.advance({ ms: 30 * DAY + HOUR });
  return sub;
}

describe('subscriptions that charge a saved method', () => {
  // Source: docs.stripe.com/subscriptions/invoices (charge_automatically: the first invoice is finalized in the request).
  test('are paid in the request and in each period an hour after it began', async () => {
    const { stripe, control } = subject;
    const sub = await subscribeCharged(stripe, await payingCustomer(stripe));
    expect(sub).toMatchObject({ status: 'active', collection_method: 'charge_automatically' });
    expect(await lastBilled(stripe, sub.id)).toMatchObject({
      status: 'paid',
      attempt_count: 1,
      due_date: null,
    });
    control.advance({ ms: 30 * DAY });
    expect(await lastBilled(stripe, sub.id)).toMatchObject({
      status: 'draft',
      billing_reason: 'subscription_cycle',
    });
    control.advance({ ms: HOUR });
    expect(await lastBilled(stripe, sub.id)).toMatchObject({ status: 'paid', next_payment_attempt: null });
    expect(await statusOf(sub.id)).toBe('active');
  });

  // Source: SDK Events.d.ts invoice.upcoming (some days before an automatic charge; its invoice has no id).
  test('announce their renewal seven days before', async () => {
    const { stripe, control } = subject;
    await subscribeCharged(stripe, await payingCustomer(stripe));
    control.advance({ ms: 23 * DAY - 1 });
    expect(await eventTypes(stripe)).not.toContain('invoice.upcoming');
    control.advance({ ms: 1 });
    const [event] = (await stripe.events.list({ type: 'invoice.upcoming' })).data;
    expect(event?.data.object).toMatchObject({ billing_reason: 'upcoming', status: 'draft', total: 10_000 });
    expect(event?.data.object).not.toHaveProperty('id');
    expect((await stripe.invoices.list()).data).toHaveLength(1);
  });

  // Source: SDK Subscriptions.d.ts create (a customer without a way to pay is refused unless the payment comes later).
  test('are refused to a customer without a way to pay', async () => {
    const { stripe } = subject;
    const customer = await createCustomer(stripe);
    expect(await refusal(subscribeCharged(stripe, customer))).toMatchObject({ code: 'resource_missing' });
    expect((await stripe.subscriptions.list({ status: 'all' })).data).toEqual([]);
    const later = await subscribeCharged(stripe, customer, { payment_behavior: 'default_incomplete' });
    expect(later.status).toBe('incomplete');
    expect(await lastBilled(stripe, later.id)).toMatchObject({ status: 'open', attempted: false });
  });

  // Source: SDK Subscriptions.d.ts status incomplete (active when paid; after 23 hours expired, and its invoice void).
  test('are incomplete until the first payment, for 23 hours', async () => {
    const { stripe, control } = subject;
    const customer = await payingCustomer(stripe, declining);
    const paid = await subscribeCharged(stripe, customer);
    const lost = await subscribeCharged(stripe, customer);
    expect([paid.status, lost.status]).toEqual(['incomplete', 'incomplete']);
    expect(await refusal(stripe.subscriptions.update(paid.id, { days_until_due: 3 }))).toMatchObject({
      statusCode: 400,
    });
    control.payInvoice({ invoice: idOf(paid.latest_invoice) });
    expect(await statusOf(paid.id)).toBe('active');
    control.advance({ ms: 23 * HOUR });
    expect(await statusOf(lost.id)).toBe('incomplete_expired');
    expect(await lastBilled(stripe, lost.id)).toMatchObject({ status: 'void' });
    expect(
      await refusal(subscribeCharged(stripe, customer, { payment_behavior: 'error_if_incomplete' })),
    ).toMatchObject({ statusCode: 402, code: 'card_declined' });
    expect((await stripe.subscriptions.list({ status: 'all' })).data).toHaveLength(2);
  });

  // Source: docs.stripe.com/billing/revenue-recovery/smart-retries (up to eight tries in two weeks), SDK Invoices.d.ts attempt_count.
  test('try a refused payment again by a schedule, and are past due meanwhile', async () => {
    const sub = await failing();
    const { stripe, control } = subject;
    const invoice = await lastBilled(stripe, sub.id);
    const first = morning / 1000 + 30 * 86_400 + 3600;
    expect(invoice).toMatchObject({
      status: 'open',
      attempted: true,
      attempt_count: 1,
      next_payment_attempt: first + 86_400,
    });
    expect(await statusOf(sub.id)).toBe('past_due');
    expect((await eventTypes(stripe)).slice(-5)).toEqual([
      'charge.failed',
      'payment_intent.payment_failed',
      'invoice.updated',
      'invoice.payment_failed',
      'customer.subscription.updated',
    ]);
    control.advance({ ms: 3 * DAY });
    expect(await stripe.invoices.retrieve(invoice.id)).toMatchObject({
      attempt_count: 3,
      next_payment_attempt: first + 5 * 86_400,
    });
    // An attempt by hand does not move the schedule.
    await refusal(stripe.invoices.pay(invoice.id));
    expect(await stripe.invoices.retrieve(invoice.id)).toMatchObject({
      attempt_count: 3,
      next_payment_attempt: first + 5 * 86_400,
    });
    await replaceCard(stripe, idOf(sub.customer), 'pm_card_visa');
    control.advance({ ms: 2 * DAY });
    expect(await stripe.invoices.retrieve(invoice.id)).toMatchObject({
      status: 'paid',
      attempt_count: 4,
      next_payment_attempt: null,
    });
    expect(await statusOf(sub.id)).toBe('active');
  });

  // Source: SDK Subscriptions.d.ts status (after the last try canceled or unpaid, depending on the settings).
  test.each(['canceled', 'unpaid', 'past_due'] as const)(
    'become %s after the last try when the account says so',
    async (afterRetries) => {
      const sub = await failing({ billing: { afterRetries } });
      const { stripe, control } = subject;
      control.advance({ ms: 15 * DAY });
      const invoice = await lastBilled(stripe, sub.id);
      expect(invoice).toMatchObject({ status: 'open', attempt_count: 8, next_payment_attempt: null });
      const ended = await stripe.subscriptions.retrieve(sub.id);
      expect(ended.status).toBe(afterRetries);
      expect(ended.cancellation_details?.reason).toBe(afterRetries === 'canceled' ? 'payment_failed' : null);
      control.advance({ ms: 20 * DAY });
      const later = (await billed(stripe, sub.id)).slice(2);
      expect(later.map((each) => [each.status, each.auto_advance])).toEqual(
        { canceled: [], unpaid: [['draft', false]], past_due: [['open', true]] }[afterRetries],
      );
    },
  );

  // Source: SDK Invoices.d.ts attempt_count (after a refusal for good retries go on but ask only a new method).
  test('do not ask a bank again that refused for good, until there is another card', async () => {
    const { stripe, control } = subject;
    const customer = await payingCustomer(stripe);
    const sub = await subscribeCharged(stripe, customer);
    await replaceCard(stripe, customer, 'pm_card_chargeDeclinedLostCard');
    control.advance({ ms: 34 * DAY });
    const invoice = await lastBilled(stripe, sub.id);
    expect(invoice.attempt_count).toBeGreaterThan(1);
    const charges = async (): Promise<number> =>
      (await stripe.charges.list({ payment_intent: (await intentOf(stripe, invoice.id)).id })).data.length;
    expect(await charges()).toBe(1);
    await replaceCard(stripe, customer, 'pm_card_visa');
    control.advance({ ms: 3 * DAY });
    expect((await stripe.invoices.retrieve(invoice.id)).status).toBe('paid');
    expect(await charges()).toBe(2);
  });

  // Source: SDK Events.d.ts invoice.payment_action_required, invoice.payment_failed (also for the lack of a method).
  test('ask for the customer when the card wants authentication, and fail without any method', async () => {
    const { stripe, control } = subject;
    const customer = await payingCustomer(stripe);
    const sub = await subscribeCharged(stripe, customer);
    await replaceCard(stripe, customer, 'pm_card_authenticationRequired');
    control.advance({ ms: 30 * DAY + HOUR });
    const invoice = await lastBilled(stripe, sub.id);
    expect((await intentOf(stripe, invoice.id)).status).toBe('requires_action');
    expect((await eventTypes(stripe)).slice(-3)).toEqual([
      'invoice.payment_action_required',
      'invoice.payment_failed',
      'customer.subscription.updated',
    ]);
    expect(await statusOf(sub.id)).toBe('past_due');
    const other = await payingCustomer(stripe);
    const bare = await subscribeCharged(stripe, other);
    await stripe.customers.update(other, { invoice_settings: { default_payment_method: '' } });
    control.advance({ ms: 31 * DAY + HOUR });
    const unpaid = await lastBilled(stripe, bare.id);
    expect(unpaid).toMatchObject({ status: 'open', attempt_count: 1 });
    expect((await stripe.charges.list({ customer: other })).data).toHaveLength(1);
  });

  // Source: stripe.md 8 (debits take days; UNCONFIRMED that the subscription waits for the first one without expiring).
  test('by a debit wait for the bank, which may refuse it days later', async () => {
    subject = createSubject({ debitDelayMs: 4 * DAY });
    const { stripe, control } = subject;
    const customer = await payingCustomer(stripe, 'pm_success_de');
    const sub = await subscribeCharged(stripe, customer);
    expect(sub.status).toBe('active');
    control.advance({ ms: 5 * DAY });
    expect(await lastBilled(stripe, sub.id)).toMatchObject({ status: 'paid' });
    await replaceCard(stripe, customer, 'pm_failure_de');
    control.advance({ ms: 26 * DAY });
    expect(await statusOf(sub.id)).toBe('active');
    control.advance({ ms: 4 * DAY });
    expect(await statusOf(sub.id)).toBe('past_due');
    expect((await lastBilled(stripe, sub.id)).next_payment_attempt).not.toBeNull();
  });

  // Source: SDK Invoices.d.ts last_finalization_error; docs.stripe.com/api/events invoice.finalization_failed.
  test('say why an invoice cannot be finalized by itself', async () => {
    const { stripe, control } = subject;
    const sub = await subscribe(stripe, {
      items: [{ price: await recurringPrice(stripe, 100_000), quantity: 1000 }],
    });
    control.advance({ ms: HOUR });
    expect(await lastBilled(stripe, sub.id)).toMatchObject({
      status: 'draft',
      auto_advance: false,
      last_finalization_error: { code: 'amount_too_large', type: 'invalid_request_error' },
    });
    expect((await eventTypes(stripe)).at(-1)).toBe('invoice.finalization_failed');
  });
});
