// Books with money in them, in a real file: histories told by Stripe, posted, and what only this computer knows.
import { createHash } from 'node:crypto';
import { postNext } from '../../main/books/poster.ts';
import { verifyBooks } from '../../main/books/verify.ts';
import type { Db } from '../../main/store/database.ts';
import { openDatabase } from '../../main/store/open.ts';
import { applyObjects } from '../../main/sync/apply.ts';
import { Changes } from '../../main/sync/changes.ts';
import { dayOf } from '../../shared/domain/dates.ts';
import { createBookedWorld, type Happening } from './booked-world.ts';

export const BOOKED_ZONE = 'Europe/Berlin';
const day = (at: number): string => dayOf(at, BOOKED_ZONE);

const HISTORIES: readonly (readonly Happening['what'][])[] = [
  ['finalize', 'pay', 'refund', 'pay-out'],
  ['finalize', 'credit', 'pay', 'dispute', 'lose', 'adjust'],
  ['finalize', 'pay-outside', 'wait', 'credit'],
  ['finalize', 'wait', 'void'],
  ['finalize', 'pay', 'dispute', 'win', 'pay-out', 'return-payout'],
  ['finalize', 'give-up'],
];

export async function openBooked(path: string): Promise<Db> {
  const opened = await openDatabase(path);
  if (!opened.ok) throw new Error(opened.problem.reason);
  return opened.db;
}

/** Tells histories from `first` on and posts them; `committed` is called after every transaction. */
export function tellHistories(
  db: Db,
  first: number,
  count: number,
  committed: () => void = () => undefined,
): void {
  for (let number = first; number < first + count; number += 1) {
    const world = createBookedWorld(`w${number}`, number % 3 === 0 ? 'usd' : 'eur');
    for (const what of HISTORIES[number % HISTORIES.length] ?? []) {
      const objects = world.happen({ what, share: 20 + ((number * 7) % 60) });
      db.transaction(() =>
        applyObjects(db, objects, { timeZone: BOOKED_ZONE, changes: new Changes(), indexing: 'later' }),
      );
      committed();
      postAll(db, world.now(), committed);
    }
  }
}

/** Posts what is due. */
export function postAll(db: Db, now: number, committed: () => void = () => undefined): void {
  while (postNext({ db, dayOf: day, clock: { now: () => now * 1000 } })) committed();
}

/** What a verification of everything says: null when all is as it should be. */
export async function findingOf(db: Db): Promise<unknown> {
  const verification = await verifyBooks({ db, dayOf: day, pause: async () => true });
  return verification === null ? 'given up' : verification.finding;
}

const BOOKS = /^(journal_entry|posting|account_sum|closing)$/;

/** Everything in the file but how often it was opened; `books` is the journal and its sums alone. */
export function fingerprint(db: Db, of: 'all' | 'books' = 'all'): string {
  const hash = createHash('sha256');
  const tables = db
    .all<{ name: string }>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT GLOB '*_search*' AND name NOT LIKE 'sqlite_%' ORDER BY name",
    )
    .map(({ name }) => name)
    .filter((name) => of === 'all' || BOOKS.test(name));
  for (const table of tables) {
    const where = table === 'meta' ? "WHERE key NOT IN ('opened', 'copy')" : '';
    const rows = db.connection.prepare(`SELECT * FROM "${table}" ${where}`).raw().all();
    hash.update(JSON.stringify([table, rows]));
  }
  return hash.digest('hex');
}
