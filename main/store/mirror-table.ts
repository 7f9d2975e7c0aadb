// Builds the statements by which rows of a mirrored table are written: an upsert that touches a row only when it differs.
import type { Db, SqlValue } from './database.ts';

export interface MirrorTable<Row> {
  /** Inserts or updates by the key; answers whether anything changed. */
  upsert(db: Db, row: Row): boolean;
}

/** `fixed` columns are written when the row is made and never again. */
export function mirrorTable<Row extends { readonly [column in keyof Row]: SqlValue }>(
  table: string,
  key: keyof Row & string,
  fixed: readonly (keyof Row & string)[],
  columns: readonly (keyof Row & string)[],
): MirrorTable<Row> {
  const all = [key, ...fixed, ...columns];
  const sql = `INSERT INTO ${table} (${all.join(', ')}) VALUES (${all.map(() => '?').join(', ')})
    ON CONFLICT (${key}) DO UPDATE SET ${columns.map((column) => `${column} = excluded.${column}`).join(', ')}
    WHERE (${columns.map((column) => `${table}.${column}`).join(', ')})
      IS NOT (${columns.map((column) => `excluded.${column}`).join(', ')})`;
  return {
    upsert(db, row) {
      const values = all.map((column): SqlValue => row[column]);
      return db.run(sql, values) > 0;
    },
  };
}
