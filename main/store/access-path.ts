// Finds the part of a list's filter that an index answers with few rows, so that they can be read and sorted.
import type { Db, SqlValue } from './database.ts';
import type { Condition } from './search-condition.ts';
import { FEW } from './search-hits.ts';

export interface AccessPath {
  readonly from: string;
  readonly conditions: readonly Condition[];
}

/** The condition, when there is a value for it. */
export function when(value: SqlValue | undefined, sql: string): readonly Condition[] {
  return value === undefined ? [] : [{ sql, parameters: [value] }];
}

/** Null when there is nothing that would narrow the index; `leading` are conditions on its first columns. */
export function pathOf(
  table: string,
  index: string,
  narrowing: readonly Condition[],
  leading: readonly Condition[] = [],
): AccessPath | null {
  if (narrowing.length === 0) return null;
  return { from: `${table} t INDEXED BY ${index}`, conditions: [...leading, ...narrowing] };
}

/** The first path with few rows; each look counts no further than it must. */
export function fewRows(db: Db, paths: readonly AccessPath[]): AccessPath | null {
  return paths.find((path) => countUpTo(db, path) <= FEW) ?? null;
}

function countUpTo(db: Db, { from, conditions }: AccessPath): number {
  const where = conditions.map(({ sql }) => sql).join(' AND ');
  const row = db.get<{ count: number }>(
    `SELECT count(*) AS count FROM (SELECT 1 FROM ${from} WHERE ${where} LIMIT ${FEW + 1})`,
    conditions.flatMap(({ parameters }) => parameters),
  );
  return row?.count ?? 0;
}
