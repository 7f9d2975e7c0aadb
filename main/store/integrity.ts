// Whether a database file is whole, ours, and of a version that this program knows.
import type Database from 'better-sqlite3';
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

/** SQLite's quick check of the whole file: structure of every page, but not that indexes agree with their tables. */
export function isSound(connection: Database.Database): boolean {
  return connection.pragma('quick_check(1)', { simple: true }) === 'ok';
}

/** The slow and complete check, with foreign keys. */
export function isWhollySound(connection: Database.Database): boolean {
  const violations: unknown = connection.pragma('foreign_key_check');
  return (
    Array.isArray(violations) &&
    violations.length === 0 &&
    connection.pragma('integrity_check(1)', { simple: true }) === 'ok'
  );
}
