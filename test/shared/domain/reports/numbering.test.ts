// Series of numbers: every hole is found, and nothing else is one.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flawsOf, numberParts, seriesOf } from '../../../../shared/domain/reports/numbering.ts';

const numbered = (number: string, issued = '2026-01-01') => ({ number, issued, parts: numberParts(number) });
const flaws = (...numbers: string[]) =>
  seriesOf(numbers.map((number) => numbered(number))).flatMap((one) => flawsOf(one));

describe('series', () => {
  it('belong together by what their numbers begin with', () => {
    const series = seriesOf(['B-2', 'A-10', 'A-9', 'free', 'B-1'].map((number) => numbered(number)));
    expect(series.map(({ prefix, entries }) => [prefix, entries.map(({ number }) => number)])).toEqual([
      ['A-', ['A-9', 'A-10']],
      ['B-', ['B-1', 'B-2']],
      [null, ['free']],
    ]);
  });

  it('name a hole by its first and its last number, as wide as the others', () => {
    expect(flaws('INV-0007', 'INV-0010')).toMatchObject([
      { kind: 'missing', from: 'INV-0008', to: 'INV-0009', count: 2 },
    ]);
    expect(flaws('9', '11')).toMatchObject([{ from: '10', to: '10', count: 1 }]);
  });

  it('find what was given twice', () => {
    expect(flaws('A-1', 'A-2', 'A-2')).toMatchObject([{ kind: 'repeated', entry: { number: 'A-2' } }]);
  });

  it('have as many numbers and holes as lie between the first and the last', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 5_000 }), { minLength: 1 }), (values) => {
        const [one] = seriesOf(values.map((value) => numbered(`X-${String(value).padStart(4, '0')}`)));
        const missing = one
          ? flawsOf(one).reduce((sum, flaw) => sum + (flaw.kind === 'missing' ? flaw.count : 0), 0)
          : 0;
        expect(missing + values.length).toBe(Math.max(...values) - Math.min(...values) + 1);
      }),
    );
  });
});
