// Turns what was typed into a search box into SQL over one kind of thing. Nothing typed is ever part of the SQL or of FTS syntax.
import { searchTerms, type SearchTerm } from '../../shared/domain/search-terms.ts';
import { sortKey } from '../../shared/domain/sort-key.ts';
import type { SqlValue } from './database.ts';
import type { SearchKind } from './search.ts';

export interface Condition {
  readonly sql: string;
  readonly parameters: readonly SqlValue[];
}

export interface SearchConditions {
  /** For `MATCH` on the kind's own index; null when no term is long enough. */
  readonly match: string | null;
  /** What the index of trigrams cannot say, on the alias `t`. */
  readonly rest: readonly Condition[];
}

/** Columns that hold an id of Stripe's, and the ordered columns for short terms. */
const COLUMNS: Readonly<
  Record<SearchKind | 'refund', { readonly ids: readonly string[]; readonly short: readonly ShortColumn[] }>
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
    short: [{ column: 'customer_name COLLATE NOCASE', fold: (text) => text }],
  },
  // The rest of a refund is found through its payment.
  refund: { ids: ['id', 'stripe_id', 'charge_id'], short: [] },
};

interface ShortColumn {
  readonly column: string;
  readonly fold: (text: string) => string;
}

/** Null when there is nothing to search for. */
export function searchConditions(
  kind: SearchKind | 'refund',
  text: string | undefined,
): SearchConditions | null {
  const terms = searchTerms(text ?? '');
  if (terms.length === 0) return null;
  const texts = terms.filter((term) => term.kind === 'text');
  return {
    match: texts.length === 0 ? null : texts.map(matchOf).join(' AND '),
    rest: terms.flatMap((term) => (term.kind === 'text' ? [] : [prefixCondition(kind, term)])),
  };
}

function matchOf(term: Extract<SearchTerm, { kind: 'text' }>): string {
  return `(${term.anyOf.map((text) => `"${text.replaceAll('"', '""')}"`).join(' OR ')})`;
}

function prefixCondition(
  kind: SearchKind | 'refund',
  term: Exclude<SearchTerm, { kind: 'text' }>,
): Condition {
  const columns =
    term.kind === 'id'
      ? COLUMNS[kind].ids.map((column) => ({ column, prefix: term.prefix }))
      : COLUMNS[kind].short.map(({ column, fold }) => ({ column, prefix: fold(term.prefix) }));
  if (columns.length === 0) return { sql: 'false', parameters: [] };
  return {
    sql: `(${columns.map(({ column }) => `(t.${column} >= +? AND t.${column} < +?)`).join(' OR ')})`,
    parameters: columns.flatMap(({ prefix }) => [prefix, prefixEnd(prefix)]),
  };
}

/** The first text after all that begin with the prefix: no text of a name or id holds the last code point. */
function prefixEnd(prefix: string): string {
  return `${prefix}\u{10FFFF}`;
}
