// The filters of the list of invoices as SQL, and which index leads to the rows they leave.
import type { InvoiceFilter } from '../../shared/contract/invoices.ts';
import type { Db, SqlValue } from './database.ts';
import { type Condition, searchConditions } from './search-condition.ts';

export type Status = 'draft' | 'open' | 'paid' | 'uncollectible' | 'void';

const ALL: readonly Status[] = ['draft', 'open', 'paid', 'uncollectible', 'void'];

/** The statuses that a tab can show. */
export function statusesOf(tab: InvoiceFilter['tab']): readonly Status[] {
  switch (tab) {
    case 'all':
      return ALL;
    case 'past-due':
      return ['open'];
    case 'draft':
    case 'open':
    case 'paid':
      return [tab];
  }
}

/** The same as a list of SQL literals: a closed set, never from outside. */
export function statusList(tab: InvoiceFilter['tab']): string {
  return statusesOf(tab)
    .map((status) => `'${status}'`)
    .join(', ');
}

const DATE_COLUMN = { issue: 'issue_day', due: 'due_day', paid: 'paid_day' } as const;

/** All that a filter says but its statuses and the words searched for. `today` is a calendar day. */
export function filterConditions(filter: InvoiceFilter, today: string): readonly Condition[] {
  const day = DATE_COLUMN[filter.dateField];
  return [
    { sql: 't.deleted = 0', parameters: [] },
    ...when(filter.tab === 'past-due' ? today : undefined, 't.due_day < +?'),
    ...when(filter.customerId, 't.customer_id = +?'),
    ...when(filter.currency, 't.currency = +?'),
    ...when(filter.from, `t.${day} >= +?`),
    ...when(filter.to, `t.${day} <= +?`),
    ...when(filter.minAmount, 't.total >= +?'),
    ...when(filter.maxAmount, 't.total <= +?'),
    ...(filter.badge === undefined ? [] : [badgeCondition(filter.badge, today)]),
  ];
}

function when(value: SqlValue | undefined, sql: string): readonly Condition[] {
  return value === undefined ? [] : [{ sql, parameters: [value] }];
}

function badgeCondition(badge: NonNullable<InvoiceFilter['badge']>, today: string): Condition {
  if (badge === 'past-due') {
    return { sql: "t.standing IN ('open', 'partially-paid') AND t.due_day < +?", parameters: [today] };
  }
  return badge === 'open' || badge === 'partially-paid'
    ? { sql: 't.standing = +? AND ifnull(t.due_day >= +?, 1)', parameters: [badge, today] }
    : { sql: 't.standing = +?', parameters: [badge] };
}

/** The few rows that a filter leaves, when one of its parts leaves few; null when there is no such part. */
export interface FewRows {
  readonly from: string;
  readonly conditions: readonly Condition[];
  /** The words searched for are part of `conditions` already. */
  readonly searched: boolean;
}

/** More rows than this are better found by walking along the order of the list. */
const FEW = 1000;

/** Looks for a part of the filter that an index answers with few rows. Each look counts no further than it must. */
export function fewRows(db: Db, filter: InvoiceFilter, today: string): FewRows | null {
  for (const path of accessPaths(filter, today)) {
    if (path.certain || countUpTo(db, path) <= FEW) return path;
  }
  return null;
}

/** What the search box leaves, as conditions on `t` that hold wherever the rows come from. */
export function searchOn(text: string | undefined): readonly Condition[] {
  const search = searchConditions('invoice', text);
  if (!search) return [];
  const match: readonly Condition[] =
    search.match === null
      ? []
      : [
          {
            sql: '+t.seq IN (SELECT rowid FROM invoice_search WHERE invoice_search MATCH ?)',
            parameters: [search.match],
          },
        ];
  return [...match, ...search.rest];
}

interface AccessPath extends FewRows {
  /** Taken without counting. */
  readonly certain: boolean;
}

function accessPaths(filter: InvoiceFilter, today: string): readonly AccessPath[] {
  const paths: AccessPath[] = [];
  const add = (index: string, conditions: readonly Condition[], certain = false): void => {
    paths.push({
      from: `invoice t INDEXED BY ${index}`,
      conditions: [ALIVE, ...conditions],
      certain,
      searched: false,
    });
  };
  const search = searchConditions('invoice', filter.search);
  if (search && search.match === null)
    paths.push({ from: 'invoice t', conditions: search.rest, certain: false, searched: true });
  if (search?.match != null) paths.push(matchPath(search.match, search.rest));
  if (filter.customerId !== undefined)
    add('invoice_of_customer', when(filter.customerId, 't.customer_id = +?'), true);
  const from = when(filter.from, `t.${DATE_COLUMN[filter.dateField]} >= +?`);
  const range = [...from, ...when(filter.to, `t.${DATE_COLUMN[filter.dateField]} <= +?`)];
  if (range.length > 0 && filter.dateField === 'paid') add('invoice_by_paid', range);
  if (filter.badge !== undefined) add('invoice_by_standing', [badgeCondition(filter.badge, today)]);
  return paths;
}

const ALIVE: Condition = { sql: 't.deleted = 0', parameters: [] };

function matchPath(match: string, rest: readonly Condition[]): AccessPath {
  return {
    from: 'invoice_search CROSS JOIN invoice t ON t.seq = invoice_search.rowid',
    conditions: [{ sql: 'invoice_search MATCH ?', parameters: [match] }, ...rest],
    certain: false,
    searched: true,
  };
}

function countUpTo(db: Db, { from, conditions }: AccessPath): number {
  const where = conditions.map(({ sql }) => sql).join(' AND ');
  const row = db.get<{ count: number }>(
    `SELECT count(*) AS count FROM (SELECT 1 FROM ${from} WHERE ${where} LIMIT ${FEW + 1})`,
    [...conditions.flatMap(({ parameters }) => parameters)],
  );
  return row?.count ?? 0;
}
