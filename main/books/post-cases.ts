// Brings the journal of cases to what follows from the objects kept of them, by adding what is missing: the only writer of the journal.
import { placed } from '../../shared/domain/books/close.ts';
import { type Month } from '../../shared/domain/months.ts';
import { causeOf, difference, merged, type Posting } from '../../shared/domain/books/entry.ts';
import type { Db } from '../store/database.ts';
import { appendEntry, type ChainedEntry, endOfJournal, entriesOfCases } from '../store/journal.ts';
import { type CaseProblem, noteProblems } from '../store/posting-due.ts';
import { booksOf, type BooksContext, type Case } from './cases.ts';
import { chainOf } from './chain.ts';
import { keepSales } from './sale-facts.ts';

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
    // Nothing is there yet, most often, and what should be is merged already.
    const postings =
      is === undefined ? (should?.postings ?? []) : difference(should?.postings ?? [], is.postings);
    if (postings.length === 0) return [];
    return [{ cause, version: (is?.versions ?? 0) + 1, day: should?.day ?? is?.day ?? '', postings }];
  });
}

export interface PostingContext extends BooksContext {
  /** Unix seconds. */
  readonly now: number;
  /** All months up to this one are closed. */
  readonly closedThrough: Month | null;
}

/** In the caller's transaction. What an invoice's documents sold is kept beside its entries. */
export function postCases(db: Db, cases: readonly Case[], context: PostingContext): void {
  const ids = cases.map(({ id }) => id);
  const posted = entriesOfCases(db, ids);
  const problems: CaseProblem[] = [];
  let end = endOfJournal(db);
  for (const one of cases) {
    const known = posted.get(one.id) ?? [];
    const { entries, problem, documents } = booksOf(db, one, context, known);
    const target = new Map(entries.map((entry) => [causeOf(entry), entry]));
    const missing = missingOf(target, postedOf(known));
    for (const each of missing) end = append(db, one.id, each, end, context);
    if (problem) problems.push({ caseId: one.id, ...problem });
    if (documents) keepSales(db, documents);
  }
  noteProblems(db, ids, problems);
}

type End = ReturnType<typeof endOfJournal>;

function append(
  db: Db,
  caseId: string,
  { cause, version, day, postings }: Missing,
  end: End,
  { now, closedThrough }: PostingContext,
): End {
  const place = placed(day, closedThrough);
  const added = { seq: end.seq + 1, caseId, cause, version, ...place, postedAt: now, postings };
  const chain = chainOf(end.chain, added);
  appendEntry(db, { ...added, chain });
  return { seq: added.seq, chain };
}
