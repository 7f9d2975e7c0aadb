// The best customers for a picker: those that begin with what was typed, then those that hold it anywhere.
import { sortKey } from '../../shared/domain/sort-key.ts';
import type { Db } from './database.ts';
import { prefixEnd, searchParts } from './search-condition.ts';

export interface FoundCustomer {
  readonly seq: number;
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly currency: string | null;
  readonly country: string | null;
}

const COLUMNS = 't.seq, t.id, t.name, t.email, t.currency, t.country';
const LIVE = 't.deleted = 0 AND t.archived = 0';

/** At most `limit`; the most recently invoiced ones when nothing was typed. */
export function findCustomers(db: Db, text: string, limit: number): readonly FoundCustomer[] {
  const typed = text.trim();
  if (typed === '') {
    return db.all<FoundCustomer>(
      `SELECT ${COLUMNS} FROM customer t INDEXED BY customer_by_use WHERE ${LIVE} ORDER BY t.last_invoiced DESC, t.seq DESC LIMIT ?`,
      [limit],
    );
  }
  const begins = beginning(db, typed, limit);
  const known = new Set(begins.map(({ id }) => id));
  const rest = anywhere(db, typed, limit).filter(({ id }) => !known.has(id));
  return [...begins, ...rest].slice(0, limit);
}

function beginning(db: Db, text: string, limit: number): readonly FoundCustomer[] {
  const prefix = sortKey(text);
  return db.all<FoundCustomer>(
    `SELECT ${COLUMNS} FROM customer t INDEXED BY customer_by_name
     WHERE ${LIVE} AND t.name_sort >= ? AND t.name_sort < ? ORDER BY t.name_sort, t.seq LIMIT ?`,
    [prefix, prefixEnd(prefix), limit],
  );
}

/** The newest first, straight from the index, so that a common word costs no more than a rare one. */
function anywhere(db: Db, text: string, limit: number): readonly FoundCustomer[] {
  const { match, rest } = searchParts('customer', text) ?? { match: null, rest: [] };
  if (match === null) return [];
  const others = rest.map(({ sql }) => ` AND t.seq IN (${sql})`).join('');
  return db.all<FoundCustomer>(
    `SELECT ${COLUMNS} FROM customer_search CROSS JOIN customer t ON t.seq = customer_search.rowid
     WHERE customer_search MATCH ? AND ${LIVE}${others} ORDER BY customer_search.rowid DESC LIMIT ?`,
    [match, ...rest.flatMap(({ parameters }) => parameters), limit],
  );
}
