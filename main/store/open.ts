// Opens the books: refuses what is not ours, brings ours to the newest schema, and proves that what is written is kept.
import { closeSync, existsSync, openSync, readSync } from 'node:fs';
import Database from 'better-sqlite3';
import { backUp } from './backup.ts';
import { Db } from './database.ts';
import { identify, isSoundToOpen } from './integrity.ts';
import { migrate, type Migration, migrations, newestVersion } from './migrate.ts';
import { assertPragmas, lockPragmas, writePragmas } from './pragmas.ts';
import { type StorageProblem, storageProblem, storageProblemOf } from './sqlite-error.ts';

export type OpenResult =
  | { readonly ok: true; readonly db: Db }
  | { readonly ok: false; readonly problem: StorageProblem };

export interface OpenOptions {
  /** For damaged books or ones that cannot be written: no check, no migration, no write. */
  readonly readOnly?: boolean;
  /** Makes the copy before older books are changed; beside them (`<path>.before-<version>`) when it is left out. */
  readonly beforeMigrating?: (db: Db) => Promise<void>;
  /** False refuses a file that is not there, rather than making new books. */
  readonly create?: boolean;
  /** The schema's steps; another list than the program's own only to try one out. */
  readonly steps?: readonly Migration[];
}

/**
 * Opens the database at `path`, making it when it is missing. A file of an older schema is backed up first, beside itself
 * or where `beforeMigrating` puts the copy. A file that is refused stays as it was.
 */
export async function openDatabase(path: string, options: OpenOptions = {}): Promise<OpenResult> {
  if (!looksLikeSqlite(path)) return { ok: false, problem: storageProblem('foreign') };
  if (options.create === false && !existsSync(path)) return { ok: false, problem: storageProblem('corrupt') };
  let connection: Database.Database | null = null;
  try {
    connection = new Database(path, { readonly: options.readOnly ?? false, timeout: 0 });
    const steps = options.steps ?? migrations;
    const problem =
      options.readOnly === true
        ? refuse(connection, steps)
        : await prepare(connection, path, steps, options.beforeMigrating);
    if (problem === null) return { ok: true, db: new Db(connection) };
    connection.close();
    return { ok: false, problem };
  } catch (error) {
    connection?.close();
    const problem = storageProblemOf(error);
    if (problem) return { ok: false, problem };
    throw error;
  }
}

const MAGIC = 'SQLite format 3\0';

/** By its first bytes, so that a file of another program is not even opened as a database. */
function looksLikeSqlite(path: string): boolean {
  if (!existsSync(path)) return true;
  const file = openSync(path, 'r');
  try {
    const head = Buffer.alloc(MAGIC.length);
    const length = readSync(file, head, 0, MAGIC.length, 0);
    return length === 0 || head.toString('latin1') === MAGIC;
  } finally {
    closeSync(file);
  }
}

async function prepare(
  connection: Database.Database,
  path: string,
  steps: readonly Migration[],
  beforeMigrating: OpenOptions['beforeMigrating'],
): Promise<StorageProblem | null> {
  lockPragmas(connection);
  const problem = refuse(connection, steps);
  if (problem) return problem;
  const identity = identify(connection);
  if (identity.kind === 'ours' && !isSoundToOpen(connection)) return storageProblem('corrupt');
  writePragmas(connection);
  const version = identity.kind === 'ours' ? identity.version : 0;
  const newest = newestVersion(steps);
  if (version > 0 && version < newest) {
    if (beforeMigrating) await beforeMigrating(new Db(connection));
    else await backUp(connection, `${path}.before-${newest}`);
  }
  migrate(connection, version, steps);
  connection
    .prepare(
      "INSERT INTO meta (key, value) VALUES ('opened', '1') ON CONFLICT (key) DO UPDATE SET value = CAST(value AS INTEGER) + 1",
    )
    .run();
  assertPragmas(connection);
  return null;
}

function refuse(connection: Database.Database, steps: readonly Migration[]): StorageProblem | null {
  const identity = identify(connection);
  if (identity.kind === 'foreign') return storageProblem('foreign');
  return identity.kind === 'ours' && identity.version > newestVersion(steps) ? storageProblem('newer') : null;
}
