import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Stripe } from 'stripe';
import type { CustomerOutcome } from '../../../main/simulator/options.ts';
import { createDraft, createSubject, HOUR, type Subject } from './conformance/subject.ts';

type Step =
  | { readonly kind: 'invoice'; readonly amount: number; readonly currency: string }
  | { readonly kind: 'pay'; readonly pick: number; readonly outcome: CustomerOutcome }
  | { readonly kind: 'refund'; readonly pick: number; readonly share: number }
  | { readonly kind: 'credit'; readonly pick: number; readonly share: number }
  | { readonly kind: 'dispute'; readonly pick: number }
  | { readonly kind: 'wait'; readonly hours: number };

const pick = fc.nat({ max: 50 });
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    kind: fc.constant('invoice' as const),
    amount: fc.integer({ min: 0, max: 500_000 }),
    currency: fc.constantFrom('eur', 'usd', 'gbp', 'jpy'),
  }),
  fc.record({
    kind: fc.constant('pay' as const),
    pick,
    outcome: fc.constantFrom<CustomerOutcome>(
      'succeeded',
      'succeeded',
      'declined',
      'sepa_processing',
      'sepa_fails',
      'authentication_required',
      'authentication_completed',
      'bank_transfer',
      'bank_transfer_part',
      'bank_transfer_too_much',
    ),
  }),
  fc.record({ kind: fc.constant('refund' as const), pick, share: fc.integer({ min: 1, max: 120 }) }),
  fc.record({ kind: fc.constant('credit' as const), pick, share: fc.integer({ min: 1, max: 100 }) }),
  fc.record({ kind: fc.constant('dispute' as const), pick }),
  fc.record({ kind: fc.constant('wait' as const), hours: fc.integer({ min: 1, max: 200 }) }),
);

/** What Stripe refuses is part of the game; anything else is a fault of the simulator. */
async function attempt(run: () => Promise<unknown>): Promise<void> {
  try {
    await run();
  } catch (error) {
    const refused =
      error instanceof Stripe.errors.StripeError && error.statusCode !== undefined && error.statusCode < 500;
    if (!refused && !(error instanceof Error && error.name === 'Failure')) throw error;
  }
}

async function take({ stripe, control }: Subject, next: Step): Promise<void> {
  const any = <T>(list: readonly T[], index: number): T | undefined => list[index % Math.max(1, list.length)];
  if (next.kind === 'wait') return control.advance({ ms: next.hours * HOUR });
  if (next.kind === 'invoice') {
    const draft = await createDraft(stripe, [{ description: 'A', amount: next.amount }], {
      currency: next.currency,
      ...(next.currency === 'eur'
        ? { payment_settings: { payment_method_types: ['card', 'sepa_debit', 'customer_balance'] } }
        : {}),
    });
    return attempt(() => stripe.invoices.finalizeInvoice(draft.id));
  }
  if (next.kind === 'pay' || next.kind === 'credit') {
    const invoice = any((await stripe.invoices.list({ limit: 100 })).data, next.pick);
    if (invoice === undefined) return undefined;
    if (next.kind === 'pay')
      return attempt(async () => control.payInvoice({ invoice: invoice.id, outcome: next.outcome }));
    const amount = Math.ceil((invoice.total * next.share) / 100);
    const post = Math.max(0, amount - invoice.amount_remaining);
    return attempt(() =>
      stripe.creditNotes.create({
        invoice: invoice.id,
        amount,
        ...(post > 0 ? { refund_amount: post } : {}),
      }),
    );
  }
  const charge = any((await stripe.charges.list({ limit: 100 })).data, next.pick);
  if (charge === undefined) return undefined;
  if (next.kind === 'refund')
    return attempt(() =>
      stripe.refunds.create({ charge: charge.id, amount: Math.ceil((charge.amount * next.share) / 100) }),
    );
  if (charge.disputed || charge.status !== 'succeeded') return undefined;
  return attempt(async () => control.dispute({ charge: charge.id }));
}

/** Whether the objects agree with each other. */
async function check({ stripe }: Subject): Promise<readonly Stripe.BalanceTransaction[]> {
  const transactions = await stripe.balanceTransactions.list({ limit: 7 }).autoPagingToArray({ limit: 1000 });
  expect(new Set(transactions.map(({ id }) => id)).size).toBe(transactions.length);
  for (const each of transactions) expect(each.net).toBe(each.amount - each.fee);
  for (const payout of (await stripe.payouts.list({ limit: 100 })).data) {
    const inPayout = await stripe.balanceTransactions
      .list({ payout: payout.id, limit: 100 })
      .autoPagingToArray({ limit: 1000 });
    expect(inPayout.reduce((sum, each) => sum + each.net, 0)).toBe(0);
  }
  for (const { id } of (await stripe.customers.list({ limit: 100 })).data) {
    const moved = (await stripe.customers.listCashBalanceTransactions(id, { limit: 100 })).data;
    const held = (await stripe.customers.retrieveCashBalance(id)).available?.['eur'] ?? 0;
    expect(moved.reduce((sum, each) => sum + each.net_amount, 0)).toBe(held);
    expect(held).toBeGreaterThanOrEqual(0);
  }
  for (const charge of (await stripe.charges.list({ limit: 100, expand: ['data.refunds'] })).data) {
    const live = (charge.refunds?.data ?? []).filter(
      (refund) => !['failed', 'canceled'].includes(refund.status ?? ''),
    );
    expect(live.reduce((sum, refund) => sum + refund.amount, 0)).toBe(charge.amount_refunded);
    expect(charge.amount_refunded).toBeLessThanOrEqual(charge.amount);
  }
  for (const invoice of (await stripe.invoices.list({ limit: 100 })).data) {
    expect(invoice.amount_remaining).toBe(
      invoice.status === 'draft' ? invoice.total : Math.max(0, invoice.amount_due - invoice.amount_paid),
    );
    expect(invoice.status === 'paid' && invoice.amount_remaining > 0).toBe(false);
  }
  return transactions;
}

describe('whatever happens', () => {
  test(
    'the balance is the sum of its transactions and the objects agree with each other',
    { timeout: 60_000 },
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
          const subject = createSubject();
          for (const next of steps) await take(subject, next);
          const transactions = await check(subject);
          const balance = await subject.stripe.balance.retrieve();
          const held = [...balance.available, ...balance.pending].reduce((sum, part) => sum + part.amount, 0);
          expect(held).toBe(transactions.reduce((sum, each) => sum + each.net, 0));
        }),
        { numRuns: 40 },
      );
    },
  );

  test('paging in any size yields each object once, in both directions', async () => {
    const subject = createSubject();
    for (let count = 0; count < 17; count += 1)
      await subject.stripe.customers.create({ name: String(count) });
    const all = (await subject.stripe.customers.list({ limit: 100 })).data.map(({ id }) => id);
    const oldest = all.at(-1) ?? '';
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 20 }), async (limit) => {
        const down = await subject.stripe.customers.list({ limit }).autoPagingToArray({ limit: 100 });
        expect(down.map(({ id }) => id)).toEqual(all);
        const up = await subject.stripe.customers
          .list({ limit, ending_before: oldest })
          .autoPagingToArray({ limit: 100 });
        expect(up.map(({ id }) => id)).toEqual(all.slice(0, -1).toReversed());
      }),
      { numRuns: 20 },
    );
  });
});
