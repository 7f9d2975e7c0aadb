// One page of an ordered list: a walk along an index from the place where the page before it ended.
import { type Place, readCursor } from './cursor.ts';
import type { SqlValue } from './database.ts';
import type { Condition } from './search-condition.ts';

export interface Order {
  /** A column that is never null. */
  readonly column: string;
  readonly direction: 'asc' | 'desc';
}

export interface PageInput {
  readonly offset: number;
  readonly limit: number;
  readonly after?: string | undefined;
}

export interface PagedSql {
  readonly sql: string;
  readonly parameters: readonly SqlValue[];
}

/** The place of a row of `page` in its order, for the contract: what `readCursor` reads. */
export const CURSOR = 'json_array(page.place, page.seq) AS cursor';

/** A table or join under the alias `t`, with what holds for its rows. */
export interface Source {
  readonly from: string;
  readonly conditions: readonly Condition[];
}

/**
 * The `seq` of one page over one or several sources, ordered by a column and then `seq`. Several sources are merged, so that each
 * can be a walk along its own part of an index. With a cursor the page begins right behind it and costs the same at any depth;
 * without one the rows before it are stepped over in the index.
 */
export function pageOfSeqs(sources: readonly Source[], order: Order, page: PageInput): PagedSql {
  const place = readCursor(page.after);
  const direction = order.direction === 'asc' ? 'ASC' : 'DESC';
  const parts = sources.flatMap(({ from, conditions }) =>
    (place ? behind(place, order) : [[]]).map((more) => whole(from, order.column, [...conditions, ...more])),
  );
  return {
    sql: `${parts.map(({ sql }) => sql).join(' UNION ALL ')} ORDER BY place ${direction}, seq ${direction} LIMIT ? OFFSET ?`,
    parameters: [...parts.flatMap(({ parameters }) => parameters), page.limit, place ? 0 : page.offset],
  };
}

/**
 * The rest of the rows with the same value, and the rows beyond it: two ranges of the index. As one comparison of pairs it would
 * step over all rows with the same value, which may be most of the table.
 */
function behind({ value, seq }: Place, { column, direction }: Order): readonly (readonly Condition[])[] {
  const beyond = direction === 'asc' ? '>' : '<';
  const parameter = (sql: string, given: SqlValue): Condition => ({ sql, parameters: [given] });
  return [
    [parameter(`t.${column} = +?`, value), parameter(`t.seq ${beyond} +?`, seq)],
    [parameter(`t.${column} ${beyond} +?`, value)],
  ];
}

function whole(from: string, column: string, conditions: readonly Condition[]): PagedSql {
  return {
    sql: `SELECT t.${column} AS place, t.seq AS seq FROM ${from} WHERE ${conditions.map(({ sql }) => sql).join(' AND ')}`,
    parameters: conditions.flatMap(({ parameters }) => parameters),
  };
}
