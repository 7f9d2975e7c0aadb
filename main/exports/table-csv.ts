// A table as CSV (RFC 4180): its rows alone, in which no text of a customer can be read as a formula.
import type { Cell } from '../../shared/contract/reports.ts';
import type { Table } from '../../shared/domain/reports/table.ts';
import { flattened } from './flat-table.ts';
import { textField } from './csv-line.ts';
import { plainAmount } from './plain-text.ts';

/** Without it spreadsheets take the file for one of their own encoding, and spoil every letter that is not English. */
const BYTE_ORDER_MARK = '\u{feff}';
const LINE_END = '\r\n';
/** Characters of a portion, about. */
const PORTION = 64 * 1024;

/**
 * Text in portions. Headings and totals are left out: whoever adds up a column must not count them twice. Amounts are decimals
 * in the currency's own unit with a point, days are `2026-11-30`, percentages are numbers of percent.
 */
export async function* tableCsv({
  columns,
  lines,
}: Pick<Table, 'columns' | 'lines'>): AsyncGenerator<string> {
  const flat = flattened(columns);
  let portion = `${BYTE_ORDER_MARK}${flat.columns.map(({ heading }) => textField(heading)).join(',')}${LINE_END}`;
  for await (const line of lines) {
    if (line.kind !== 'row') continue;
    portion += `${flat.cells(line.cells).map(field).join(',')}${LINE_END}`;
    if (portion.length < PORTION) continue;
    yield portion;
    portion = '';
  }
  yield portion;
}

function field(cell: Cell | null): string {
  if (cell === null) return '';
  switch (cell.kind) {
    case 'text':
      return textField(cell.text);
    case 'date':
      return cell.day;
    case 'money':
      return plainAmount(cell.amount, cell.currency);
    case 'count':
      return String(cell.count);
    case 'percent':
      return cell.percent;
  }
}
