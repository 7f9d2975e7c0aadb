// A verified copy of the books: made under a temporary name, opened and compared, on the disk before it has its name.
import { rmSync } from 'node:fs';
import { open, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { assert } from '../../shared/domain/assert.ts';
import { hasJournal } from './copy-facts.ts';
import { Db } from './database.ts';
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
    await keepFile(temporary, path);
  } catch (error) {
    removeDatabase(temporary);
    throw error;
  }
}

/** The copy was given up because `goOn` said so. */
export class CopyEnded extends Error {
  override readonly name = 'CopyEnded';
}

/** Pages between two turns of the event loop: some milliseconds of work. */
const PAGES_AT_ONCE = 200;

/**
 * Copies the open database to `path` a few pages at a time; what is written meanwhile is in the copy, too. Nothing is checked but that
 * the copy ends where its source does, and a copy that fails may leave a part of itself.
 */
export async function copyInSteps({ connection }: Db, path: string, goOn: () => boolean): Promise<void> {
  const flusher = createFlusher(path);
  try {
    await connection.backup(path, {
      progress: () => {
        if (!goOn()) throw new CopyEnded();
        flusher.wrote(PAGES_AT_ONCE);
        return PAGES_AT_ONCE;
      },
    });
    // Nobody can have written since the last page: the event loop has not been given up.
    assert(landmarksOf(path) === landmarks(connection), 'A backup must end where the books do');
  } finally {
    await flusher.idle();
  }
}

function landmarksOf(path: string): string {
  const copy = new Database(path, { fileMustExist: true });
  try {
    return landmarks(copy);
  } finally {
    copy.close();
  }
}

/** Pages between two flushes: some ten megabytes. */
const FLUSH_PAGES = 2_500;

/** Brings the copy to the disk while it grows: at its end SQLite waits for the disk, and so would everything else. */
function createFlusher(path: string): { wrote(pages: number): void; idle(): Promise<void> } {
  let [pages, running] = [0, Promise.resolve()];
  let isRunning = false;
  return {
    wrote(more) {
      pages += more;
      if (isRunning || pages < FLUSH_PAGES) return;
      [pages, isRunning] = [0, true];
      running = syncToDisk(path, 'r+')
        // The end of the copy says what is wrong with the disk.
        .catch(() => undefined)
        .finally(() => {
          isRunning = false;
        });
    },
    idle: () => running,
  };
}

/** The newest of what is only ever added, without counting a whole table. */
function landmarks(connection: Database.Database): string {
  const read = (sql: string): unknown => connection.prepare(sql).get();
  return JSON.stringify([
    connection.pragma('user_version', { simple: true }),
    // Books of an early schema have none.
    hasJournal(new Db(connection)) && read('SELECT seq, chain FROM journal_entry ORDER BY seq DESC LIMIT 1'),
    read('SELECT max(seq) FROM outbox'),
    read('SELECT max(seq) FROM invoice'),
    read('SELECT count(*), max(updated_at) FROM draft'),
  ]);
}

/** Gives a finished file its name: on the disk before it has it, and an earlier file of that name is replaced. */
export async function keepFile(temporary: string, path: string): Promise<void> {
  await syncToDisk(temporary, 'r+');
  await rename(temporary, path);
  if (process.platform !== 'win32') await syncToDisk(dirname(path), 'r');
}

/** Removes a database with its side files; one that is not there is no error. */
export function removeDatabase(path: string): void {
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(path + suffix, { force: true });
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

async function syncToDisk(path: string, flags: 'r' | 'r+'): Promise<void> {
  const file = await open(path, flags);
  try {
    // In whatever folder it lies, it is its owner's alone.
    if (flags === 'r+') await file.chmod(0o600);
    await file.sync();
  } finally {
    await file.close();
  }
}
