// Brings the journal of one case to what follows from the objects kept of it, by adding what is missing: the only writer of the journal.
import { placed } from '../../shared/domain/books/close.ts';
import { type Month } from '../../shared/domain/months.ts';
import { causeOf, difference, merged, type Posting } from '../../shared/domain/books/entry.ts';
import type { Db } from '../store/database.ts';
import { appendEntry, type ChainedEntry, endOfJournal, entriesOfCase } from '../store/journal.ts';
import { noteProblem } from '../store/posting-due.ts';
import { booksOf, type Case } from './cases.ts';
import { chainOf } from './chain.ts';
import type { DayOf } from './invoice-facts.ts';

/** What is in the journal of one cause: its entry and all corrections of it. */
export interface Posted {
  readonly versions: number;
  readonly day: string;
  readonly postings: readonly Posting[];
}

export function postedOf(entries: readonly ChainedEntry[]): ReadonlyMap<string, Posted> {
  const causes = new Map<string, Posted>();
  for (const { cause, version, day, postings } of entries) {
    const known = causes.get(cause);
    const sum = merged([...(known?.postings ?? []), ...postings]);
    causes.set(cause, { versions: version, day: known?.day ?? day, postings: sum });
  }
  return causes;
}

/** An entry that is to be added so that a cause comes to what it should be. */
export interface Missing {
  readonly cause: string;
  readonly version: number;
  readonly day: string;
  readonly postings: readonly Posting[];
}

/** Pure: what is missing between what should be there and what is. What should not be there any more is taken back. */
export function missingOf(
  target: ReadonlyMap<string, { readonly day: string; readonly postings: readonly Posting[] }>,
  posted: ReadonlyMap<string, Posted>,
): readonly Missing[] {
  const causes = [...new Set([...target.keys(), ...posted.keys()])];
  return causes.flatMap((cause) => {
    const [should, is] = [target.get(cause), posted.get(cause)];
    const postings = difference(should?.postings ?? [], is?.postings ?? []);
    if (postings.length === 0) return [];
    return [{ cause, version: (is?.versions ?? 0) + 1, day: should?.day ?? is?.day ?? '', postings }];
  });
}

export interface PostingContext {
  readonly dayOf: DayOf;
  /** Unix seconds. */
  readonly now: number;
  /** All months up to this one are closed. */
  readonly closedThrough: Month | null;
}

/** In the caller's transaction. Answers how many entries were added. */
export function postCase(db: Db, one: Case, { dayOf, now, closedThrough }: PostingContext): number {
  const { entries, problem } = booksOf(db, one, dayOf);
  const target = new Map(entries.map((entry) => [causeOf(entry), entry]));
  const missing = missingOf(target, postedOf(entriesOfCase(db, one.id)));
  let { seq, chain } = endOfJournal(db);
  for (const { cause, version, day, postings } of missing) {
    seq += 1;
    const place = placed(day, closedThrough);
    const added = { seq, caseId: one.id, cause, version, ...place, postedAt: now, postings };
    chain = chainOf(chain, added);
    appendEntry(db, { ...added, chain });
  }
  noteProblem(db, one.id, problem === null ? null : { caseId: one.id, ...problem });
  return missing.length;
}
