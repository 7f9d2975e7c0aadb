// A table, as every report and every list is handed over: columns, and lines that may come as they are read. What a line may hold, and how it is written.
import type { Cell, Column, Line, Target } from '../../contract/reports.ts';
import { assert } from '../assert.ts';

export interface Table {
  readonly title: string;
  /** What it was asked for, in words; empty when there is nothing to say. */
  readonly subtitle: string;
  readonly columns: readonly Column[];
  /** Read once, in order; may come in portions, so that a table of any length is never whole in memory. */
  readonly lines: Iterable<Line> | AsyncIterable<Line>;
}

/** Columns from their headings and kinds, in order. */
export function columns(
  kinds: Readonly<Record<string, readonly [heading: string, kind: Column['kind']]>>,
): readonly Column[] {
  return Object.entries(kinds).map(([key, [heading, kind]]) => ({ key, heading, kind }));
}

const led = (to: Target | null | undefined) => (to === null || to === undefined ? {} : { to });

export const text = (words: string, to?: Target | null): Cell => ({ kind: 'text', text: words, ...led(to) });

/** Null for no day. */
export const date = (day: string | null, to?: Target | null): Cell | null =>
  day === null ? null : { kind: 'date', day, ...led(to) };

/** Minor units of the currency. */
export const money = (amount: number, currency: string, to?: Target | null): Cell => ({
  kind: 'money',
  amount,
  currency,
  ...led(to),
});

export const count = (number: number, to?: Target | null): Cell => ({
  kind: 'count',
  count: number,
  ...led(to),
});

/** Decimal text such as `19` or `7.5`. */
export const percent = (value: string): Cell => ({ kind: 'percent', percent: value });

export const heading = (words: string): Line => ({ kind: 'heading', text: words });

export const row = (cells: readonly (Cell | null)[]): Line => lineOf('row', cells);

export const total = (cells: readonly (Cell | null)[]): Line => lineOf('total', cells);

function lineOf(kind: 'row' | 'total', cells: readonly (Cell | null)[]): Line {
  assert(currenciesOf(cells).size <= 1, 'The money of a line is in one currency');
  return { kind, cells: [...cells] };
}

function currenciesOf(cells: readonly (Cell | null)[]): ReadonlySet<string> {
  return new Set(cells.flatMap((cell) => (cell?.kind === 'money' ? [cell.currency] : [])));
}

/** The one currency in which the money of a line is; null where it has none. */
export function currencyOf(cells: readonly (Cell | null)[]): string | null {
  return [...currenciesOf(cells)][0] ?? null;
}
