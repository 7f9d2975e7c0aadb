// Reads as much of a damaged database as can be read: every table from both ends, up to the page that cannot.
import Database from 'better-sqlite3';
import type { Db } from './database.ts';

export interface SalvagedTable {
  readonly table: string;
  readonly rows: readonly Record<string, unknown>[];
  /** False when a part of it could not be read. */
  readonly isWhole: boolean;
}

/** One table after the other. Throws only when not even the names of the tables can be read. */
export function* salvage(db: Db): Generator<SalvagedTable> {
  const tables = db
    .all<{ name: string; keyed: number }>(
      `SELECT name, sql LIKE '%WITHOUT ROWID%' AS keyed FROM sqlite_schema
       WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT GLOB '*_search*' ORDER BY name`,
    )
    .map(({ name, keyed }) => ({ name, key: keyed === 1 ? primaryKeyOf(db, name) : ['rowid'] }));
  for (const { name, key } of tables) {
    const forward = readUntilDamage(db, name, key, 'ASC');
    const rows = forward.rows;
    if (!forward.isWhole) rows.push(...fromTheEnd(db, name, key, rows));
    yield { table: name, rows, isWhole: forward.isWhole };
  }
}

/** From the other end up to what is known already, in the order of the table. */
function fromTheEnd(db: Db, table: string, key: readonly string[], known: readonly Row[]): readonly Row[] {
  const seen = new Set(known.map((row) => JSON.stringify(row)));
  const { rows } = readUntilDamage(db, table, key, 'DESC');
  return rows.filter((row) => !seen.has(JSON.stringify(row))).toReversed();
}

type Row = Record<string, unknown>;

function readUntilDamage(
  { connection }: Db,
  table: string,
  key: readonly string[],
  direction: 'ASC' | 'DESC',
): { readonly rows: Row[]; readonly isWhole: boolean } {
  const rows: Row[] = [];
  const order = key.map((column) => `${quoted(column)} ${direction}`).join(', ');
  try {
    const statement = connection.prepare(`SELECT * FROM ${quoted(table)} ORDER BY ${order}`);
    for (const row of statement.iterate()) rows.push(readable(row));
    return { rows, isWhole: true };
  } catch (error) {
    if (!(error instanceof Database.SqliteError)) throw error;
    return { rows, isWhole: false };
  }
}

function primaryKeyOf({ connection }: Db, table: string): readonly string[] {
  const columns: unknown = connection
    .prepare('SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk')
    .pluck()
    .all(table);
  return Array.isArray(columns) ? columns.map(String) : [];
}

/** Bytes as base64, so that a row can be written as JSON. */
function readable(row: unknown): Row {
  const entries = Object.entries(row ?? {});
  return Object.fromEntries(
    entries.map(([name, value]) => [name, Buffer.isBuffer(value) ? value.toString('base64') : value]),
  );
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
