// Opens the books: refuses what is not ours, brings ours to the newest schema, and proves that what is written is kept.
import { closeSync, existsSync, openSync, readSync } from 'node:fs';
import Database from 'better-sqlite3';
import { backUp } from './backup.ts';
import { Db } from './database.ts';
import { identify, isSoundToOpen } from './integrity.ts';
import { migrate, migrations, newestVersion } from './migrate.ts';
import { assertPragmas, lockPragmas, writePragmas } from './pragmas.ts';
import { type StorageProblem, storageProblem, storageProblemOf } from './sqlite-error.ts';

export type OpenResult =
  | { readonly ok: true; readonly db: Db }
  | { readonly ok: false; readonly problem: StorageProblem };

export interface OpenOptions {
  /** For damaged books or ones that cannot be written: no check, no migration, no write. */
  readonly readOnly?: boolean;
}

/**
 * Opens the database at `path`, making it when it is missing. A file of an older schema is backed up beside itself first
 * (`<path>.before-<version>`). A file that is refused stays as it was.
 */
export async function openDatabase(path: string, options: OpenOptions = {}): Promise<OpenResult> {
  if (!looksLikeSqlite(path)) return { ok: false, problem: storageProblem('foreign') };
  let connection: Database.Database | null = null;
  try {
    connection = new Database(path, { readonly: options.readOnly ?? false, timeout: 0 });
    const problem = options.readOnly === true ? refuse(connection) : await prepare(connection, path);
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

async function prepare(connection: Database.Database, path: string): Promise<StorageProblem | null> {
  lockPragmas(connection);
  const problem = refuse(connection);
  if (problem) return problem;
  const identity = identify(connection);
  if (identity.kind === 'ours' && !isSoundToOpen(connection)) return storageProblem('corrupt');
  writePragmas(connection);
  const version = identity.kind === 'ours' ? identity.version : 0;
  if (version > 0 && version < newestVersion()) await backUp(connection, `${path}.before-${newestVersion()}`);
  migrate(connection, version, migrations);
  connection
    .prepare(
      "INSERT INTO meta VALUES ('opened', '1') ON CONFLICT (key) DO UPDATE SET value = CAST(value AS INTEGER) + 1",
    )
    .run();
  assertPragmas(connection);
  return null;
}

function refuse(connection: Database.Database): StorageProblem | null {
  const identity = identify(connection);
  if (identity.kind === 'foreign') return storageProblem('foreign');
  return identity.kind === 'ours' && identity.version > newestVersion() ? storageProblem('newer') : null;
}
