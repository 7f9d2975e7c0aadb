// Reads the journal from its first row to its last and finds what is not as it was posted: links of the chain, postings, days, sums.
import { isWellPlaced } from '../../shared/domain/books/close.ts';
import type { Db } from '../store/database.ts';
import { type ChainedEntry, type PostedLine, stretchAfter } from '../store/journal.ts';
import { strayEntry } from '../store/journal-check.ts';
import { monthSums } from '../store/ledger-sums.ts';
import { chainOf } from './chain.ts';
import { readClosings, type ReadClosings } from './closings.ts';
import { createMonthSums } from './month-sums.ts';

export type JournalFinding =
  /** Of an entry: its hash or number, or where it stands; of a closing: its hash. */
  | { readonly kind: 'chain' | 'period' | 'closing'; readonly seq: number }
  /** An entry of something that is not here. */
  | { readonly kind: 'case'; readonly caseId: string; readonly cause: string }
  | { readonly kind: 'sum'; readonly account: number; readonly currency: string };

export interface CheckedJournal {
  readonly entries: number;
  readonly finding: JournalFinding | null;
  /** To be told when nothing else is found: it does not say what is wrong, only that something is. */
  readonly last: JournalFinding | null;
}

/** Entries at a time: some ten milliseconds of work. */
const PORTION = 300;

/** Null when it was given up: `pause` lets others go on between two portions, and answers false for that. */
export async function checkJournal(
  db: Db,
  pause: (entries: number) => Promise<boolean>,
): Promise<CheckedJournal | null> {
  const closings = readClosings(db);
  const sums = createMonthSums();
  let [seq, chain]: [number, string] = [0, ''];
  let stray: JournalFinding | null = null;
  for (;;) {
    const { entries, lines } = stretchAfter(db, seq === 0 ? null : seq, PORTION);
    for (const entry of entries) {
      const finding = findingOf(entry, { seq, chain, closings });
      if (finding) return { entries: seq, finding, last: null };
      [seq, chain] = [entry.seq, entry.chain];
      sums.add(entry);
    }
    const wrong = strayLine(entries, lines);
    if (wrong !== null) return { entries: seq, finding: { kind: 'chain', seq: wrong }, last: null };
    const [first] = entries;
    if (!first) break;
    stray ??= caseless(strayEntry(db, first.seq, seq));
    if (!(await pause(seq))) return null;
  }
  const { firstChanged } = closings;
  const different = sums.firstDifferent(monthSums(db));
  const differing: JournalFinding | null = different && { kind: 'sum', ...different };
  return {
    entries: seq,
    finding: firstChanged === null ? null : { kind: 'closing', seq: firstChanged },
    last: stray ?? differing,
  };
}

function caseless(found: ReturnType<typeof strayEntry>): JournalFinding | null {
  return found ? { kind: 'case', ...found } : null;
}

interface Reached {
  readonly seq: number;
  readonly chain: string;
  readonly closings: ReadClosings;
}

function findingOf(entry: ChainedEntry, { seq, chain, closings }: Reached): JournalFinding | null {
  const isNext = entry.seq === seq + 1 && entry.chain === chainOf(chain, entry);
  if (!isNext) return { kind: 'chain', seq: seq + 1 };
  return isWellPlaced(entry, closings.throughAt(entry.seq)) ? null : { kind: 'period', seq: entry.seq };
}

/** The first entry number whose postings are not numbered from 0 on, are of another day, or have no entry: the schema never leaves one. */
function strayLine(entries: readonly ChainedEntry[], lines: readonly PostedLine[]): number | null {
  const days = new Map(entries.map(({ seq, day }) => [seq, day]));
  let [of, next]: [number | null, number] = [null, 0];
  for (const { entry_seq: seq, line, day } of lines) {
    next = seq === of ? next + 1 : 0;
    of = seq;
    if (line !== next || day !== days.get(seq)) return seq;
  }
  return null;
}
