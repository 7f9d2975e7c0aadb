// How a bank's CSV file is probably to be read: its delimiter, where its lines begin, its columns, and how figures and days are written.
import { CSV_DELIMITERS, type CsvMapping } from '../../../shared/domain/bank/csv-mapping.ts';
import type { DateOrder } from '../day.ts';
import { badFile } from '../bad-file.ts';
import { type Columns, guessColumns, isAmountLike, isDayLike } from './columns.ts';
import { csvRows } from './split.ts';

type Rows = readonly (readonly string[])[];

/** Enough to know a column by. */
const SAMPLE = 200;
/** What banks write above the lines is shorter than this. */
const LONGEST_START = 1000;

/** What the file cannot say and the program knows. */
export interface CsvExpectations {
  readonly currency: string;
  readonly account: string;
  /** Where day and month could be either. */
  readonly dateOrder: DateOrder;
}

/** Refuses text in which no line with a date and an amount is found. */
export function guessMapping(text: string, expected: CsvExpectations): CsvMapping {
  const delimiter = guessDelimiter(text);
  const rows = firstRows(text, delimiter);
  const width = usualWidth(rows);
  const firstRow = rows.findIndex(
    (row) =>
      row.length >= width && row.some((cell) => isDayLike(cell)) && row.some((cell) => isMoneyLike(cell)),
  );
  const lines = rows.slice(Math.max(firstRow, 0), firstRow + SAMPLE);
  const columns = firstRow === -1 ? null : guessColumns(headerOf(rows, firstRow), lines);
  if (columns === null)
    throw badFile(
      'No lines with a date and an amount are found: this is no bank statement, or it is in a form not known here.',
    );
  return {
    delimiter,
    firstRow,
    ...columns,
    dateOrder: guessOrder(lines, columns.date) ?? expected.dateOrder,
    decimal: guessMark(lines, columns, delimiter),
    currency: expected.currency,
    account: expected.account,
  };
}

/** Of a long file only as many as it can be known by. */
function firstRows(text: string, delimiter: string): Rows {
  const rows: (readonly string[])[] = [];
  for (const row of csvRows(text, delimiter)) {
    if (rows.push(row) === LONGEST_START + SAMPLE) break;
  }
  return rows;
}

/** The row before the lines, unless it is one itself. */
export function headerOf(rows: Rows, firstRow: number): readonly string[] | null {
  const row = rows[firstRow - 1];
  return row === undefined || row.some((cell) => isDayLike(cell)) ? null : row;
}

/** A date is no money; neither is a number with more digits than any amount. */
function isMoneyLike(cell: string): boolean {
  return isAmountLike(cell) && !isDayLike(cell);
}

/** The one that cuts most rows into the same number of cells. */
function guessDelimiter(text: string): CsvMapping['delimiter'] {
  // Whole lines only: a quotation cut in two would never end.
  const sample = text.split(/\r\n|\n|\r/, SAMPLE);
  const score = (delimiter: string): number => {
    const widths = sample.map((line) => line.replaceAll(/"[^"]*"/g, '').split(delimiter).length);
    const width = usual(widths);
    return widths.filter((one) => one === width).length * (width - 1);
  };
  const [best] = CSV_DELIMITERS.toSorted((a, b) => score(b) - score(a));
  return best ?? ',';
}

function usualWidth(rows: Rows): number {
  return usual(rows.slice(0, SAMPLE).map((row) => row.length));
}

function usual(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].toSorted(([a, x], [b, y]) => y - x || b - a)[0]?.[0] ?? 0;
}

/** Null where every day could be read either way. */
function guessOrder(rows: Rows, column: number): DateOrder | null {
  const cells = rows.map((row) => row[column] ?? '');
  if (cells.every((cell) => /^\d{4}/.test(cell) && !/^[0-3]\d[01]\d(19|20)\d\d$/.test(cell))) return 'ymd';
  const pairs = cells.map((cell) => /^(\d\d?)[-/. ]?(\d\d?)/.exec(cell)?.slice(1).map(Number) ?? []);
  if (pairs.some(([first = 0]) => first > 12)) return 'dmy';
  if (pairs.some(([, second = 0]) => second > 12)) return 'mdy';
  // Points between them are never written by those who begin with the month.
  return cells.some((cell) => /^\d\d?\.\d\d?\./.test(cell)) ? 'dmy' : null;
}

/** By the mark before one or two last digits; where only three follow, by what goes with the delimiter. */
function guessMark(rows: Rows, columns: Columns, delimiter: string): CsvMapping['decimal'] {
  const cells = rows.flatMap((row) =>
    [columns.amount, columns.debit, columns.credit, columns.balance].flatMap((column) =>
      column === null ? [] : [row[column]?.replace(/[^\d.,]+$/, '') ?? ''],
    ),
  );
  const ends = (mark: RegExp): number => cells.filter((cell) => mark.test(cell)).length;
  const [commas, points] = [ends(/,\d{1,2}$/), ends(/\.\d{1,2}$/)];
  if (commas !== points) return commas > points ? ',' : '.';
  return delimiter === ';' ? ',' : '.';
}
