// Turns what was typed into a search box into SQL that selects `seq`. Nothing typed is ever part of the SQL or of FTS syntax.
import { searchTerms, type SearchTerm } from '../../shared/domain/search-terms.ts';
import { sortKey } from '../../shared/domain/sort-key.ts';
import type { SqlValue } from './database.ts';
import type { SearchKind } from './search.ts';

/** A piece of SQL over the alias `t` that is true or false. */
export interface Condition {
  readonly sql: string;
  readonly parameters: readonly SqlValue[];
}

export interface SearchParts {
  /** For `MATCH` on the kind's own index; null when no term is long enough. */
  readonly match: string | null;
  /** What the index of trigrams cannot say: selects of `seq`, all of which must hold it. */
  readonly rest: readonly Condition[];
}

interface PrefixColumn {
  readonly column: string;
  readonly fold: (text: string) => string;
}

const asTyped = (text: string): string => text;

/** Indexed columns that hold an id of Stripe's, and those where a term too short for trigrams is looked for. */
const COLUMNS: Readonly<
  Record<SearchKind, { readonly ids: readonly string[]; readonly short: readonly PrefixColumn[] }>
> = {
  invoice: {
    ids: ['stripe_id', 'id', 'customer_stripe_id'],
    short: [
      { column: 'number', fold: (text) => text.toUpperCase() },
      { column: 'customer_sort', fold: sortKey },
    ],
  },
  customer: { ids: ['stripe_id', 'id'], short: [{ column: 'name_sort', fold: sortKey }] },
  payment: {
    ids: ['id', 'charge_id', 'invoice_stripe_id'],
    short: [{ column: 'customer_name COLLATE NOCASE', fold: asTyped }],
  },
};

/** Null when there is nothing to search for. */
export function searchParts(kind: SearchKind, text: string | undefined): SearchParts | null {
  const terms = searchTerms(text ?? '');
  if (terms.length === 0) return null;
  const texts = terms.filter((term) => term.kind === 'text');
  return {
    match: texts.length === 0 ? null : texts.map(matchOf).join(' AND '),
    rest: terms.flatMap((term) => (term.kind === 'text' ? [] : [prefixSelect(kind, term)])),
  };
}

/** A select of the `seq` of all that is found, each once. */
export function searchSelect(kind: SearchKind, { match, rest }: SearchParts): Condition {
  const selects =
    match === null
      ? rest
      : [
          {
            sql: `SELECT rowid AS seq FROM ${kind}_search WHERE ${kind}_search MATCH ?`,
            parameters: [match],
          },
          ...rest,
        ];
  return {
    sql: selects.map(({ sql }) => sql).join(' INTERSECT '),
    parameters: selects.flatMap(({ parameters }) => parameters),
  };
}

function matchOf(term: Extract<SearchTerm, { kind: 'text' }>): string {
  return `(${term.anyOf.map((text) => `"${text.replaceAll('"', '""')}"`).join(' OR ')})`;
}

/** One range of an index for each column: an OR over several columns would be answered by reading the whole table. */
function prefixSelect(kind: SearchKind, term: Exclude<SearchTerm, { kind: 'text' }>): Condition {
  const columns: readonly PrefixColumn[] =
    term.kind === 'id' ? COLUMNS[kind].ids.map((column) => ({ column, fold: asTyped })) : COLUMNS[kind].short;
  const ranges = columns.map(
    ({ column }) => `SELECT seq FROM ${kind} WHERE ${column} >= +? AND ${column} < +?`,
  );
  return {
    sql: `SELECT seq FROM (${ranges.join(' UNION ')})`,
    parameters: columns.flatMap(({ fold }) => [fold(term.prefix), prefixEnd(fold(term.prefix))]),
  };
}

/** The first text after all that begin with the prefix: no text of a name or id holds the last code point. */
export function prefixEnd(prefix: string): string {
  return `${prefix}\u{10FFFF}`;
}
