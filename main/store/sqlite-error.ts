// Tells what a failure of SQLite means for the bookkeeper; anything else is a defect and is not touched.
import Database from 'better-sqlite3';
import type { CallError } from '../../shared/contract/errors.ts';

export type StorageProblem = Extract<CallError, { kind: 'storage' }>;

const SENTENCES: Readonly<Record<StorageProblem['reason'], string>> = {
  'disk-full': 'The disk is full or cannot be written. Nothing was lost; make room and try again.',
  'read-only':
    'The folder of the books cannot be written. Give yourself the right to write there, or choose another folder.',
  corrupt:
    'The file of the books is damaged. It was left exactly as it is; restore a backup, or open it for reading only.',
  newer: 'These books were last opened by a newer Quittance. Install the newest version to open them.',
  foreign: 'This file does not hold books of Quittance. It was left untouched.',
  busy: 'These books are already open in another window or program.',
};

export function storageProblem(reason: StorageProblem['reason']): StorageProblem {
  return { kind: 'storage', reason, message: SENTENCES[reason] };
}

/** The file that should hold the books is not there, or not whole. */
export function damagedBooks(): StorageProblem {
  return storageProblem('corrupt');
}

/** By SQLite's primary result codes; extended codes such as SQLITE_IOERR_WRITE begin with them. */
const REASONS: readonly (readonly [prefix: string, reason: StorageProblem['reason']])[] = [
  ['SQLITE_FULL', 'disk-full'],
  ['SQLITE_IOERR_READ', 'corrupt'],
  ['SQLITE_IOERR_SHORT_READ', 'corrupt'],
  ['SQLITE_IOERR_CORRUPTFS', 'corrupt'],
  // SQLite opens a file that it may not write for reading, and then cannot lock it for itself.
  ['SQLITE_IOERR_LOCK', 'read-only'],
  ['SQLITE_IOERR', 'disk-full'],
  ['SQLITE_READONLY', 'read-only'],
  ['SQLITE_CANTOPEN', 'read-only'],
  ['SQLITE_PERM', 'read-only'],
  ['SQLITE_CORRUPT', 'corrupt'],
  ['SQLITE_NOTADB', 'foreign'],
  ['SQLITE_BUSY', 'busy'],
  ['SQLITE_LOCKED', 'busy'],
];

/** What the operating system says of a disk or folder that refuses a write. */
const SYSTEM_REASONS: Readonly<Record<string, StorageProblem['reason']>> = {
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EFBIG: 'disk-full',
  EROFS: 'read-only',
  EACCES: 'read-only',
  EPERM: 'read-only',
};

/** The problem behind an error that SQLite or the file system threw; null when the error is something else. */
export function storageProblemOf(error: unknown): StorageProblem | null {
  if (error instanceof Error && 'syscall' in error && 'code' in error)
    return problemOfSystem(String(error.code));
  if (!(error instanceof Database.SqliteError)) return null;
  const reason = REASONS.find(([prefix]) => error.code.startsWith(prefix))?.[1];
  return reason === undefined ? null : storageProblem(reason);
}

function problemOfSystem(code: string): StorageProblem | null {
  const reason = Object.hasOwn(SYSTEM_REASONS, code) ? SYSTEM_REASONS[code] : undefined;
  return reason === undefined ? null : storageProblem(reason);
}
