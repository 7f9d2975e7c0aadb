// Rebuilds the whole journal from the kept objects and compares: every case, every entry, every link of the chain, every sum.
import { isWellPlaced } from '../../shared/domain/books/close.ts';
import type { Db } from '../store/database.ts';
import { endOfJournal, entriesAfter, entriesOfCase } from '../store/journal.ts';
import { bookedObjects, countCases, differingSum, strayEntry, strayPosting } from '../store/journal-check.ts';
import { booksOf, casesOf } from './cases.ts';
import { causeOf } from '../../shared/domain/books/entry.ts';
import { chainOf } from './chain.ts';
import { readClosings } from './closings.ts';
import type { DayOf } from './invoice-facts.ts';
import { missingOf, postedOf } from './post-case.ts';

/** The first thing that is not as it should be. */
export type Finding =
  /** Of an entry: its hash or number, or where it stands; of a closing: its hash. */
  | { readonly kind: 'chain' | 'period' | 'closing'; readonly seq: number }
  | { readonly kind: 'case'; readonly caseId: string; readonly cause: string }
  | { readonly kind: 'sum'; readonly account: number; readonly currency: string };

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

/** Entries or cases at a time: some twenty milliseconds of work. */
const PORTION = 100;

/** Null when it was given up. Reads only. */
export async function verifyBooks(options: VerifyOptions): Promise<Verification | null> {
  const { db } = options;
  const all = endOfJournal(db).seq + countCases(db);
  const chain = await checkChain(options, all);
  if (chain === null || chain.finding !== null) return chain;
  const cases = await checkCases(options, chain.entries, all);
  return cases === null || cases.finding !== null ? cases : withSums(db, cases);
}

/** The journal by itself: its chain, its numbering and its sums, but not what its entries follow from. Null when it was given up. */
export async function verifyJournal(options: JournalOptions): Promise<Verification | null> {
  const { db } = options;
  const chain = await checkChain(options, endOfJournal(db).seq);
  return chain === null || chain.finding !== null ? chain : withSums(db, chain);
}

function withSums(db: Db, verification: Verification): Verification {
  const sum = differingSum(db);
  return { ...verification, finding: sum ? { kind: 'sum', ...sum } : null };
}

type JournalOptions = Pick<VerifyOptions, 'db' | 'pause'>;

async function checkChain({ db, pause }: JournalOptions, all: number): Promise<Verification | null> {
  const closings = readClosings(db);
  let [seq, chain] = [0, ''];
  for (;;) {
    const entries = entriesAfter(db, seq, PORTION);
    for (const entry of entries) {
      const expected = chainOf(chain, entry);
      const isNext = entry.seq === seq + 1 && entry.chain === expected;
      if (!isNext) return { entries: seq, cases: 0, finding: { kind: 'chain', seq: seq + 1 } };
      if (!isWellPlaced(entry, closings.throughAt(entry.seq)))
        return { entries: seq, cases: 0, finding: { kind: 'period', seq: entry.seq } };
      [seq, chain] = [entry.seq, expected];
    }
    if (entries.length === 0) break;
    if (!(await pause(seq, all))) return null;
  }
  const stray = strayPosting(db);
  if (stray) return { entries: seq, cases: 0, finding: { kind: 'chain', seq: stray.seq } };
  const changed = closings.firstChanged;
  return { entries: seq, cases: 0, finding: changed === null ? null : { kind: 'closing', seq: changed } };
}

async function checkCases(
  { db, dayOf, pause }: VerifyOptions,
  entries: number,
  all: number,
): Promise<Verification | null> {
  let cases = 0;
  // What is kept at Stripe's word: each case once, by the object that carries its id.
  for (let after = ''; ;) {
    const objects = bookedObjects(db, after, PORTION);
    for (const object of objects) {
      for (const one of casesOf(db, object).filter(({ id }) => id === object.id)) {
        cases += 1;
        const target = new Map(booksOf(db, one, dayOf).entries.map((entry) => [causeOf(entry), entry]));
        const differs = missingOf(target, postedOf(entriesOfCase(db, one.id)))[0];
        if (differs)
          return { entries, cases, finding: { kind: 'case', caseId: one.id, cause: differs.cause } };
      }
    }
    const last = objects.at(-1);
    if (!last) break;
    after = last.id;
    if (!(await pause(entries + cases, all))) return null;
  }
  const stray = strayEntry(db);
  return { entries, cases, finding: stray ? { kind: 'case', ...stray } : null };
}
