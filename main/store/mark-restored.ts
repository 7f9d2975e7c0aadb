// Makes a checked copy of a backup ready to become the books, while no program works on it.
import { openCopy } from './open-copy.ts';
import { markRestored } from './restored.ts';

/** `at` and `madeAt` in unix seconds. Throws what SQLite says. */
export function markCopyRestored(path: string, at: number, madeAt: number): void {
  const db = openCopy(path);
  try {
    markRestored(db, { at, madeAt });
  } finally {
    db.close();
  }
}
