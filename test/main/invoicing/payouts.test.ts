import { describe, expect, it } from 'vitest';
import { getPayout } from '../../../main/invoicing/get-payout.ts';
import { getBalance, getFees, listPayouts } from '../../../main/invoicing/payouts.ts';
import { Backfill } from '../../../main/sync/backfill.ts';
import { refreshBalance } from '../../../main/sync/balance.ts';
import type { UseContext } from '../../../main/invoicing/context.ts';
import { calls } from '../../../shared/contract/calls.ts';
import { commandContext } from '../../support/command-context.ts';
import { idOf } from '../../support/id-of.ts';
import { createShop } from '../../support/shop.ts';
import { createSyncBench, finish, type SyncBench } from '../../support/sync-bench.ts';
import { applyAll } from '../../support/mirror.ts';
import { balanceTransaction, NOON } from '../../support/stripe-objects.ts';

const contextOf = ({ db, clock }: SyncBench): UseContext =>
  commandContext({ db, now: () => Math.floor(clock.now() / 1000) });

async function seeded(): Promise<{ readonly bench: SyncBench; readonly context: UseContext }> {
  const bench = createSyncBench({ seeded: true });
  await bench.backfill();
  await refreshBalance(bench.parts);
  return { bench, context: contextOf(bench) };
}

const page = { offset: 0, limit: 200 };

describe('a payout', () => {
  it('opens into movements that add up to it to the cent, every one of them', async () => {
    const { context } = await seeded();
    const { rows } = calls['payouts.list'].output.parse(listPayouts(context, { direction: 'desc', page }));
    expect(rows.length).toBeGreaterThan(20);
    for (const { id } of rows) {
      const payout = calls['payouts.get'].output.parse(getPayout(context, { id }));
      expect(payout.contents).toBe('open');
      expect([id, payout.residue]).toEqual([id, 0]);
      expect(payout.sums.reduce((sum, { net }) => sum + net, 0)).toBe(payout.amount);
      for (const { gross, fee, net } of payout.transactions) expect(net).toBe(gross - fee);
    }
  });

  it('names the invoice and the payment of each movement that is about one', async () => {
    const bench = createSyncBench();
    const shop = createShop(bench);
    const customer = await shop.customer('Grace Hopper');
    const intent = await shop.pay((await shop.invoice(customer.id, 2)).id);
    await bench.clock.advance(10_000);
    await shop.refund(intent, 300);
    await bench.clock.advance(8 * 86_400_000);
    await bench.backfill();
    const context = contextOf(bench);
    const [row] = listPayouts(context, { direction: 'desc', page }).rows;
    const payout = getPayout(context, { id: row?.id ?? '' });
    expect(
      payout.transactions.map(({ category, customerName, paymentId }) => [category, customerName, paymentId]),
    ).toEqual([
      ['charge', 'Grace Hopper', intent],
      ['refund', 'Grace Hopper', intent],
    ]);
    expect(payout.transactions.every(({ invoiceId }) => invoiceId !== null)).toBe(true);
  });

  it('made by hand says that Stripe does not tell what it holds', () => {
    const context = commandContext();
    applyAll(context.db, [
      {
        id: 'po_hand',
        object: 'payout',
        status: 'paid',
        currency: 'eur',
        amount: 500,
        automatic: false,
        method: 'instant',
        reconciliation_status: 'not_applicable',
        balance_transaction: null,
        failure_code: null,
        created: NOON,
        arrival_date: NOON,
      },
    ]);
    expect(getPayout(context, { id: 'po_hand' })).toMatchObject({
      contents: 'manual',
      isInstant: true,
      residue: 500,
      transactions: [],
      balance: null,
    });
  });

  it('made by hand is told as a suggestion that adds up, with the balance as Stripe has it', async () => {
    const bench = createSyncBench();
    bench.simulator.control.changeAccount({ payouts: { schedule: { delay_days: 1, interval: 'manual' } } });
    const shop = createShop(bench);
    const customer = await shop.customer('Grace Hopper');
    const intent = await shop.pay((await shop.invoice(customer.id, 2)).id);
    await bench.clock.advance(10_000);
    await shop.refund(intent, 300);
    await shop.pay((await shop.invoice(customer.id, 3)).id);
    await bench.clock.advance(8 * 86_400_000);
    const { available } = await bench.stripe.balance.retrieve();
    const all = available[0]?.amount ?? 0;
    const first = await bench.stripe.payouts.create({ amount: all - 1000, currency: 'eur' });
    await bench.clock.advance(86_400_000);
    const second = await bench.stripe.payouts.create({ amount: 900, currency: 'eur' });
    await bench.clock.advance(86_400_000);
    await bench.backfill();
    const context = contextOf(bench);
    const payouts = [first, second].map(({ id }) =>
      calls['payouts.get'].output.parse(getPayout(context, { id })),
    );
    expect(payouts.map(({ contents, residue, balance }) => [contents, residue, balance])).toEqual([
      ['manual', 0, { before: all, after: 1000 }],
      ['manual', 0, { before: 1000, after: 100 }],
    ]);
    expect(payouts[0]?.sums.map(({ category, count }) => [category, count])).toEqual([
      ['charge', 2],
      ['refund', 1],
    ]);
    expect(payouts[1]?.transactions.map(({ part }) => part)).toEqual([900]);
    expect(payouts[1]?.elsewhere).toBe((payouts[1]?.sums[0]?.net ?? 0) - 900);
  });
});

describe('the balance', () => {
  it('is Stripe’s, and what is not available yet says from when it will be', async () => {
    const { bench, context } = await seeded();
    const balance = calls['balance.get'].output.parse(getBalance(context));
    expect(balance.currencies.length).toBeGreaterThan(0);
    for (const { currency, pending } of balance.currencies) {
      const coming = balance.coming.filter((part) => part.currency === currency);
      expect(coming.reduce((sum, { amount }) => sum + amount, 0)).toBe(pending);
    }
    const underWay = bench.simulator.control
      .objects({ type: 'payout' })
      .filter(({ status }) => status === 'in_transit');
    expect(new Set(balance.underWay.map(({ id }) => id))).toEqual(new Set(underWay.map(idOf)));
  });
});

describe('the fees', () => {
  it('of all years are what all movements cost', async () => {
    const { bench, context } = await seeded();
    const { years } = getFees(context, { year: null });
    expect(years.length).toBeGreaterThan(1);
    const listed = years.flatMap((year) => calls['fees.get'].output.parse(getFees(context, { year })).rows);
    const all = bench.db.get<{ fee: number }>('SELECT sum(fee) AS fee FROM balance_transaction');
    expect(listed.reduce((sum, { fee }) => sum + fee, 0)).toBe(all?.fee);
    expect(await finish(new Backfill(bench.parts))).toBe(0);
  });

  it('count what Stripe bills by itself, and what of a fee is tax', () => {
    const context = commandContext();
    applyAll(context.db, [
      balanceTransaction('txn_1', 'ch_1', {
        reporting_category: 'charge',
        fee_details: [
          { type: 'stripe_fee', amount: 156 },
          { type: 'tax', amount: 30 },
        ],
      }),
      balanceTransaction('txn_2', '', {
        type: 'stripe_fee',
        reporting_category: 'fee',
        source: null,
        amount: -900,
        fee: 0,
        net: -900,
        fee_details: [],
      }),
    ]);
    expect(getFees(context, { year: 2026 }).rows).toEqual([
      { month: '2026-06', currency: 'eur', category: 'charge', count: 1, gross: 10_710, fee: 186, tax: 30 },
      { month: '2026-06', currency: 'eur', category: 'fee', count: 1, gross: 0, fee: 900, tax: 0 },
    ]);
  });
});
