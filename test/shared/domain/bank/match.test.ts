import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  type BankDeposit,
  type Decisions,
  type ExpectedPayout,
  findMatches,
  pairKey,
} from '../../../../shared/domain/bank/match.ts';
import { addDays } from '../../../../shared/domain/dates.ts';

const DAY = '2026-11-10';
const deposit = (id: string, more: Partial<BankDeposit> = {}): BankDeposit => ({
  id,
  day: DAY,
  amount: 10_000,
  currency: 'eur',
  words: 'STRIPE PAYMENTS EUROPE',
  ...more,
});
const payout = (id: string, more: Partial<ExpectedPayout> = {}): ExpectedPayout => ({
  id,
  arrival: DAY,
  amount: 10_000,
  currency: 'eur',
  hasFailed: false,
  descriptor: '',
  trace: '',
  ...more,
});
const NOTHING: Decisions = { matched: new Map(), aside: new Set(), apart: new Set() };
const find = (deposits: readonly BankDeposit[], payouts: readonly ExpectedPayout[], decisions = NOTHING) => {
  const { sure, suggested } = findMatches(deposits, payouts, decisions);
  return { sure: Object.fromEntries(sure), suggested: Object.fromEntries(suggested) };
};

describe('a deposit and a payout', () => {
  it('are one for sure when amount, currency and days agree, the bank names Stripe and nothing else fits', () => {
    expect(find([deposit('a')], [payout('po_1')])).toEqual({ sure: { a: 'po_1' }, suggested: {} });
  });

  it.each([
    ['another amount', { amount: 10_001 }],
    ['another currency', { currency: 'usd' }],
    ['four days before', { day: addDays(DAY, -4) }],
    ['eight days after', { day: addDays(DAY, 8) }],
  ])('are not one with %s', (_name, more) => {
    expect(find([deposit('a', more)], [payout('po_1')])).toEqual({ sure: {}, suggested: {} });
  });

  it('are suggested only where the bank does not say who sent it', () => {
    const found = find([deposit('a', { words: 'SEPA Gutschrift' })], [payout('po_1')]);
    expect(found).toEqual({ sure: {}, suggested: { a: 'po_1' } });
  });

  it('are sure by the trace, whatever the day and however many others fit', () => {
    const late = deposit('a', { day: addDays(DAY, 40), words: 'ref 12-34 5678 9X' });
    expect(find([late, deposit('b')], [payout('po_1', { trace: '123456789x' }), payout('po_2')])).toEqual({
      sure: { a: 'po_1', b: 'po_2' },
      suggested: {},
    });
  });

  it('are named by the descriptor that the account has', () => {
    const words = 'HAFENLICHT STUDIO 0815';
    expect(
      find([deposit('a', { words })], [payout('po_1', { descriptor: 'Hafenlicht Studio' })]).sure,
    ).toEqual({
      a: 'po_1',
    });
  });

  it('are suggested day by day when several are equal', () => {
    const days = [0, 1, 2].map((shift) => addDays(DAY, shift));
    const found = find(
      days.map((day, index) => deposit(`d${index}`, { day: addDays(day, 1) })),
      days.map((arrival, index) => payout(`po_${index}`, { arrival })),
    );
    expect(found).toEqual({ sure: {}, suggested: { d0: 'po_0', d1: 'po_1', d2: 'po_2' } });
  });

  it('are never sure when the payout has failed', () => {
    expect(find([deposit('a')], [payout('po_1', { hasFailed: true })])).toEqual({
      sure: {},
      suggested: { a: 'po_1' },
    });
  });
});

test('what a person has said counts: matched, not from Stripe, not this pair', () => {
  const both = [payout('po_1'), payout('po_2')];
  expect(
    find([deposit('a'), deposit('b')], both, { ...NOTHING, matched: new Map([['a', 'po_2']]) }).sure,
  ).toEqual({ b: 'po_1' });
  expect(
    find([deposit('a'), deposit('b')], [payout('po_1')], { ...NOTHING, aside: new Set(['a']) }).sure,
  ).toEqual({
    b: 'po_1',
  });
  expect(find([deposit('a')], both, { ...NOTHING, apart: new Set([pairKey('a', 'po_1')]) }).sure).toEqual({
    a: 'po_2',
  });
});

const worlds = fc.record({
  deposits: fc.uniqueArray(
    fc.record({
      id: fc.integer({ min: 0, max: 60 }).map((id) => `line${id}`),
      day: fc.integer({ min: 0, max: 12 }).map((shift) => addDays(DAY, shift)),
      amount: fc.constantFrom(100, 200, -100),
      currency: fc.constantFrom('eur', 'usd'),
      words: fc.constantFrom('', 'STRIPE', 'trace-000001', 'trace-000002 stripe'),
    }),
    { selector: ({ id }) => id, maxLength: 16 },
  ),
  payouts: fc.uniqueArray(
    fc.record({
      id: fc.integer({ min: 0, max: 60 }).map((id) => `po_${id}`),
      arrival: fc.integer({ min: 0, max: 12 }).map((shift) => addDays(DAY, shift)),
      amount: fc.constantFrom(100, 200, -100),
      currency: fc.constantFrom('eur', 'usd'),
      hasFailed: fc.boolean(),
      descriptor: fc.constantFrom('', 'somebody'),
      trace: fc.constantFrom('', 'trace000001', 'trace000002'),
    }),
    { selector: ({ id }) => id, maxLength: 16 },
  ),
});

describe('of any statements and payouts', () => {
  it('no deposit is two payouts, no payout two deposits, and each pair agrees to the cent', () => {
    fc.assert(
      fc.property(worlds, ({ deposits, payouts }) => {
        const { sure, suggested } = findMatches(deposits, payouts, NOTHING);
        const pairs = [...sure, ...suggested];
        expect(new Set(pairs.map(([line]) => line)).size).toBe(pairs.length);
        expect(new Set(pairs.map(([, id]) => id)).size).toBe(pairs.length);
        for (const [line, id] of pairs) {
          const { amount, currency } = deposits.find((one) => one.id === line) ?? {};
          expect(payouts.find((one) => one.id === id)).toMatchObject({ amount, currency });
        }
      }),
      { numRuns: 500 },
    );
  });

  it('the order in which they came changes nothing', () => {
    const shuffled = worlds.chain(({ deposits, payouts }) =>
      fc.tuple(
        fc.constant({ deposits, payouts }),
        fc.shuffledSubarray(deposits, { minLength: deposits.length }),
        fc.shuffledSubarray(payouts, { minLength: payouts.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([{ deposits, payouts }, otherDeposits, otherPayouts]) => {
        const order = (found: ReturnType<typeof findMatches>) =>
          [found.sure, found.suggested].map((pairs) => Object.fromEntries(pairs));
        expect(order(findMatches(otherDeposits, otherPayouts, NOTHING))).toEqual(
          order(findMatches(deposits, payouts, NOTHING)),
        );
      }),
      { numRuns: 500 },
    );
  });

  it('confirming what was found leaves the rest as it was', () => {
    fc.assert(
      fc.property(worlds, ({ deposits, payouts }) => {
        const { sure } = findMatches(deposits, payouts, NOTHING);
        const confirmed = findMatches(deposits, payouts, { ...NOTHING, matched: sure });
        for (const line of confirmed.sure.keys()) expect(sure.has(line)).toBe(false);
        for (const id of confirmed.suggested.values()) expect([...sure.values()]).not.toContain(id);
      }),
    );
  });
});
