// Whether a database file is whole, ours, and of a version that this program knows.
import Database from 'better-sqlite3';
import { APPLICATION_ID } from './pragmas.ts';

export type Identity =
  | { readonly kind: 'empty' | 'foreign' }
  | { readonly kind: 'ours'; readonly version: number };

/** Reads only. */
export function identify(connection: Database.Database): Identity {
  const applicationId = connection.pragma('application_id', { simple: true });
  const version = connection.pragma('user_version', { simple: true });
  if (applicationId === APPLICATION_ID && typeof version === 'number') return { kind: 'ours', version };
  const tables = connection.prepare('SELECT count(*) FROM sqlite_schema').pluck().get();
  return applicationId === 0 && version === 0 && tables === 0 ? { kind: 'empty' } : { kind: 'foreign' };
}

/** Up to this size the whole file is checked at each opening, which then takes a tenth of a second. */
const WHOLE_CHECK_BYTES = 16 * 1024 * 1024;

/** What Stripe cannot tell again. */
const OWN_TABLES = [
  'meta',
  'setting',
  'draft',
  'command',
  'operation',
  'outbox',
  'refund',
  'sync_position',
  'blob',
] as const;

/**
 * The check at opening: all of a small file, and of a large one the tables that hold what Stripe cannot tell again. The rest of a
 * large file would take seconds; it is checked whole with each backup, and a damaged page is noticed when it is read.
 */
export function isSoundToOpen(connection: Database.Database): boolean {
  const pages = Number(connection.pragma('page_count', { simple: true }));
  const pageSize = Number(connection.pragma('page_size', { simple: true }));
  if (pages * pageSize <= WHOLE_CHECK_BYTES) return isSound(connection);
  return OWN_TABLES.every((table) => passes(connection, `quick_check('${table}')`));
}

/** SQLite's quick check of the whole file: structure of every page, but not that indexes agree with their tables. */
export function isSound(connection: Database.Database): boolean {
  return passes(connection, 'quick_check(1)');
}

/** The slow and complete check, with foreign keys. */
export function isWhollySound(connection: Database.Database): boolean {
  return isWellReferenced(connection) && passes(connection, 'integrity_check(1)');
}

/** Whether everything is there that something refers to; only tables of our own refer to anything, so it takes no time. */
export function isWellReferenced(connection: Database.Database): boolean {
  const violations: unknown = connection.pragma('foreign_key_check');
  return Array.isArray(violations) && violations.length === 0;
}

/** A schema whose words are damaged cannot even be checked: SQLite then calls the check itself an error. */
function passes(connection: Database.Database, check: string): boolean {
  try {
    return connection.pragma(check, { simple: true }) === 'ok';
  } catch (error) {
    if (error instanceof Database.SqliteError && error.code === 'SQLITE_ERROR') return false;
    throw error;
  }
}
