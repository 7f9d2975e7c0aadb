// Restored books know customers again who were erased after the backup: they are erased here once more, before anything is shown.
import type { Db } from '../store/database.ts';
import { erasedSince } from '../store/erased.ts';
import { readRestored, writeRestored } from '../store/restored.ts';
import { storageProblemOf } from '../store/sqlite-error.ts';
import { eraseCustomer } from '../sync/apply-erasure.ts';
import { Changes } from '../sync/changes.ts';

/** Whom the books of before a restore have erased since, by our ids; damaged ones tell what they can. */
export function toEraseAgain(db: Db | null, since: number): readonly string[] {
  if (db === null) return [];
  try {
    return erasedSince(db, since);
  } catch (error) {
    if (storageProblemOf(error) === null) throw error;
    return [];
  }
}

/** Does nothing for books that were not restored, or whose erasures are done. `at` is unix seconds. */
export function eraseAgain(db: Db, at: number): void {
  const restored = readRestored(db);
  if (restored === null || restored.erase.length === 0) return;
  db.transaction(() => {
    for (const id of restored.erase) eraseCustomer(db, id, at, new Changes());
    writeRestored(db, { ...restored, erase: [] });
  });
}
