import { beforeAll, describe, expect, test } from 'vitest';
import type Stripe from 'stripe';
import { createSubject, DAY, morning, type Subject } from '../conformance/subject.ts';

let subject: Subject;
let invoices: readonly Stripe.Invoice[] = [];
let customers: readonly Stripe.Customer[] = [];

beforeAll(async () => {
  subject = createSubject({ seed: 2026, autopay: { afterMs: 20_000, share: 1 } });
  subject.control.seedCompany();
  const { stripe } = subject;
  invoices = await stripe.invoices.list({ limit: 100 }).autoPagingToArray({ limit: 1000 });
  customers = await stripe.customers.list({ limit: 100 }).autoPagingToArray({ limit: 1000 });
});

const having = (keeps: (invoice: Stripe.Invoice) => boolean): number => invoices.filter(keeps).length;

describe('the demo company', () => {
  test('has two years of history up to now and not beyond', () => {
    const created = invoices.map((invoice) => invoice.created * 1000);
    expect(invoices.length).toBeGreaterThanOrEqual(450);
    expect(Math.min(...created)).toBeLessThan(morning - 730 * DAY);
    expect(Math.max(...created)).toBeLessThanOrEqual(morning);
    expect(Math.max(...created)).toBeGreaterThan(morning - 4 * DAY);
    expect(subject.control.now()).toBe(morning);
  });

  test('has customers in many countries and scripts', () => {
    expect(customers.length).toBeGreaterThanOrEqual(45);
    expect(new Set(customers.map((customer) => customer.address?.country)).size).toBeGreaterThan(20);
    const names = customers.map((customer) => customer.name).join(' ');
    for (const script of ['Greek', 'Cyrillic', 'Han', 'Hangul', 'Arabic', 'Hebrew'])
      expect(names).toMatch(new RegExp(`\\p{Script=${script}}`, 'u'));
  });

  test('has every status, in three currencies, with discounts, taxes, memos and references', () => {
    const now = morning / 1000;
    expect(new Set(invoices.map((invoice) => invoice.currency))).toEqual(new Set(['eur', 'usd', 'gbp']));
    expect(new Set(invoices.map((invoice) => invoice.status))).toEqual(
      new Set(['draft', 'open', 'paid', 'void', 'uncollectible']),
    );
    expect(having((invoice) => invoice.status === 'open' && (invoice.due_date ?? 0) < now)).toBeGreaterThan(
      3,
    );
    expect(having((invoice) => invoice.status === 'open' && invoice.amount_paid > 0)).toBeGreaterThan(0);
    expect(having((invoice) => (invoice.amount_paid_off_stripe ?? 0) > 0)).toBeGreaterThan(10);
    expect(having((invoice) => (invoice.total_discount_amounts ?? []).length > 0)).toBeGreaterThan(30);
    expect(having((invoice) => (invoice.custom_fields ?? []).length > 0)).toBeGreaterThan(100);
    expect(having((invoice) => invoice.lines.data.length > 1)).toBeGreaterThan(200);
    expect(having((invoice) => invoice.lines.has_more)).toBeGreaterThan(0);
  });

  test('has refunds, credit notes, disputes and payouts, and a balance that adds up', async () => {
    const { control, stripe } = subject;
    for (const type of ['refund', 'credit_note', 'dispute', 'payout'] as const)
      expect(control.objects({ type }).length).toBeGreaterThan(4);
    expect((await stripe.disputes.list({ limit: 100 })).data.map((dispute) => dispute.status)).toContain(
      'needs_response',
    );
    const transactions = await stripe.balanceTransactions
      .list({ limit: 100 })
      .autoPagingToArray({ limit: 5000 });
    const balance = await stripe.balance.retrieve();
    const held = [...balance.available, ...balance.pending].reduce((sum, part) => sum + part.amount, 0);
    expect(held).toBe(transactions.reduce((sum, each) => sum + each.net, 0));
  });

  test('numbers its invoices without a gap', () => {
    const numbers = invoices.flatMap((invoice) =>
      invoice.number === null ? [] : [Number(invoice.number.split('-')[1])],
    );
    expect(numbers.toSorted((a, b) => a - b)).toEqual(
      Array.from({ length: numbers.length }, (_, index) => index + 1),
    );
  });

  test('is the same company for the same seed and day', () => {
    const again = createSubject({ seed: 2026 });
    again.control.seedCompany();
    const text = ({ control }: Subject): string => JSON.stringify(control.objects({ type: 'invoice' }));
    expect(text(again) === text(subject)).toBe(true);
  });

  test('leaves what is open unpaid; what is sent from now on is paid by its customer', async () => {
    const { stripe, control } = createSubject({ seed: 11, autopay: { afterMs: 20_000, share: 1 } });
    control.seedCompany();
    const openBefore = (await stripe.invoices.list({ status: 'open', limit: 100 })).data.length;
    control.advance({ ms: 60_000 });
    expect((await stripe.invoices.list({ status: 'open', limit: 100 })).data.length).toBe(openBefore);
    const [draft] = (await stripe.invoices.list({ status: 'draft' })).data;
    await stripe.invoices.sendInvoice(draft?.id ?? '');
    control.advance({ ms: 20_000 });
    expect((await stripe.invoices.retrieve(draft?.id ?? '')).status).toBe('paid');
  });
});
