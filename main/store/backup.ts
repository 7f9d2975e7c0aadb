// A verified copy of the books: made under a temporary name, opened and compared, on the disk before it has its name.
import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { assert } from '../../shared/domain/assert.ts';
import { isSound } from './integrity.ts';

/**
 * Copies the open database to `path`, which exists only once the copy is complete and verified; an earlier file there is replaced.
 * Throws what SQLite or the disk says, and leaves nothing behind then.
 */
export async function backUp(source: Database.Database, path: string): Promise<void> {
  const temporary = `${path}.partial`;
  rmSync(temporary, { force: true });
  try {
    await source.backup(temporary);
    verifyCopy(source, temporary);
    syncToDisk(temporary, 'r+');
    renameSync(temporary, path);
    if (process.platform !== 'win32') syncToDisk(dirname(path), 'r');
  } catch (error) {
    for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(temporary + suffix, { force: true });
    throw error;
  }
}

/** Compares while nobody writes between the two counts: both are read without giving up the event loop. */
function verifyCopy(source: Database.Database, path: string): void {
  const copy = new Database(path, { fileMustExist: true });
  try {
    // A copy of a database in WAL mode is in WAL mode, too; a single file is what can be moved about safely.
    copy.pragma('journal_mode = DELETE');
    assert(isSound(copy), 'A backup must pass its check');
    assert(
      JSON.stringify(rowCounts(copy)) === JSON.stringify(rowCounts(source)),
      'A backup must hold every row',
    );
  } finally {
    copy.close();
  }
}

function rowCounts(connection: Database.Database): readonly (readonly [string, unknown])[] {
  const tables = connection
    .prepare(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name",
    )
    .pluck()
    .all();
  return tables.map((name) => {
    const table = String(name).replaceAll('"', '""');
    return [table, connection.prepare(`SELECT count(*) FROM "${table}"`).pluck().get()];
  });
}

function syncToDisk(path: string, flags: 'r' | 'r+'): void {
  const file = openSync(path, flags);
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
