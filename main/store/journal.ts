// The rows of the journal. They are only ever added; the schema's triggers see to that.
import type { Posting } from '../../shared/domain/books/entry.ts';
import type { Db } from './database.ts';

export interface JournalEntry {
  readonly seq: number;
  readonly caseId: string;
  readonly cause: string;
  readonly version: number;
  readonly day: string;
  /** The day on which it happened, where that is in a month that was closed. */
  readonly happened: string | null;
  /** Unix seconds. */
  readonly postedAt: number;
  readonly postings: readonly Posting[];
}

export interface ChainedEntry extends JournalEntry {
  readonly chain: string;
}

/** The place of the next entry, and the chain that it continues. */
export function endOfJournal(db: Db): { readonly seq: number; readonly chain: string } {
  return (
    db.get<{ seq: number; chain: string }>(
      'SELECT seq, chain FROM journal_entry ORDER BY seq DESC LIMIT 1',
    ) ?? {
      seq: 0,
      chain: '',
    }
  );
}

/** Whether anything of a day or one before it was posted after an entry. */
export function hasEntryUpTo(
  db: Db,
  { after, day }: { readonly after: number; readonly day: string },
): boolean {
  return db.get('SELECT 1 FROM journal_entry WHERE seq > ? AND day <= ? LIMIT 1', [after, day]) !== undefined;
}

/**
 * Adds an entry in the caller's transaction; throws when it is not the next one or does not balance. A posting that cannot be added
 * ends the whole transaction (`OR ROLLBACK`): to be able to undo it alone, SQLite would copy every page before it is touched.
 */
export function appendEntry(db: Db, entry: ChainedEntry): void {
  for (const [line, { account, sub, currency, amount }] of entry.postings.entries()) {
    db.run(
      'INSERT OR ROLLBACK INTO posting (entry_seq, line, account, sub, currency, amount, day) VALUES (?, ?, ?, ?, ?, ?, ?)',
      [entry.seq, line, account, sub, currency, amount, entry.day],
    );
  }
  const { seq, caseId, cause, version, day, happened, postedAt, chain } = entry;
  db.run(
    'INSERT INTO journal_entry (seq, case_id, cause, version, day, happened, posted_at, chain) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    [seq, caseId, cause, version, day, happened, postedAt, chain],
  );
}

interface EntryRow {
  readonly seq: number;
  readonly case_id: string;
  readonly cause: string;
  readonly version: number;
  readonly day: string;
  readonly happened: string | null;
  readonly posted_at: number;
  readonly chain: string;
}

const ENTRY = 'SELECT seq, case_id, cause, version, day, happened, posted_at, chain FROM journal_entry';

/** The entries of each case, in the order in which they were posted; a case without any is left out. */
export function entriesOfCases(
  db: Db,
  cases: readonly string[],
): ReadonlyMap<string, readonly ChainedEntry[]> {
  const rows = db.all<EntryRow>(
    `SELECT seq, case_id, cause, version, day, happened, posted_at, chain FROM json_each(+?) c
       CROSS JOIN journal_entry INDEXED BY journal_entry_of_case ON case_id = c.value ORDER BY seq`,
    [JSON.stringify(cases)],
  );
  return Map.groupBy(withPostings(db, rows), ({ caseId }) => caseId);
}

/** The entries after one, in their order. */
export function entriesAfter(db: Db, seq: number, limit: number): readonly ChainedEntry[] {
  return withPostings(db, db.all<EntryRow>(`${ENTRY} WHERE seq > +? ORDER BY seq LIMIT +?`, [seq, limit]));
}

/** The number of the first entry of a case; null while it has none. */
export function firstEntryOfCase(db: Db, caseId: string): number | null {
  return (
    db.get<{ seq: number | null }>('SELECT min(seq) AS seq FROM journal_entry WHERE case_id = ?', [caseId])
      ?.seq ?? null
  );
}

function withPostings(db: Db, rows: readonly EntryRow[]): readonly ChainedEntry[] {
  return rows.map((row) => entryOf(row, postingsOf(db, row.seq)));
}

function entryOf(
  { seq, case_id, cause, version, day, happened, posted_at, chain }: EntryRow,
  postings: readonly Posting[],
): ChainedEntry {
  return { seq, caseId: case_id, cause, version, day, happened, postedAt: posted_at, chain, postings };
}

export interface PostedLine extends Posting {
  readonly entry_seq: number;
  readonly line: number;
  readonly day: string;
}

/** A stretch of the journal with everything that is posted in it, whether it belongs to an entry or not. */
export interface Stretch {
  readonly entries: readonly ChainedEntry[];
  readonly lines: readonly PostedLine[];
}

/** What follows an entry; from the very first row on when it is null. No entries mean the end of the journal. */
export function stretchAfter(db: Db, after: number | null, limit: number): Stretch {
  const from = after ?? Number.MIN_SAFE_INTEGER;
  const rows = db.all<EntryRow>(`${ENTRY} WHERE seq > +? ORDER BY seq LIMIT +?`, [from, limit]);
  const lines = db.all<PostedLine>(
    `SELECT entry_seq, line, day, account, sub, currency, amount FROM posting
     WHERE entry_seq > +? AND entry_seq <= +? ORDER BY entry_seq, line`,
    [from, rows.at(-1)?.seq ?? Number.MAX_SAFE_INTEGER],
  );
  const ofEntry = Map.groupBy(lines, ({ entry_seq }) => entry_seq);
  return { entries: rows.map((row) => entryOf(row, ofEntry.get(row.seq) ?? [])), lines };
}

export function postingsOf(db: Db, seq: number): readonly Posting[] {
  return db.all<Posting>(
    'SELECT account, sub, currency, amount FROM posting WHERE entry_seq = +? ORDER BY line',
    [seq],
  );
}

/** The entries in the order of their days, after a place and up to a number of the journal; for exports. */
export function entriesByDay(
  db: Db,
  after: { readonly day: string; readonly seq: number },
  { upTo, limit }: { readonly upTo: number; readonly limit: number },
): readonly ChainedEntry[] {
  return withPostings(
    db,
    db.all<EntryRow>(`${ENTRY} WHERE (day, seq) > (+?, +?) AND seq <= +? ORDER BY day, seq LIMIT +?`, [
      after.day,
      after.seq,
      upTo,
      limit,
    ]),
  );
}
