import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { accountOf, CHART, isRevenue } from '../../../../shared/domain/books/accounts.ts';
import {
  type RevenueLine,
  revenueOf,
  revenueTakenBack,
} from '../../../../shared/domain/books/revenue-accounts.ts';

const [REVENUE, SERVICES, GOODS] = [CHART.revenue.number, 4001, 4002];
const line = (account: number | null, net: number): RevenueLine => ({ account, net });
/** As an accountant reads it: `4001 60.00`. */
const read = ({ parts }: ReturnType<typeof revenueOf>): readonly string[] =>
  parts.map(({ account, amount }) => `${account} ${(amount / 100).toFixed(2)}`);

describe('an invoice over 100.00 has on accounts of items', () => {
  test.each<[string, readonly RevenueLine[], readonly string[]]>([
    ['nothing, where no item has one', [line(REVENUE, 10_000)], []],
    ['a line each', [line(SERVICES, 6_000), line(GOODS, 4_000)], ['4001 60.00', '4002 40.00']],
    ['lines of one account together', [line(SERVICES, 6_000), line(SERVICES, 4_000)], ['4001 100.00']],
    ['what is not on the chart’s', [line(REVENUE, 6_000), line(GOODS, 4_000)], ['4002 40.00']],
    ['a reduction', [line(SERVICES, 12_000), line(GOODS, -2_000)], ['4001 120.00', '4002 -20.00']],
    ['nothing of what cancels out', [line(REVENUE, 10_000), line(GOODS, 500), line(GOODS, -500)], []],
  ])('%s', (_, lines, expected) => {
    expect(read(revenueOf(10_000, lines))).toEqual(expected);
  });
});

describe('a credit note to 60.00 of services, 30.00 of goods and 10.00 of neither takes back', () => {
  const invoice = revenueOf(10_000, [line(SERVICES, 6_000), line(GOODS, 3_000), line(REVENUE, 1_000)]);
  test.each<[string, number, readonly RevenueLine[], readonly string[]]>([
    ['the goods that it names', 1_500, [line(GOODS, 1_500)], ['4002 15.00']],
    ['the line that is on the chart’s account', 1_000, [line(REVENUE, 1_000)], []],
    ['in proportion where it names nothing', 1_000, [], ['4001 6.00', '4002 3.00']],
    ['all where it is over the whole', 10_000, [], ['4001 60.00', '4002 30.00']],
    [
      'in proportion what it adds in its own words',
      1_500,
      [line(GOODS, 500), line(null, 1_000)],
      ['4001 6.00', '4002 8.00'],
    ],
    ['in proportion what its lines leave, to the cent', 1_001, [line(SERVICES, 1_000)], ['4001 10.01']],
  ])('%s', (_, net, lines, expected) => {
    expect(read(revenueTakenBack(net, lines, invoice))).toEqual(expected);
  });

  test('nothing of accounts where the invoice came to nothing', () => {
    const nothing = revenueOf(0, [line(SERVICES, 500), line(REVENUE, -500)]);
    expect(read(revenueTakenBack(300, [], nothing))).toEqual([]);
  });
});

test('a note over the whole leaves nothing on any account, whatever was sold', () => {
  const anyLine = fc.record({
    account: fc.constantFrom(REVENUE, SERVICES, GOODS),
    net: fc.integer({ min: -100_000, max: 900_000 }),
  });
  fc.assert(
    fc.property(fc.array(anyLine, { minLength: 1, maxLength: 6 }), (lines) => {
      const net = lines.reduce((sum, one) => sum + one.net, 0);
      const invoice = revenueOf(net, lines);
      fc.pre(net !== 0);
      expect(revenueTakenBack(net, [], invoice)).toEqual(invoice);
      expect(revenueTakenBack(net, lines, invoice)).toEqual(invoice);
    }),
  );
});

test('a number of an opened account is income, and no other new number is anything', () => {
  expect([4001, 4199].map((number) => accountOf(number)?.type)).toEqual(['income', 'income']);
  expect([3999, 4000, 4001, 4199, 4200, 4000.5].map(isRevenue)).toEqual([
    false,
    true,
    true,
    true,
    false,
    false,
  ]);
  expect(accountOf(4200)).toBeUndefined();
});
