// Writes the rows of a mirrored table: made when they are missing, touched only when they differ.
import type { Db, SqlValue } from './database.ts';

export type Written = 'inserted' | 'updated' | 'same';

export interface MirrorTable<Row> {
  /** Inserts or updates by the key. */
  upsert(db: Db, row: Row): Written;
}

/**
 * `fixed` columns are written when the row is made and never again. Tried as a new row first, because a back-fill writes little else;
 * one that is there is compared here, so that nothing is touched that stays the same.
 */
export function mirrorTable<Row extends { readonly [column in keyof Row]: SqlValue }>(
  table: string,
  key: keyof Row & string,
  fixed: readonly (keyof Row & string)[],
  columns: readonly (keyof Row & string)[],
): MirrorTable<Row> {
  const all = [key, ...fixed, ...columns];
  const select = `SELECT ${columns.join(', ')} FROM ${table} WHERE ${key} = ?`;
  const insert = `INSERT INTO ${table} (${all.join(', ')}) VALUES (${all.map(() => '?').join(', ')})
    ON CONFLICT (${key}) DO NOTHING`;
  const update = `UPDATE ${table} SET ${columns.map((column) => `${column} = ?`).join(', ')} WHERE ${key} = ?`;
  const values = (row: Row, names: readonly (keyof Row & string)[]): SqlValue[] =>
    names.map((column): SqlValue => row[column]);
  return {
    upsert(db, row) {
      if (db.run(insert, values(row, all)) > 0) return 'inserted';
      const known = db.get<Row>(select, [row[key]]);
      if (columns.every((column) => known?.[column] === row[column])) return 'same';
      db.run(update, [...values(row, columns), row[key]]);
      return 'updated';
    },
  };
}
