// Counts and sums by status and currency, for the lists of payments and refunds.
import type { Money } from '../../shared/contract/common.ts';
import type { Db } from './database.ts';
import type { Condition } from './search-condition.ts';

export interface StatusCount {
  readonly status: string;
  readonly count: number;
  readonly sum: Money[];
}

/** `from` names a table as `t` with the columns currency, amount, and the one that says how a row stands. */
export function statusCounts(
  db: Db,
  from: string,
  { sql, parameters }: Condition,
  column: 'status' | 'standing' = 'status',
): StatusCount[] {
  const rows = db.all<{ status: string; currency: string; count: number; amount: number }>(
    `SELECT t.${column} AS status, t.currency, count(*) AS count, sum(t.amount) AS amount FROM ${from}
     WHERE ${sql} GROUP BY t.${column}, t.currency ORDER BY t.${column}, t.currency`,
    parameters,
  );
  return [...Map.groupBy(rows, ({ status }) => status)].map(([status, parts]) => ({
    status,
    count: parts.reduce((sum, { count }) => sum + count, 0),
    sum: parts.map(({ amount, currency }) => ({ amount, currency })),
  }));
}
