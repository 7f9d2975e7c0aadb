// Makes a file of restored books out of a backup: copied, looked through, marked, and only then given its name. Nothing that exists is changed.
import { constants } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CallError } from '../../shared/contract/errors.ts';
import { Refusal, wrongState } from '../refusal.ts';
import { keepFile, removeDatabase } from '../store/backup.ts';
import { markCopyRestored } from '../store/mark-restored.ts';
import type { Checker, CopyCheck } from './check.ts';
import { type BackupFile, removePartials } from './list.ts';
import { restoredName } from './names.ts';

export interface RestoreOptions {
  readonly backup: BackupFile;
  /** Of the books. */
  readonly folder: string;
  /** Unix seconds. */
  readonly at: number;
  readonly check: Checker;
  /** Customers who are to be erased again, by our ids. */
  readonly erase: readonly string[];
}

/** Answers the new file's name in `folder`. Refuses a backup that does not pass its check; throws what the disk says. */
export async function makeRestoredFile({
  backup,
  folder,
  at,
  check,
  erase,
}: RestoreOptions): Promise<string> {
  const name = restoredName(at);
  const path = join(folder, name);
  const temporary = `${path}.partial`;
  await removePartials(folder);
  try {
    await copyFile(backup.path, temporary, constants.COPYFILE_EXCL);
    const checked = await check(temporary, backup.at);
    if (!checked.ok) throw new Refusal(refusalOf(checked));
    markCopyRestored(temporary, { at, madeAt: backup.at, erase });
    await keepFile(temporary, path);
    return name;
  } finally {
    removeDatabase(temporary);
  }
}

const WORDS = {
  damaged: 'This backup is damaged itself. Nothing was changed; choose another one.',
  unbalanced: 'The books in this backup do not add up. Nothing was changed; choose another one.',
  newer: 'This backup was made by a newer Quittance. Install the newest version to restore it.',
  foreign: 'This file does not hold books of Quittance. Nothing was changed.',
} as const;

function refusalOf(check: Exclude<CopyCheck, { ok: true }>): CallError {
  return check.why === 'storage' ? check.problem : wrongState(check.why, WORDS[check.why]).error;
}
