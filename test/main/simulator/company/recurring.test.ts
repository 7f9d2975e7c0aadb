import { beforeAll, describe, expect, test } from 'vitest';
import type Stripe from 'stripe';
import { createSubject, DAY, idOf, morning, type Subject } from '../conformance/subject.ts';

const demo = {
  seed: 2026,
  autopay: { afterMs: 20_000, share: 1 },
  debitBusinessDays: [2, 4],
  disputesDecidedAfterDays: 60,
} as const;

interface Seen {
  readonly invoices: readonly Stripe.Invoice[];
  readonly subscriptions: readonly Stripe.Subscription[];
}

let subject: Subject;
let before: Seen;

async function look({ stripe }: Subject): Promise<Seen> {
  return {
    invoices: await stripe.invoices.list({ limit: 100 }).autoPagingToArray({ limit: 3000 }),
    subscriptions: await stripe.subscriptions
      .list({ limit: 100, status: 'all' })
      .autoPagingToArray({ limit: 100 }),
  };
}

const subscriptionOf = (invoice: Stripe.Invoice): string | null => {
  const details = invoice.parent?.subscription_details;
  return details === null || details === undefined ? null : idOf(details.subscription);
};
const recurring = ({ invoices }: Seen): readonly Stripe.Invoice[] =>
  invoices.filter((invoice) => subscriptionOf(invoice) !== null);

beforeAll(async () => {
  subject = createSubject(demo);
  subject.control.seedCompany();
  before = await look(subject);
});

describe('the recurring customers of the demo company', () => {
  test('are a dozen and more, from weekly to yearly, in every usual state', () => {
    const { subscriptions } = before;
    expect(subscriptions.length).toBeGreaterThanOrEqual(12);
    const statuses = subscriptions.map(({ status }) => status);
    for (const status of ['active', 'past_due', 'canceled', 'trialing'] as const)
      expect(statuses).toContain(status);
    expect(subscriptions.some((sub) => sub.pause_collection !== null)).toBe(true);
    expect(subscriptions.some((sub) => sub.status === 'active' && sub.cancel_at !== null)).toBe(true);
    const intervals = subscriptions.flatMap((sub) =>
      sub.items.data.map(({ price }) => `${price.recurring?.interval_count} ${price.recurring?.interval}`),
    );
    expect(new Set(intervals)).toEqual(new Set(['1 week', '1 month', '3 month', '1 year']));
    expect(new Set(subscriptions.map((sub) => sub.collection_method))).toEqual(
      new Set(['send_invoice', 'charge_automatically']),
    );
    expect(Math.min(...subscriptions.map((sub) => sub.start_date)) * 1000).toBeLessThan(morning - 730 * DAY);
  });

  test('are billed each period once, up to now', () => {
    for (const sub of before.subscriptions) {
      const lines = before.invoices
        .filter((invoice) => subscriptionOf(invoice) === sub.id)
        .flatMap((invoice) => invoice.lines.data)
        .filter((line) => line.parent?.subscription_item_details?.proration === false);
      for (const { id, current_period_end: end } of sub.items.data) {
        const periods = lines
          .filter((line) => line.parent?.subscription_item_details?.subscription_item === id)
          .map((line) => line.period)
          .toSorted((a, b) => a.start - b.start);
        expect(periods.slice(1).map(({ start }) => start)).toEqual(
          periods.slice(0, -1).map((each) => each.end),
        );
        expect([periods[0]?.start, periods.at(-1)?.end]).toEqual([sub.start_date, end]);
      }
    }
  });

  test('have a failing card whose next attempt is still to come', () => {
    const failing = before.subscriptions.find(({ status }) => status === 'past_due');
    const invoice = before.invoices.find((each) => each.id === idOf(failing?.latest_invoice ?? null));
    expect(invoice).toMatchObject({ status: 'open', attempted: true });
    expect((invoice?.next_payment_attempt ?? 0) * 1000).toBeGreaterThan(morning);
  });

  test('are in every state on any day on which the history may end', () => {
    for (const end of [Date.UTC(2027, 2, 1, 0, 30), Date.UTC(2028, 1, 29, 23), Date.UTC(2026, 11, 31, 12)]) {
      const { control, clock } = createSubject(demo);
      clock.now = end;
      control.seedCompany();
      const statuses = control.objects({ type: 'subscription' }).map((sub) => sub['status']);
      for (const status of ['active', 'past_due', 'canceled', 'trialing']) expect(statuses).toContain(status);
    }
  });
});

describe('twelve months later', () => {
  let after: Seen;
  beforeAll(async () => {
    subject.control.advance({ ms: 365 * DAY });
    after = await look(subject);
  });

  test('billing, payments, failures, disputes and payouts have gone on', async () => {
    const { stripe } = subject;
    const since = { created: { gt: morning / 1000 }, limit: 100 };
    const fresh = recurring(after).filter((invoice) => invoice.created * 1000 > morning);
    expect(fresh.length).toBeGreaterThan(120);
    expect(fresh.filter((invoice) => invoice.status === 'paid').length).toBeGreaterThan(100);
    expect(fresh.filter((invoice) => invoice.attempt_count > 1).length).toBeGreaterThan(1);
    expect((await stripe.payouts.list(since)).data.length).toBeGreaterThan(50);
    expect((await stripe.disputes.list(since)).data.length).toBeGreaterThan(0);
    const failed = (await stripe.charges.list(since).autoPagingToArray({ limit: 1000 })).filter(
      ({ status }) => status === 'failed',
    );
    expect(failed.length).toBeGreaterThan(2);
    const latest = Math.max(...fresh.map((invoice) => invoice.created * 1000));
    expect(latest).toBeGreaterThan(morning + 350 * DAY);
  });

  test('the trial has become a customer, the failing card has ended its subscription, the pause is over', () => {
    const now = new Map(after.subscriptions.map((sub) => [sub.id, sub]));
    const becomes = (status: string): readonly unknown[] =>
      before.subscriptions.filter((sub) => sub.status === status).map((sub) => now.get(sub.id)?.status);
    expect([becomes('trialing'), becomes('past_due')]).toEqual([['active'], ['canceled']]);
    for (const { pause_collection: paused, cancel_at: ends, status } of after.subscriptions)
      expect([paused, ends === null || status === 'canceled']).toEqual([null, true]);
  });

  test('the balance still is the sum of its transactions, and numbers have no gap', async () => {
    const { stripe } = subject;
    const transactions = await stripe.balanceTransactions
      .list({ limit: 100 })
      .autoPagingToArray({ limit: 5000 });
    const balance = await stripe.balance.retrieve();
    const held = [...balance.available, ...balance.pending].reduce((sum, part) => sum + part.amount, 0);
    expect(held).toBe(transactions.reduce((sum, each) => sum + each.net, 0));
    const numbers = after.invoices.flatMap(({ number }) =>
      number === null ? [] : [Number(number.split('-')[1])],
    );
    expect(numbers.toSorted((a, b) => a - b)).toEqual(numbers.map((_, index) => index + 1));
  });
});
