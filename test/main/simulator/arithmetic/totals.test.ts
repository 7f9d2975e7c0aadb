import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  formatDecimal,
  includedPercentOf,
  multiplyToAmount,
  parseDecimal,
  percentFromNumber,
  percentOf,
} from '../../../../main/simulator/arithmetic/decimal.ts';
import {
  allocate,
  computeTotals,
  type DiscountTerm,
  type TaxTerm,
  type TotalsLine,
} from '../../../../main/simulator/arithmetic/totals.ts';

const line = (amount: number, more: Partial<TotalsLine> = {}): TotalsLine => ({
  amount,
  discountable: true,
  discounts: [],
  taxes: [],
  statedTaxes: null,
  ...more,
});
const percent = (id: string, percentOff: number): DiscountTerm => ({ id, percentOff, amountOff: null });
const off = (id: string, amountOff: number): DiscountTerm => ({ id, percentOff: null, amountOff });
const vat = (percentage: number, inclusive = false): TaxTerm => ({
  rate: `txr_${percentage}${inclusive ? 'i' : ''}`,
  percentage,
  inclusive,
});

describe('decimals', () => {
  // Source: stripe.com/docs/billing/subscriptions/decimal-amounts: 0.05 x 30 = 1.5 -> 2.
  test.each([
    ['0.05', '30', 2],
    ['0.049999999999', '30', 1],
    ['6.75', '1000', 6750],
    ['-0.5', '1', -1],
    ['999999999999', '1', 999_999_999_999],
  ])('%s times %s is %i', (unit, quantity, amount) => {
    expect(multiplyToAmount(parseDecimal(unit), parseDecimal(quantity))).toBe(amount);
  });

  test('are written as short as they can be', () => {
    expect(
      ['1.50', '2.0', '0.000000000001', '-3.10'].map((text) => formatDecimal(parseDecimal(text))),
    ).toEqual(['1.5', '2', '0.000000000001', '-3.1']);
  });

  test('percentages on top and within', () => {
    expect(percentOf(1050, percentFromNumber(19))).toBe(200);
    expect(includedPercentOf(11_900, percentFromNumber(19), percentFromNumber(19))).toBe(1900);
  });
});

describe('totals', () => {
  test('discounts of a line come before those of the invoice, tax comes after both', () => {
    const totals = computeTotals(
      [line(10_000, { discounts: [percent('di_line', 10)], taxes: [vat(19)] })],
      [off('di_invoice', 1000)],
      false,
    );
    expect(totals).toMatchObject({
      subtotal: 9000,
      totalExcludingTax: 8000,
      total: 9520,
      taxes: [{ amount: 1520, taxable: 8000 }],
    });
    expect(totals.discounts).toEqual([
      { discount: 'di_line', amount: 1000 },
      { discount: 'di_invoice', amount: 1000 },
    ]);
  });

  test('tax is rounded line by line', () => {
    expect(
      computeTotals([line(3, { taxes: [vat(19)] }), line(3, { taxes: [vat(19)] })], [], false).total,
    ).toBe(8);
  });

  test('inclusive tax is taken out of the price', () => {
    expect(computeTotals([line(11_900, { taxes: [vat(19, true)] })], [], false)).toMatchObject({
      subtotal: 11_900,
      subtotalExcludingTax: 10_000,
      totalExcludingTax: 10_000,
      total: 11_900,
    });
  });

  test('an exempt customer owes no tax, the rate stays listed', () => {
    expect(computeTotals([line(1000, { taxes: [vat(19)] })], [], true)).toMatchObject({
      total: 1000,
      taxes: [{ amount: 0, taxable: 1000 }],
    });
  });

  test('a discount never exceeds what it is taken from, nor touches lines that are not discountable', () => {
    const totals = computeTotals([line(500), line(700, { discountable: false })], [off('di', 9999)], false);
    expect([totals.total, totals.lines[1]?.discounts]).toEqual([700, []]);
  });

  test('what rounding leaves goes to the largest remainders', () => {
    expect(allocate(100, [1, 1, 1])).toEqual([34, 33, 33]);
    expect(allocate(5, [0, 10, 0])).toEqual([0, 5, 0]);
    expect(allocate(1, [2, 3])).toEqual([0, 1]);
  });

  const amounts = fc.integer({ min: 0, max: 10_000_000 });
  const lines = fc.array(
    fc.record({
      amount: amounts,
      discountable: fc.boolean(),
      own: fc.option(fc.integer({ min: 1, max: 100 }), { nil: null }),
      rate: fc.constantFrom(0, 5.5, 7, 19, 23),
      inclusive: fc.boolean(),
    }),
    { minLength: 1, maxLength: 12 },
  );
  const discounts = fc.array(
    fc.oneof(
      fc.integer({ min: 1, max: 100 }).map((share) => percent(`p${share}`, share)),
      amounts.map((amount) => off(`o${amount}`, amount)),
    ),
    { maxLength: 3 },
  );

  test('property: the parts add up to the whole', () => {
    fc.assert(
      fc.property(lines, discounts, (drawn, terms) => {
        const distinct = terms.map((term, index) => ({ ...term, id: `${term.id}-${index}` }));
        const totals = computeTotals(
          drawn.map(({ amount, discountable, own, rate, inclusive }) =>
            line(amount, {
              discountable,
              discounts: own === null ? [] : [percent('own', own)],
              taxes: [vat(rate, inclusive)],
            }),
          ),
          distinct,
          false,
        );
        const sum = (values: readonly { readonly amount: number }[]): number =>
          values.reduce((total, value) => total + value.amount, 0);
        const exclusive = totals.taxes.filter((tax) => !tax.inclusive);
        const inclusive = totals.taxes.filter((tax) => tax.inclusive);
        expect(totals.total).toBe(sum(drawn) - sum(totals.discounts) + sum(exclusive));
        expect(totals.totalExcludingTax).toBe(totals.total - sum(exclusive) - sum(inclusive));
        expect(sum(totals.lines.flatMap((each) => each.taxes))).toBe(sum(totals.taxes));
        expect(totals.totalExcludingTax).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
