// Makes a checked copy of a backup ready to become the books, while no program works on it.
import { openCopy } from './open-copy.ts';
import { markRestored, type RestoredFrom } from './restored.ts';

/** Throws what SQLite says. */
export function markCopyRestored(path: string, from: RestoredFrom): void {
  const db = openCopy(path);
  try {
    markRestored(db, from);
  } finally {
    db.close();
  }
}
