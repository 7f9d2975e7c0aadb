import { beforeEach, describe, expect, test } from 'vitest';
import type Stripe from 'stripe';
import {
  billed,
  day,
  firstItem,
  lastBilled,
  linesOf,
  payingCustomer,
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

describe('trials', () => {
  // Source: SDK Subscriptions.d.ts trial_end, Events.d.ts trial_will_end (three days before), stripe.md 7.
  test('cost nothing, are announced to end, and then bill the first period', async () => {
    const { stripe, control } = subject;
    const customer = await payingCustomer(stripe);
    const sub = await subscribeCharged(stripe, customer, { trial_period_days: 14 });
    expect(sub).toMatchObject({ status: 'trialing', trial_start: morning / 1000 });
    expect(sub.billing_cycle_anchor).toBe(sub.trial_end);
    expect(await lastBilled(stripe, sub.id)).toMatchObject({ status: 'paid', total: 0 });
    control.advance({ ms: 11 * DAY });
    expect((await eventTypes(stripe)).at(-1)).toBe('customer.subscription.trial_will_end');
    control.advance({ ms: 3 * DAY + HOUR });
    expect(await statusOf(sub.id)).toBe('active');
    expect(linesOf(await lastBilled(stripe, sub.id))).toEqual([
      [10_000, '1 × Website care (at €100.00 / month)', '2026-12-07', '2027-01-07'],
    ]);
  });

  // Source: SDK Subscriptions.d.ts update trial_end (`now` ends it at once; a later moment moves the anchor).
  test('can be ended at once or moved', async () => {
    const { stripe } = subject;
    const sub = await subscribe(stripe, { trial_period_days: 14 });
    const later = morning / 1000 + 30 * 86_400;
    const moved = await stripe.subscriptions.update(sub.id, { trial_end: later });
    expect(moved).toMatchObject({ status: 'trialing', trial_end: later, billing_cycle_anchor: later });
    expect(firstItem(moved).current_period_end).toBe(later);
    const ended = await stripe.subscriptions.update(sub.id, { trial_end: 'now' });
    expect(ended).toMatchObject({ status: 'active', billing_cycle_anchor: morning / 1000 });
    expect((await lastBilled(stripe, sub.id)).total).toBe(10_000);
  });

  // Source: SDK Subscriptions.d.ts trial_settings.end_behavior.missing_payment_method.
  test.each([
    ['cancel', 'canceled', undefined],
    ['pause', 'paused', 'trial_end_without_payment_method'],
    ['create_invoice', 'past_due', undefined],
  ] as const)('without a way to pay end as %s says', async (behavior, status, why) => {
    const { stripe, control } = subject;
    const sub = await subscribeCharged(stripe, await createCustomer(stripe), {
      trial_period_days: 7,
      trial_settings: { end_behavior: { missing_payment_method: behavior } },
    });
    control.advance({ ms: 7 * DAY + HOUR });
    const after = await stripe.subscriptions.retrieve(sub.id);
    expect(after.status).toBe(status);
    expect(after.status_details?.paused.subscription.type).toBe(why);
  });
});

describe('pausing a subscription as a whole', () => {
  // Source: SDK Subscriptions.d.ts pause, resume (no periods and no invoices; a new cycle begins when it resumes).
  test('stops its periods until it is resumed', async () => {
    const { stripe, control } = subject;
    const sub = await subscribeCharged(stripe, await payingCustomer(stripe));
    control.advance({ ms: 15 * DAY });
    const paused = await stripe.subscriptions.pause(sub.id);
    expect(paused).toMatchObject({
      status: 'paused',
      status_details: { paused: { subscription: { type: 'pause_requested' } } },
    });
    expect((await eventTypes(stripe)).slice(-2)).toEqual([
      'customer.subscription.updated',
      'customer.subscription.paused',
    ]);
    control.advance({ ms: 60 * DAY });
    expect(await billed(stripe, sub.id)).toHaveLength(1);
    const resumed = await stripe.subscriptions.resume(sub.id);
    expect(resumed).toMatchObject({ status: 'active' });
    expect(resumed).not.toHaveProperty('status_details');
    expect(await eventTypes(stripe)).toContain('customer.subscription.resumed');
    const invoice = await lastBilled(stripe, sub.id);
    expect(invoice).toMatchObject({ status: 'paid', total: 5000 });
    expect(linesOf(invoice)).toEqual([
      [10_000, '1 × Website care (at €100.00 / month)', '2027-02-06', '2027-03-06'],
      [-5000, 'Unused time on Website care after 08 Dec 2026', '2026-12-08', '2026-12-23'],
    ]);
  });

  // Source: SDK Subscriptions.d.ts resume billing_cycle_anchor unchanged (what is left of the period is prorated).
  test('can go on in its old rhythm', async () => {
    const { stripe, control } = subject;
    const sub = await subscribeCharged(stripe, await payingCustomer(stripe));
    await stripe.subscriptions.pause(sub.id, { bill_for: { unused_time_from: { type: 'none' } } });
    control.advance({ ms: 46 * DAY });
    const resumed = await stripe.subscriptions.resume(sub.id, {
      billing_cycle_anchor: { type: 'unchanged' },
    });
    expect(day(firstItem(resumed).current_period_end)).toBe('2027-01-23');
    control.advance({ ms: 15 * DAY + HOUR });
    expect((await lastBilled(stripe, sub.id)).total).toBe(10_000 + 4839);
  });

  // Source: SDK Subscriptions.d.ts resume payment_behavior (stays paused until paid; after 23 hours the invoice is void).
  test('stays paused when it may resume only with the money, and the money does not come', async () => {
    const { stripe, control } = subject;
    const customer = await payingCustomer(stripe);
    const sub = await subscribeCharged(stripe, customer);
    await stripe.subscriptions.pause(sub.id, { bill_for: { unused_time_from: { type: 'none' } } });
    await replaceCard(stripe, customer, declining);
    control.advance({ ms: 40 * DAY });
    const tried = await stripe.subscriptions.resume(sub.id, {
      payment_behavior: 'resume_on_payment_success',
    });
    expect(tried.status).toBe('paused');
    control.advance({ ms: 23 * HOUR });
    expect(await statusOf(sub.id)).toBe('paused');
    expect(await lastBilled(stripe, sub.id)).toMatchObject({
      billing_reason: 'subscription_update',
      status: 'void',
    });
  });

  // Source: SDK Subscriptions.d.ts resume (only for charge_automatically), docs.stripe.com/billing/subscriptions/pause.
  test('is not for subscriptions that send invoices', async () => {
    const { stripe } = subject;
    const sub = await subscribe(stripe);
    expect(await refusal(stripe.subscriptions.pause(sub.id))).toMatchObject({ statusCode: 400 });
    expect(await refusal(stripe.subscriptions.resume(sub.id))).toMatchObject({ statusCode: 400 });
  });
});
