// Opens a copy of the books to look it through: one file by itself, that no program works on.
import Database from 'better-sqlite3';
import { Db } from './database.ts';
import { identify, isWhollySound } from './integrity.ts';
import { newestVersion } from './migrate.ts';

export type CopyState = 'sound' | 'damaged' | 'newer' | 'foreign';

/** Turns the copy into a single file first: one of a database in WAL mode is in that mode, too. Throws what SQLite says. */
export function openCopy(path: string): Db {
  const connection = new Database(path, { fileMustExist: true, timeout: 0 });
  try {
    connection.pragma('trusted_schema = OFF');
    connection.pragma('cell_size_check = ON');
    connection.pragma('journal_mode = DELETE');
    connection.pragma('synchronous = FULL');
    return new Db(connection);
  } catch (error) {
    connection.close();
    throw error;
  }
}

/** The complete check of every page, index and reference; it may take seconds. */
export function stateOfCopy({ connection }: Db): CopyState {
  const identity = identify(connection);
  if (identity.kind !== 'ours') return 'foreign';
  if (identity.version > newestVersion()) return 'newer';
  return isWhollySound(connection) ? 'sound' : 'damaged';
}

export function hasNewestSchema({ connection }: Db): boolean {
  return connection.pragma('user_version', { simple: true }) === newestVersion();
}
