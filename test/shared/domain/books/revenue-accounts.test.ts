import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { accountOf, CHART, isRevenue } from '../../../../shared/domain/books/accounts.ts';
import {
  type Revenue,
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
      'in proportion to what its lines leave what it adds in its own words',
      1_500,
      [line(GOODS, 500), line(null, 1_000)],
      ['4001 6.32', '4002 7.63'],
    ],
    ['in proportion what its lines leave, to the cent', 1_001, [line(SERVICES, 1_000)], ['4001 10.01']],
  ])('%s', (_, net, lines, expected) => {
    expect(read(revenueTakenBack(net, lines, { invoice, earlier: [] }))).toEqual(expected);
  });

  test('nothing of accounts where the invoice came to nothing', () => {
    const nothing = revenueOf(0, [line(SERVICES, 500), line(REVENUE, -500)]);
    expect(read(revenueTakenBack(300, [], { invoice: nothing, earlier: [] }))).toEqual([]);
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
      const { parts } = invoice;
      expect(revenueTakenBack(net, [], { invoice, earlier: [] })).toMatchObject({ net, parts });
      expect(revenueTakenBack(net, lines, { invoice, earlier: [] })).toMatchObject({ net, parts });
    }),
  );
});

describe('a second note to 60.00 of services and 40.00 of goods, of which the services were credited,', () => {
  const invoice = revenueOf(10_000, [line(SERVICES, 6_000), line(GOODS, 4_000)]);
  const first = revenueTakenBack(6_000, [line(SERVICES, 6_000)], { invoice, earlier: [] });
  test.each<[string, number, readonly RevenueLine[], readonly string[]]>([
    ['takes back what is left', 4_000, [], ['4002 40.00']],
    ['takes back a part of what is left', 1_000, [line(null, 1_000)], ['4002 10.00']],
    ['takes back of all where the first was voided', 10_000, [], ['4001 60.00', '4002 40.00']],
  ])('%s', (_, net, lines, expected) => {
    expect(read(revenueTakenBack(net, lines, { invoice, earlier: [first] }))).toEqual(expected);
  });
});

test('notes that together are over the whole leave nothing on any account, however each says it', () => {
  const anyLine = fc.record({
    account: fc.constantFrom(REVENUE, SERVICES, GOODS),
    net: fc.integer({ min: 1, max: 900_000 }),
  });
  const anyNotes = fc.array(
    fc.record({ of: fc.nat(5), percent: fc.integer({ min: 1, max: 100 }), isNamed: fc.boolean() }),
    {
      maxLength: 5,
    },
  );
  fc.assert(
    fc.property(fc.array(anyLine, { minLength: 1, maxLength: 6 }), anyNotes, (lines, notes) => {
      const net = lines.reduce((sum, one) => sum + one.net, 0);
      const invoice = revenueOf(net, lines);
      const open = lines.map((one) => one.net);
      const taken: Revenue[] = [];
      const takeBack = (amount: number, named: readonly RevenueLine[]): void => {
        taken.push(revenueTakenBack(amount, named, { invoice, earlier: taken }));
      };
      for (const { of, percent, isNamed } of notes) {
        const at = of % lines.length;
        const amount = Math.floor(((open[at] ?? 0) * percent) / 100);
        if (!isNamed || amount === 0) continue;
        open[at] = (open[at] ?? 0) - amount;
        takeBack(amount, [line(lines[at]?.account ?? REVENUE, amount)]);
      }
      const left = open.reduce((sum, amount) => sum + amount, 0);
      takeBack(Math.floor(left / 3), []);
      takeBack(left - Math.floor(left / 3), []);
      const sums = new Map<number, number>();
      for (const { account, amount } of taken.flatMap(({ parts }) => parts))
        sums.set(account, (sums.get(account) ?? 0) + amount);
      expect([...sums].filter(([, amount]) => amount !== 0).toSorted(([a], [b]) => a - b)).toEqual(
        invoice.parts.map(({ account, amount }) => [account, amount]),
      );
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
