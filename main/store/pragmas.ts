// How every connection to the books is set, and the proof that it really is.
import type Database from 'better-sqlite3';
import { assert } from '../../shared/domain/assert.ts';

/** Marks a file as books of Quittance: the letters `Qtnc`. */
export const APPLICATION_ID = 0x51_74_6e_63;

/** Before the first access, so that SQLite takes the file for this connection alone and needs no shared memory. */
export function lockPragmas(connection: Database.Database): void {
  connection.pragma('locking_mode = EXCLUSIVE');
  connection.pragma('trusted_schema = OFF');
  connection.pragma('cell_size_check = ON');
  connection.pragma('foreign_keys = ON');
  connection.pragma('temp_store = MEMORY');
  // 64 MB: the indexes behind the lists stay in memory with 100,000 invoices.
  connection.pragma('cache_size = -65536');
}

/** Every commit reaches the disk before it is acknowledged, on macOS through the drive's cache as well. */
export function writePragmas(connection: Database.Database): void {
  connection.pragma('journal_mode = WAL');
  connection.pragma('synchronous = FULL');
  // 16 MB of log before it is folded into the file: a back-fill touches pages all over it and would fold at every commit.
  connection.pragma('wal_autocheckpoint = 4000');
  connection.pragma('fullfsync = ON');
  connection.pragma('checkpoint_fullfsync = ON');
  connection.pragma('busy_timeout = 5000');
}

const EXPECTED: readonly (readonly [name: string, value: string | number])[] = [
  ['journal_mode', 'wal'],
  ['synchronous', 2],
  ['fullfsync', 1],
  ['checkpoint_fullfsync', 1],
  ['foreign_keys', 1],
  ['trusted_schema', 0],
  ['cell_size_check', 1],
  ['locking_mode', 'exclusive'],
];

/** To be called after the first write: a build of SQLite may lower `synchronous` in WAL mode at that moment. */
export function assertPragmas(connection: Database.Database): void {
  for (const [name, value] of EXPECTED) {
    const actual: unknown = connection.pragma(name, { simple: true });
    assert(actual === value, `PRAGMA ${name} must be ${value} but is ${String(actual)}`);
  }
}
