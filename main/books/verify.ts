// Rebuilds the whole journal from the kept objects and compares: every case, every entry, every link of the chain, every sum.
import { causeOf } from '../../shared/domain/books/entry.ts';
import type { Db } from '../store/database.ts';
import { booksBegin } from '../store/beginnings.ts';
import { endOfJournal, entriesOfCases } from '../store/journal.ts';
import { type BookedObject, bookedObjects, type CasePlace, countCases } from '../store/journal-check.ts';
import { booksOf, casesOf } from './cases.ts';
import { checkJournal, type JournalFinding } from './check-journal.ts';
import { readItemAccounts } from './item-accounts.ts';
import type { DayOf } from './invoice-facts.ts';
import { missingOf, postedOf } from './post-cases.ts';

/** The first thing that is not as it should be. */
export type Finding = JournalFinding;

export interface Verification {
  readonly entries: number;
  readonly cases: number;
  readonly finding: Finding | null;
}

interface VerifyOptions {
  readonly db: Db;
  readonly dayOf: DayOf;
  /** Lets others go on between two portions; answers false to give up. */
  readonly pause: (done: number, all: number) => Promise<boolean>;
}

/** Cases at a time: some ten milliseconds of work. */
const PORTION = 100;

/** Null when it was given up. Reads only. */
export async function verifyBooks({ db, dayOf, pause }: VerifyOptions): Promise<Verification | null> {
  const all = endOfJournal(db).seq + countCases(db);
  const journal = await checkJournal(db, (entries) => pause(entries, all));
  if (journal === null) return null;
  const { entries, finding, last } = journal;
  if (finding !== null) return { entries, cases: 0, finding };
  const checked = await checkCases({ db, dayOf, pause: (cases) => pause(entries + cases, all) });
  return checked && { entries, cases: checked.cases, finding: checked.finding ?? last };
}

interface CheckedCases {
  readonly cases: number;
  readonly finding: Finding | null;
}

async function checkCases({
  db,
  dayOf,
  pause,
}: Pick<VerifyOptions, 'db' | 'dayOf'> & {
  readonly pause: (cases: number) => Promise<boolean>;
}): Promise<CheckedCases | null> {
  let cases = 0;
  for (let after: CasePlace | null = null; ;) {
    const objects: readonly BookedObject[] = bookedObjects(db, after, PORTION);
    const posted = entriesOfCases(
      db,
      objects.map(({ id }) => id),
    );
    const context = { dayOf, begins: booksBegin(db), accounts: readItemAccounts(db) };
    for (const object of objects) {
      // What is kept at Stripe's word: each case once, by the object that carries its id.
      const own = casesOf(db, object).find(({ id }) => id === object.id);
      if (!own) continue;
      cases += 1;
      const known = posted.get(own.id) ?? [];
      const { entries } = booksOf(db, own, context, known);
      const target = new Map(entries.map((entry) => [causeOf(entry), entry]));
      const differs = missingOf(target, postedOf(known))[0];
      if (differs) return { cases, finding: { kind: 'case', caseId: own.id, cause: differs.cause } };
    }
    const last = objects.at(-1);
    if (!last) return { cases, finding: null };
    after = last.place;
    if (!(await pause(cases))) return null;
  }
}
