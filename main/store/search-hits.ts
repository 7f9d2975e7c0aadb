// What a search has found, kept in memory: the list, its tabs and its sums ask for the same words in turn.
import type { Db } from './database.ts';
import type { SearchKind } from './search.ts';
import { type Condition, searchParts, searchSelect } from './search-condition.ts';

export interface Hits {
  /** Few enough to be read and sorted; else they are better met on a walk along the order of a list. */
  readonly few: boolean;
  /** True for the rows `t` that were found. */
  readonly condition: Condition;
  /** The rows that were found, as a join that leads. */
  readonly from: string;
}

/** More rows than this are better met on the walk. */
export const FEW = 2000;

/** Where to read what was found: the found rows themselves when they are few, else `walk` with the condition. */
export function hitSource(
  hits: Hits | null,
  walk: string,
): { readonly from: string; readonly conditions: readonly Condition[] } {
  if (!hits) return { from: walk, conditions: [] };
  return hits.few ? { from: hits.from, conditions: [] } : { from: walk, conditions: [hits.condition] };
}

interface Kept {
  readonly text: string;
  /** SQLite's count of changes when it was last looked: any write of another's since makes this stale. */
  changes: number;
  readonly seqs: readonly number[];
  /** A byte for each `seq` from 1 on, which is 1 where it was found: a look at one costs a fraction of a look into a table. */
  readonly marks: Uint8Array;
  /** Whether the found rows are in the temporary table. */
  isTable: boolean;
}

const keptBy = new WeakMap<Db, Map<SearchKind, Kept>>();

/** Null when there is nothing to search for. */
export function searchHits(db: Db, kind: SearchKind, text: string | undefined): Hits | null {
  const parts = searchParts(kind, text);
  if (!parts || text === undefined) return null;
  const known = keptOf(db).get(kind);
  const isCurrent = known?.text === text && known.changes === changesOf(db);
  const hits = isCurrent ? known : find(db, kind, text, searchSelect(kind, parts));
  return {
    few: hits.seqs.length <= FEW,
    condition: { sql: `substr(+?, t.seq, 1) = x'01'`, parameters: [hits.marks] },
    get from() {
      if (!hits.isTable) fill(db, kind, hits);
      return `temp.${kind}_hit CROSS JOIN ${kind} t ON t.seq = temp.${kind}_hit.seq`;
    },
  };
}

function find(db: Db, kind: SearchKind, text: string, { sql, parameters }: Condition): Kept {
  const seqs = db.column<number>(sql, parameters);
  const marks = new Uint8Array(seqs.reduce((last, seq) => Math.max(last, seq), 0));
  for (const seq of seqs) marks[seq - 1] = 1;
  const fresh = { text, seqs, marks, changes: changesOf(db), isTable: false };
  keptOf(db).set(kind, fresh);
  return fresh;
}

/** Not in a transaction of its own: the table is in memory, and books opened for reading only cannot begin one to write. */
function fill(db: Db, kind: SearchKind, hits: Kept): void {
  db.run(`DELETE FROM temp.${kind}_hit`);
  db.run(`INSERT INTO temp.${kind}_hit SELECT value FROM json_each(+?)`, [JSON.stringify(hits.seqs)]);
  hits.isTable = true;
  hits.changes = changesOf(db);
}

function keptOf(db: Db): Map<SearchKind, Kept> {
  const known = keptBy.get(db);
  if (known) return known;
  for (const kind of ['invoice', 'customer', 'payment']) {
    db.exec(`CREATE TEMP TABLE ${kind}_hit (seq INTEGER PRIMARY KEY) STRICT`);
  }
  const fresh = new Map<SearchKind, Kept>();
  keptBy.set(db, fresh);
  return fresh;
}

function changesOf(db: Db): number {
  return db.get<{ changes: number }>('SELECT total_changes() AS changes')?.changes ?? 0;
}
