// A table as files hold it: the currency of each line stands in a column of its own, so that amounts can be plain numbers.
import type { Cell, Column } from '../../shared/contract/reports.ts';
import { currencyOf, text } from '../../shared/domain/reports/table.ts';

export interface Flat {
  readonly columns: readonly Column[];
  /** The cells of a line, as many as there are columns. */
  readonly cells: (cells: readonly (Cell | null)[]) => readonly (Cell | null)[];
}

const CURRENCY: Column = { key: 'currency', heading: 'Currency', kind: 'text' };

/** The currency stands before the first amount; a table without amounts stays as it is. */
export function flattened(columns: readonly Column[]): Flat {
  const place = columns.findIndex(({ kind }) => kind === 'money');
  if (place < 0) return { columns, cells: (cells) => cells };
  return {
    columns: columns.toSpliced(place, 0, CURRENCY),
    cells: (cells) => {
      const currency = currencyOf(cells);
      return cells.toSpliced(place, 0, currency === null ? null : text(currency.toUpperCase()));
    },
  };
}
