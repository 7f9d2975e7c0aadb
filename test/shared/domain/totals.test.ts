// The estimate of a draft's totals: examples a bookkeeper can check, and laws that hold for every draft.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DraftLine } from '../../../shared/contract/drafts.ts';
import { documentLineAmount, documentSums } from '../../../shared/domain/document-sums.ts';
import { tooLargeFigure } from '../../../shared/domain/line-amount.ts';
import { estimateTotals, type TaxRateTerms } from '../../../shared/domain/totals.ts';

const vat19: TaxRateTerms = { id: 'vat19', name: 'VAT', percentage: '19', inclusive: false };
const vat7: TaxRateTerms = { id: 'vat7', name: 'VAT', percentage: '7', inclusive: false };
const gst: TaxRateTerms = { id: 'gst', name: 'GST', percentage: '10', inclusive: true };
const rates = [vat19, vat7, gst];

const line = (patch: Partial<DraftLine>): DraftLine => ({
  id: 'l',
  description: 'x',
  quantity: '1',
  unitAmountDecimal: '1000',
  taxRateIds: [],
  discount: null,
  item: null,
  ...patch,
});

const estimate = (
  lines: readonly DraftLine[],
  discount: Parameters<typeof estimateTotals>[0]['discount'] = null,
) => estimateTotals({ currency: 'eur', lines: [...lines], discount }, rates);

describe('totals', () => {
  it('multiplies exactly and rounds each line half up', () => {
    expect(estimate([line({ quantity: '30', unitAmountDecimal: '0.05' })]).total).toBe(2);
    expect(estimate([line({ quantity: '0.333', unitAmountDecimal: '1000' })]).total).toBe(333);
  });

  it('adds tax per line and per rate', () => {
    const totals = estimate([
      line({ taxRateIds: ['vat19'] }),
      line({ unitAmountDecimal: '333', taxRateIds: ['vat7'] }),
    ]);
    expect(totals.taxes.map(({ taxRateId, amount }) => [taxRateId, amount])).toEqual([
      ['vat19', 190],
      ['vat7', 23],
    ]);
    expect(totals.total).toBe(1000 + 333 + 190 + 23);
  });

  it('finds inclusive tax inside the price', () => {
    const totals = estimate([line({ unitAmountDecimal: '1100', taxRateIds: ['gst'] })]);
    expect(totals).toMatchObject({ total: 1100, net: 1000, taxes: [{ amount: 100, taxable: 1000 }] });
  });

  it('takes line discounts first and taxes what is left', () => {
    const totals = estimate([line({ discount: { kind: 'percent', percent: '10' }, taxRateIds: ['vat19'] })], {
      kind: 'amount',
      amount: 100,
    });
    expect(totals).toMatchObject({ subtotal: 1000, discount: 200, net: 800, total: 952 });
  });

  it('are put as the document puts them: line discounts in the lines, the others in a row', () => {
    const totals = estimate(
      [line({ discount: { kind: 'percent', percent: '5' } }), line({ unitAmountDecimal: '2000' })],
      { kind: 'percent', percent: '10' },
    );
    expect(totals.lines.map(documentLineAmount)).toEqual([950, 2000]);
    expect(documentSums(totals)).toEqual({ subtotal: 2950, discount: 295 });
    expect(totals.total).toBe(2950 - 295);
  });

  it('name the figure that makes a line more than Stripe can charge', () => {
    expect(tooLargeFigure({ quantity: '1', unitAmountDecimal: '999999999999' })).toBeNull();
    expect(tooLargeFigure({ quantity: '0.1', unitAmountDecimal: '9000000000000' })).toBeNull();
    expect(tooLargeFigure({ quantity: '1', unitAmountDecimal: '-1000000000000' })).toBe('unitAmountDecimal');
    expect(tooLargeFigure({ quantity: '1000000000', unitAmountDecimal: '50000' })).toBe('quantity');
  });

  it('gives the unit that is left over to the line with the largest remainder', () => {
    const totals = estimate([line({ unitAmountDecimal: '100' }), line({ unitAmountDecimal: '200' })], {
      kind: 'amount',
      amount: 100,
    });
    expect(totals.lines.map(({ discount }) => discount)).toEqual([33, 67]);
  });

  it('asks no tax of an exempt customer, and lists the rates with zero', () => {
    const draft = { currency: 'eur', lines: [line({ taxRateIds: ['vat19'] })], discount: null };
    expect(estimateTotals(draft, rates, true)).toMatchObject({
      total: 1000,
      taxes: [{ taxRateId: 'vat19', amount: 0 }],
    });
  });

  it('never lets a discount exceed what it is taken from', () => {
    expect(estimate([line({})], { kind: 'amount', amount: 5000 })).toMatchObject({
      discount: 1000,
      total: 0,
    });
  });
});

const anyLine = fc.record({
  quantity: fc.constantFrom('1', '2', '0.5', '12.345', '0'),
  unitAmountDecimal: fc.constantFrom('1', '999', '1050', '0.05', '123456', '-500'),
  taxRateIds: fc.subarray(['vat19', 'vat7', 'gst', 'unknown']),
  discount: fc.constantFrom(
    null,
    { kind: 'percent' as const, percent: '12.5' },
    { kind: 'amount' as const, amount: 77 },
  ),
});

describe('the laws of totals', () => {
  it('adds up: net and taxes make the total, lines make the sums', () => {
    fc.assert(
      fc.property(
        fc.array(anyLine, { maxLength: 12 }),
        fc.constantFrom(null, '10', '33.3'),
        (lines, percent) => {
          const totals = estimate(
            lines.map((patch, index) => line({ ...patch, id: String(index) })),
            percent === null ? null : { kind: 'percent', percent },
          );
          const taxes = totals.taxes.reduce((sum, { amount }) => sum + amount, 0);
          expect(totals.net + taxes).toBe(totals.total);
          expect(totals.lines.reduce((sum, { amount }) => sum + amount, 0)).toBe(totals.subtotal);
          expect(totals.lines.reduce((sum, { discount }) => sum + discount, 0)).toBe(totals.discount);
          expect(totals.lines.reduce((sum, { tax }) => sum + tax, 0)).toBe(taxes);
        },
      ),
    );
  });

  it('survives the largest numbers that a draft can hold', () => {
    const totals = estimate(
      Array.from({ length: 250 }, () =>
        line({ quantity: '999999999999999', unitAmountDecimal: '999999999999999', taxRateIds: ['vat19'] }),
      ),
    );
    expect(Number.isSafeInteger(totals.total)).toBe(true);
  });
});
