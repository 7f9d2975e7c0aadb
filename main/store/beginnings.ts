// The first day of the books, as it was chosen: facts of our own, only ever added.
import type { Db } from './database.ts';

/** A calendar day; null when the books begin with the first thing that Stripe tells of. */
export function booksBegin(db: Db): string | null {
  return db.get<{ day: string | null }>('SELECT day FROM beginning ORDER BY seq DESC LIMIT 1')?.day ?? null;
}

/** `at` in unix seconds. */
export function addBeginning(db: Db, day: string | null, at: number): void {
  db.run('INSERT INTO beginning (day, at) VALUES (?, ?)', [day, at]);
}
