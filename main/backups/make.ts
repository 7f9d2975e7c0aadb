// Makes one backup: a copy under a temporary name, looked through whole, and only then given its name; older ones beyond need go.
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { copyInSteps, keepFile, removeDatabase } from '../store/backup.ts';
import type { Db } from '../store/database.ts';
import type { Checker, CopyCheck } from './check.ts';
import { type BackupFile, backupsIn, removePartials } from './list.ts';
import { type BackupKind, backupName } from './names.ts';
import { type BackupPlace, makePlace } from './place.ts';
import { toKeep } from './retention.ts';

export interface MakeOptions {
  readonly db: Db;
  readonly place: BackupPlace;
  readonly kind: BackupKind;
  /** Unix seconds. */
  readonly at: number;
  readonly timeZone: string;
  readonly check: Checker;
  /** False gives it up. */
  readonly goOn: () => boolean;
}

export type Made =
  | { readonly ok: true; readonly bytes: number }
  | { readonly ok: false; readonly check: Exclude<CopyCheck, { ok: true }> };

/** Throws what the disk or SQLite says, `PlaceGone` or `CopyEnded`; whatever happens, an earlier backup stays and no half remains. */
export async function makeBackup(options: MakeOptions): Promise<Made> {
  const { db, place, kind, at, check, goOn } = options;
  await makePlace(place);
  const path = join(place.folder, backupName(at, kind));
  const temporary = `${path}.partial`;
  await removePartials(place.folder);
  try {
    await copyInSteps(db, temporary, goOn);
    const checked = await check(temporary, at);
    if (!checked.ok) return { ok: false, check: checked };
    await keepFile(temporary, path);
  } finally {
    removeDatabase(temporary);
  }
  const kept = await prune(place.folder, options.timeZone);
  return { ok: true, bytes: kept.find((backup) => backup.path === path)?.bytes ?? 0 };
}

/** Removes what nobody needs any more; answers what stays. */
async function prune(folder: string, timeZone: string): Promise<readonly BackupFile[]> {
  const all = await backupsIn(folder, '');
  const keep = toKeep(all, timeZone);
  for (const backup of all) {
    if (!keep.has(backup)) await rm(backup.path, { force: true });
  }
  return [...keep];
}
