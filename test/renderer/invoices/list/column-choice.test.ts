import { describe, expect, it } from 'vitest';
import {
  chosenColumns,
  mergeChoice,
  moveColumn,
  toggleColumn,
  USUAL_CHOICE,
} from '../../../../renderer/invoices/list/column-choice.ts';

const shown = (choice: typeof USUAL_CHOICE): string =>
  chosenColumns(choice)
    .map(({ id }) => id)
    .join(' ');

describe('the columns of the invoice list', () => {
  it('start with those that everybody needs', () => {
    expect(shown(USUAL_CHOICE)).toBe('number customer status issue due total balance');
  });

  it('can be shown, hidden and moved', () => {
    const withTax = toggleColumn(USUAL_CHOICE, 'tax');
    expect(shown(withTax)).toContain('tax');
    expect(shown(toggleColumn(withTax, 'tax'))).toBe(shown(USUAL_CHOICE));
    expect(shown(moveColumn(USUAL_CHOICE, 'customer', -1))).toMatch(/^customer number/);
    expect(moveColumn(USUAL_CHOICE, 'number', -1)).toBe(USUAL_CHOICE);
  });

  it('never all go', () => {
    const only = USUAL_CHOICE.map((column) => ({ ...column, isShown: column.id === 'total' }));
    expect(shown(toggleColumn(only, 'total'))).toBe('total');
  });

  it('survive what an older or a broken program kept', () => {
    expect(mergeChoice(undefined)).toBe(USUAL_CHOICE);
    expect(mergeChoice([{ id: 'gone', isShown: true }])).toBe(USUAL_CHOICE);
    const merged = mergeChoice([
      { id: 'total', isShown: true },
      { id: 'number', isShown: false },
    ]);
    expect(shown(merged)).toBe('total');
    expect(merged).toHaveLength(USUAL_CHOICE.length);
  });
});
