import { describe, expect, test } from 'vitest';
import { numberMarks } from '../../../../shared/domain/number-entry.ts';
import { linesFromPaste, type PasteContext } from '../../../../renderer/invoices/editor/paste-lines.ts';

function context(locale: string, currency = 'eur'): PasteContext {
  let next = 0;
  return {
    currency,
    marks: numberMarks(locale),
    taxRates: [
      { id: 'old', percentage: '7', active: false },
      { id: 'std', percentage: '19.0', active: true },
      { id: 'low', percentage: '7', active: true },
    ],
    defaultTaxRateIds: ['std'],
    newId: () => `line-${++next}`,
  };
}

function summary(text: string, locale = 'en-US', currency = 'eur'): unknown {
  return linesFromPaste(text, context(locale, currency))?.map((line) => [
    line.description,
    line.quantity,
    line.unitAmountDecimal,
    line.taxRateIds.join(),
  ]);
}

describe('pasting rows', () => {
  test('leaves a plain text to the field', () => {
    expect(summary('Design work')).toBeUndefined();
    expect(summary('Design work\n')).toBeUndefined();
  });

  test('reads description, quantity, price and leaves the sum alone', () => {
    expect(summary('Design\t2\t80.00\t160.00\nHosting\t12\t9.99\t119.88\r\n')).toEqual([
      ['Design', '2', '8000', 'std'],
      ['Hosting', '12', '999', 'std'],
    ]);
  });

  test('reads the separators of the locale, currency signs and a tax rate', () => {
    expect(summary('Beratung\t1,5\t1.200,00 €\t7 %\nFracht\t\t€ 12,50\t19,0%', 'de-DE')).toEqual([
      ['Beratung', '1.5', '120000', 'low'],
      ['Fracht', '1', '1250', 'std'],
    ]);
  });

  test('skips a heading and empty rows', () => {
    expect(summary('Item\tQty\tPrice\n\t\t\nScrews\t100\t0.015\n')).toEqual([
      ['Screws', '100', '1.5', 'std'],
    ]);
  });

  test('takes credits, quoted cells and lists of names', () => {
    expect(summary('"Returned ""Alpha""\nlast week"\t(12.50)\nB\t-3')).toEqual([
      ['Returned "Alpha" last week', '1', '-1250', 'std'],
      ['B', '1', '-300', 'std'],
    ]);
    expect(summary('First\nSecond')).toEqual([
      ['First', '1', '0', 'std'],
      ['Second', '1', '0', 'std'],
    ]);
  });

  test('counts in the digits of the currency and drops a figure beyond any price', () => {
    expect(summary('Ticket\t2\t1500', 'ja-JP', 'jpy')).toEqual([['Ticket', '2', '1500', 'std']]);
    expect(summary('Odd\t1\t99999999999999999')).toEqual([['Odd', '1', '0', 'std']]);
  });
});
