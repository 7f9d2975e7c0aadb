// What a document sold, divided by rate and by item: nothing is lost, and rounding adds up.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NO_ITEM, saleOf, shareOfPart, UNTAXED } from '../../../../shared/domain/books/sales.ts';

test('what no tax is counted on is without tax, and what no line explains is of no item', () => {
  const sale = saleOf({
    total: 31_900,
    country: 'DE',
    taxes: [{ rate: 'txr_19', amount: 1_900, taxable: 10_000 }],
    lines: [
      { item: 'prod_1', net: 10_000 },
      { item: NO_ITEM, net: 15_000 },
    ],
  });
  expect(sale).toMatchObject({ net: 30_000, country: 'DE' });
  expect(sale.taxes).toEqual([
    { rate: 'txr_19', taxable: 10_000, tax: 1_900 },
    { rate: UNTAXED, taxable: 20_000, tax: 0 },
  ]);
  expect(sale.items).toEqual([
    { item: 'prod_1', net: 10_000 },
    { item: NO_ITEM, net: 20_000 },
  ]);
});

test('two taxes on the same amount leave nothing that is without tax', () => {
  const taxes = [
    { rate: 'gst', amount: 500, taxable: 10_000 },
    { rate: 'pst', amount: 700, taxable: 10_000 },
  ];
  const { net, taxes: taxed } = saleOf({ total: 11_200, country: 'CA', taxes, lines: [] });
  expect(net).toBe(10_000);
  expect(taxed.map(({ rate }) => rate)).toEqual(['gst', 'pst']);
});

test('parts that together are the whole get together exactly what is divided', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -1_000_000, max: 1_000_000 }),
      fc.array(fc.integer({ min: 1, max: 100_000 }), { minLength: 1, maxLength: 12 }),
      fc.boolean(),
      (part, amounts, isNegative) => {
        const sign = isNegative ? -1 : 1;
        const whole = amounts.reduce((sum, amount) => sum + sign * amount, 0);
        let [before, given] = [0, 0];
        for (const amount of amounts) {
          given += shareOfPart(part, whole, sign * amount, before);
          before += sign * amount;
        }
        expect(given).toBe(part);
      },
    ),
  );
});
