import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Holding, type PaidOut, suggestContents } from '../../../shared/domain/payout-allocation.ts';

const holding = (id: string, net: number, day: number, more: Partial<Holding> = {}): Holding => ({
  id,
  net,
  created: day,
  availableOn: day + 2,
  listedBy: null,
  ...more,
});
const payout = (id: string, amount: number, day: number, isListed = false): PaidOut => ({
  id,
  amount,
  created: day,
  isListed,
});
const partsOf = (suggested: ReturnType<typeof suggestContents>, id: string) =>
  (suggested.get(id) ?? []).map((part) => [part.id, part.amount]);

describe('what a payout by hand probably holds', () => {
  it('is what became available first, the last of it in part', () => {
    const suggested = suggestContents(
      [holding('b', 60, 2), holding('a', 60, 1), holding('c', 60, 3)],
      [payout('po_1', 100, 10), payout('po_2', 50, 11)],
    );
    expect(partsOf(suggested, 'po_1')).toEqual([
      ['a', 60],
      ['b', 40],
    ]);
    expect(partsOf(suggested, 'po_2')).toEqual([
      ['b', 20],
      ['c', 30],
    ]);
  });

  it('carries the refunds and fees that came between', () => {
    const suggested = suggestContents(
      [holding('a', 60, 1), holding('refund', -20, 2), holding('b', 100, 3)],
      [payout('po_1', 100, 10)],
    );
    expect(partsOf(suggested, 'po_1')).toEqual([
      ['a', 60],
      ['refund', -20],
      ['b', 60],
    ]);
  });

  it('leaves alone what was not available, unless nothing else is left, as with an instant payout', () => {
    const known = [holding('a', 60, 9), holding('b', 60, 8, { availableOn: 20 })];
    expect(partsOf(suggestContents(known, [payout('po_1', 50, 12)]), 'po_1')).toEqual([['a', 50]]);
    expect(partsOf(suggestContents(known, [payout('po_1', 80, 12)]), 'po_1')).toEqual([
      ['a', 60],
      ['b', 20],
    ]);
  });

  it('leaves alone what an automatic payout before it has listed', () => {
    const suggested = suggestContents(
      [holding('a', 60, 1, { listedBy: 'po_auto' }), holding('b', 60, 2)],
      [payout('po_auto', 60, 5, true), payout('po_1', 60, 6)],
    );
    expect(partsOf(suggested, 'po_1')).toEqual([['b', 60]]);
    expect(suggested.has('po_auto')).toBe(false);
  });

  it('may share a movement with a later automatic payout, which then lists the payout by hand as well', () => {
    const suggested = suggestContents(
      [holding('a', 100, 1, { listedBy: 'po_auto' })],
      [payout('po_1', 40, 5), payout('po_auto', 60, 6, true)],
    );
    expect(partsOf(suggested, 'po_1')).toEqual([['a', 40]]);
  });

  it('of a payout that takes money from the bank is what went off the balance', () => {
    const suggested = suggestContents(
      [holding('refund', -60, 1), holding('a', 10, 2), holding('fee', -30, 3)],
      [payout('po_1', -70, 10)],
    );
    expect(partsOf(suggested, 'po_1')).toEqual([
      ['refund', -60],
      ['a', 10],
      ['fee', -20],
    ]);
  });

  it('stays short of the amount where the movements known do not suffice', () => {
    expect(partsOf(suggestContents([holding('a', 60, 1)], [payout('po_1', 100, 9)]), 'po_1')).toEqual([
      ['a', 60],
    ]);
  });
});

/** A life of a balance: what moved, and payouts by hand of at most what was available. */
const histories = fc
  .array(
    fc.record({
      net: fc.integer({ min: -500, max: 900 }),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
    }),
    { minLength: 1, maxLength: 60 },
  )
  .map((steps) => {
    const holdings: Holding[] = [];
    const payouts: PaidOut[] = [];
    let balance = 0;
    steps.forEach(({ net, share }, day) => {
      if (net !== 0) holdings.push(holding(`txn_${day}`, net, day, { availableOn: day }));
      balance += net;
      const amount = share > 0.6 ? Math.floor(balance * share) : 0;
      if (amount <= 0) return;
      payouts.push(payout(`po_${day}`, amount, day));
      balance -= amount;
    });
    return { holdings, payouts, balance };
  });

const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0);

describe('of any history', () => {
  it('every payout is made up to the cent, no movement goes out twice, and what is left is the balance', () => {
    fc.assert(
      fc.property(histories, ({ holdings, payouts, balance }) => {
        const suggested = suggestContents(holdings, payouts);
        for (const { id, amount, created } of payouts) {
          const parts = suggested.get(id) ?? [];
          expect(sum(parts.map((part) => part.amount))).toBe(amount);
          for (const part of parts)
            expect(holdings.find((one) => one.id === part.id)?.created).toBeLessThanOrEqual(created);
        }
        const all = [...suggested.values()].flat();
        for (const { id, net } of holdings) {
          const taken = sum(all.filter((part) => part.id === id).map((part) => part.amount));
          expect(Math.abs(taken)).toBeLessThanOrEqual(Math.abs(net));
          expect(taken === 0 || Math.sign(taken) === Math.sign(net)).toBe(true);
        }
        expect(sum(holdings.map(({ net }) => net)) - sum(all.map((part) => part.amount))).toBe(balance);
      }),
    );
  });

  it('the order in which movements and payouts are known changes nothing', () => {
    fc.assert(
      fc.property(histories, ({ holdings, payouts }) => {
        expect(suggestContents(holdings.toReversed(), payouts.toReversed())).toEqual(
          suggestContents(holdings, payouts),
        );
      }),
    );
  });
});
