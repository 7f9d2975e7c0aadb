// What a search has found, kept in a temporary table in memory: the list, its tabs and its sums ask for the same words in turn.
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
  /** SQLite's count of changes after the table was filled: any write since makes it stale. */
  readonly changes: number;
  readonly count: number;
}

const keptBy = new WeakMap<Db, Map<SearchKind, Kept>>();

/** Null when there is nothing to search for. */
export function searchHits(db: Db, kind: SearchKind, text: string | undefined): Hits | null {
  const parts = searchParts(kind, text);
  if (!parts || text === undefined) return null;
  const kept = keptOf(db);
  const known = kept.get(kind);
  const current = known?.text === text && known.changes === changesOf(db) ? known : null;
  const { count } = current ?? fill(db, kind, text, searchSelect(kind, parts));
  return {
    few: count <= FEW,
    condition: { sql: `t.seq IN (SELECT seq FROM temp.${kind}_hit)`, parameters: [] },
    from: `temp.${kind}_hit CROSS JOIN ${kind} t ON t.seq = temp.${kind}_hit.seq`,
  };
}

/** Not in a transaction of its own: the table is in memory, and books opened for reading only cannot begin one to write. */
function fill(db: Db, kind: SearchKind, text: string, { sql, parameters }: Condition): Kept {
  db.run(`DELETE FROM temp.${kind}_hit`);
  const count = db.run(`INSERT INTO temp.${kind}_hit ${sql}`, [...parameters]);
  const fresh = { text, count, changes: changesOf(db) };
  keptOf(db).set(kind, fresh);
  return fresh;
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
