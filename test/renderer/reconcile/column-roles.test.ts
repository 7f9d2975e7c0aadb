import { describe, expect, it } from 'vitest';
import { hasAmount, roleOf, withRole } from '../../../renderer/reconcile/import/column-roles.ts';
import type { CsvMapping } from '../../../renderer/reconcile/import/use-preview.ts';

const MAPPING: CsvMapping = {
  delimiter: ';',
  firstRow: 1,
  date: 0,
  dateOrder: 'dmy',
  decimal: ',',
  amount: 3,
  debit: null,
  credit: null,
  direction: null,
  balance: 4,
  currencyColumn: null,
  id: null,
  texts: [1, 2],
  currency: 'eur',
  account: 'Giro',
};

describe('the role of a column', () => {
  it('is told from the mapping', () => {
    expect([0, 1, 3, 4, 5].map((column) => roleOf(MAPPING, column))).toEqual([
      'date',
      'text',
      'amount',
      'balance',
      'none',
    ]);
  });

  it('moves from the column that had it, and the new one loses its own', () => {
    const moved = withRole(MAPPING, 1, 'date');
    expect(moved).toMatchObject({ date: 1, texts: [2] });
    expect(roleOf(moved, 0)).toBe('none');
    expect(withRole(MAPPING, 4, 'amount')).toMatchObject({ amount: 4, balance: null });
  });

  it('of the date is only given away, never taken', () => {
    expect(withRole(MAPPING, 0, 'none')).toEqual(MAPPING);
  });

  it('is one amount or two columns of money, never both', () => {
    const two = withRole(withRole(MAPPING, 2, 'credit'), 3, 'debit');
    expect(two).toMatchObject({ amount: null, credit: 2, debit: 3, texts: [1] });
    expect(withRole(two, 2, 'amount')).toMatchObject({ amount: 2, credit: null, debit: null });
    expect(hasAmount(two)).toBe(true);
    expect(hasAmount(withRole(MAPPING, 3, 'none'))).toBe(false);
  });

  it('of text is kept in the order of the columns', () => {
    expect(withRole(withRole(MAPPING, 2, 'none'), 5, 'text').texts).toEqual([1, 5]);
    expect(withRole({ ...MAPPING, texts: [2] }, 1, 'text').texts).toEqual([1, 2]);
  });
});
