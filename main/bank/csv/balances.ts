// What the column of balances tells: opening and closing balance, and rows that are the echo of the one before.
import type { StatementLine } from '../../../shared/domain/bank/statement.ts';

export interface ReadRow {
  readonly line: StatementLine;
  /** After the line; null where the file does not say. */
  readonly balance: number | null;
}

/** A balance that did not move with an amount: the row before stands there twice. */
export function withoutEchoes(rows: readonly ReadRow[]): readonly ReadRow[] {
  return rows.filter(
    ({ line }, index) => line.amount === 0 || index === 0 || rows[index - 1]?.line.content !== line.content,
  );
}

interface Balances {
  readonly opening: number | null;
  readonly closing: number | null;
}

/** Files run either way; the right one is that in which the balances follow from the amounts. */
export function balancesOf(rows: readonly ReadRow[]): Balances {
  const [first, last] = [rows[0], rows.at(-1)];
  if (!first || !last || first.balance === null || last.balance === null)
    return { opening: null, closing: null };
  if (isNewestFirst(rows)) return { opening: last.balance - last.line.amount, closing: first.balance };
  return { opening: first.balance - first.line.amount, closing: last.balance };
}

function isNewestFirst(rows: readonly ReadRow[]): boolean {
  const follows = (earlier: ReadRow | undefined, later: ReadRow | undefined): boolean =>
    earlier?.balance !== undefined &&
    later !== undefined &&
    later.balance === (earlier.balance ?? NaN) + later.line.amount;
  const pairs = rows.slice(1).map((row, index) => [rows[index], row] as const);
  const downwards = pairs.filter(([upper, lower]) => follows(lower, upper)).length;
  const upwards = pairs.filter(([upper, lower]) => follows(upper, lower)).length;
  if (downwards !== upwards) return downwards > upwards;
  return (rows[0]?.line.day ?? '') > (rows.at(-1)?.line.day ?? '');
}
