import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CHART } from '../../../../shared/domain/books/accounts.ts';
import { credit, debit, reversed } from '../../../../shared/domain/books/entry.ts';
import { partPostings } from '../../../../shared/domain/books/revenue-parts.ts';

const SALE = [
  debit('receivables', 'eur', 16_900, 'cus_1'),
  credit('revenue', 'eur', 15_000),
  credit('taxPayable', 'eur', 1_900, 'txr_19'),
];
const revenueOf = (parts: ReturnType<typeof partPostings>) =>
  parts.filter(({ account }) => account === CHART.revenue.number).map(({ part, amount }) => [part, amount]);

test.each([
  [
    'by what each rate was charged on',
    [{ rate: 'txr_19', amount: 10_000 }],
    [
      ['txr_19', -10_000],
      ['', -5_000],
    ],
  ],
  ['wholly, where all was taxed', [{ rate: 'txr_19', amount: 15_000 }], [['txr_19', -15_000]]],
  ['not at all, where nothing was taxed', [], [['', -15_000]]],
  [
    'not at all, where two rates were charged on the same',
    [
      { rate: 'a', amount: 15_000 },
      { rate: 'b', amount: 15_000 },
    ],
    [['', -15_000]],
  ],
])('revenue is divided %s', (_, taxables, parts) => {
  expect(revenueOf(partPostings(SALE, taxables))).toEqual(parts);
  const back = parts.map(([part, amount]) => [part, -Number(amount)]);
  expect(revenueOf(partPostings(reversed(SALE), taxables))).toEqual(back);
});

test('whatever is divided comes to what it was', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -1_000_000, max: 1_000_000 }),
      fc.array(fc.record({ rate: fc.constantFrom('a', 'b', 'c'), amount: fc.nat(600_000) }), {
        maxLength: 3,
      }),
      (amount, taxables) => {
        const parts = revenueOf(partPostings([credit('revenue', 'eur', amount)], taxables));
        expect(parts.reduce((sum, [, part]) => sum + Number(part), 0)).toBe(amount === 0 ? 0 : -amount);
      },
    ),
  );
});
