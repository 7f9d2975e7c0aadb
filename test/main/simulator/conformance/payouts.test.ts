// Payouts: made by the schedule or by hand, cancelled, sent back; and what else moves the balance.
import { describe, expect, test } from 'vitest';
import { createPaid, createSubject, DAY, eventTypes, refusal, type Subject } from './subject.ts';

const byHand = { account: { payouts: { schedule: { delay_days: 1, interval: 'manual' } } } } as const;

async function earn({ stripe, control }: Subject, amount = 10_000): Promise<void> {
  await createPaid(stripe, control, amount);
  control.advance({ ms: 3 * DAY });
}

async function availableEuros({ stripe }: Subject): Promise<number> {
  return (await stripe.balance.retrieve()).available.find(({ currency }) => currency === 'eur')?.amount ?? 0;
}

describe('a payout by hand', () => {
  // Source: SDK Payouts.d.ts (create, cancel; reconciliation_status not_applicable), error codes (balance_insufficient).
  test('takes what is available, never more', async () => {
    const subject = createSubject(byHand);
    const { stripe } = subject;
    await earn(subject);
    expect(await refusal(stripe.payouts.create({ amount: 9826, currency: 'eur' }))).toMatchObject({
      code: 'balance_insufficient',
    });
    const payout = await stripe.payouts.create({ amount: 5000, currency: 'eur', metadata: { op: '1' } });
    expect(payout).toMatchObject({
      status: 'pending',
      automatic: false,
      reconciliation_status: 'not_applicable',
      metadata: { op: '1' },
    });
    expect(await availableEuros(subject)).toBe(4825);
    subject.control.advance({ ms: 3 * DAY });
    expect((await stripe.payouts.retrieve(payout.id)).status).toBe('paid');
    expect(await refusal(stripe.payouts.cancel(payout.id))).toMatchObject({ statusCode: 400 });
  });

  test('comes back when it is cancelled in time', async () => {
    const subject = createSubject(byHand);
    const { stripe, control } = subject;
    await earn(subject);
    const { id } = await stripe.payouts.create({ amount: 5000, currency: 'eur' });
    const canceled = await stripe.payouts.cancel(id, { expand: ['failure_balance_transaction'] });
    expect(canceled).toMatchObject({
      status: 'canceled',
      failure_balance_transaction: { amount: 5000, type: 'payout_cancel' },
    });
    expect(await availableEuros(subject)).toBe(9825);
    control.advance({ ms: 3 * DAY });
    expect((await stripe.payouts.retrieve(id)).status).toBe('canceled');
    expect(await eventTypes(stripe)).toContain('payout.canceled');
  });

  test('lowers the next automatic one', async () => {
    const subject = createSubject(byHand);
    const { stripe, control } = subject;
    await earn(subject);
    await stripe.payouts.create({ amount: 5000, currency: 'eur' });
    control.changeAccount({ payouts: { schedule: { delay_days: 1, interval: 'daily' } } });
    control.advance({ ms: DAY });
    expect((await stripe.payouts.list()).data.map(({ amount, automatic }) => [amount, automatic])).toEqual([
      [4825, true],
      [5000, false],
    ]);
    expect(await availableEuros(subject)).toBe(0);
  });
});

describe('an automatic payout', () => {
  // Source: SDK Payouts.d.ts and stripe.md 3.4 (paid may still turn into failed).
  test('that was paid can still come back, and is paid out again', async () => {
    const subject = createSubject();
    const { stripe, control } = subject;
    await createPaid(stripe, control, 10_000);
    control.advance({ ms: 9 * DAY });
    const [payout] = (await stripe.payouts.list()).data;
    expect(payout?.status).toBe('paid');
    control.failPayout({ payout: payout?.id ?? '', code: 'no_account' });
    expect(await stripe.payouts.retrieve(payout?.id ?? '')).toMatchObject({
      status: 'failed',
      failure_code: 'no_account',
      failure_balance_transaction: expect.stringMatching(/^txn_/),
    });
    expect(await eventTypes(stripe)).toContain('payout.failed');
    const inPayout = await stripe.balanceTransactions.list({ payout: payout?.id ?? '' });
    expect(inPayout.data.reduce((sum, { net }) => sum + net, 0)).toBe(0);
    control.advance({ ms: 2 * DAY });
    expect((await stripe.payouts.list()).data.map(({ amount }) => amount)).toEqual([9825, 9825]);
    expect(await availableEuros(subject)).toBe(0);
  });
});

describe('the balance', () => {
  // Source: SDK BalanceTransactions.d.ts types `adjustment`, `stripe_fee`.
  test('also holds what Stripe books by itself', async () => {
    const subject = createSubject(byHand);
    await earn(subject);
    subject.control.adjust({ amount: -990, description: 'Billing: usage fee', type: 'stripe_fee' });
    expect(await availableEuros(subject)).toBe(8835);
    expect((await subject.stripe.balanceTransactions.list({ type: 'stripe_fee' })).data).toMatchObject([
      { amount: -990, source: null, reporting_category: 'fee' },
    ]);
  });

  // Source: SDK BalanceTransactions.d.ts exchange_rate (settlement in another currency).
  test('says at which rate money was changed, both ways', async () => {
    const { stripe, control } = createSubject();
    const { intent } = await createPaid(stripe, control, 10_000, { currency: 'usd' });
    await stripe.refunds.create({ payment_intent: intent.id, amount: 5000 });
    expect((await stripe.balanceTransactions.list({ type: 'refund' })).data).toMatchObject([
      { amount: -4600, currency: 'eur', exchange_rate: 0.92 },
    ]);
  });
});
