// A list as a table: read page by page, so that it may be of any length, with a break after each.
import type { Line } from '../../../shared/contract/reports.ts';
import type { Table } from '../../../shared/domain/reports/table.ts';

interface Page {
  readonly offset: number;
  readonly limit: number;
  readonly after?: string;
}

export interface ListTable<Row extends { readonly cursor: string }> {
  readonly title: string;
  readonly columns: Table['columns'];
  readonly read: (page: Page) => readonly Row[];
  /** One or several lines of a row. */
  readonly lines: (row: Row) => readonly Line[];
}

const PAGE = 200;

/** `pause` lets others have their turn, and throws when the books are closed meanwhile. */
export function pagedTable<Row extends { readonly cursor: string }>(
  { title, columns, read, lines }: ListTable<Row>,
  pause: () => Promise<void>,
): Table {
  async function* every(): AsyncGenerator<Line> {
    for (let offset = 0, after = ''; ;) {
      const rows = read({ offset, limit: PAGE, ...(after === '' ? {} : { after }) });
      for (const row of rows) yield* lines(row);
      const last = rows.at(-1);
      if (!last || rows.length < PAGE) return;
      offset += rows.length;
      after = last.cursor;
      await pause();
    }
  }
  return { title, subtitle: '', columns, lines: every() };
}

/** `past-due` is `Past due`: what the program calls a state. */
export function stateWords(name: string): string {
  const words = name.replaceAll(/[-_]/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
