// The filters of the list of invoices as SQL, and which index leads to the rows they leave.
import type { InvoiceBadge, InvoiceFilter } from '../../shared/contract/invoices.ts';
import { type AccessPath, fewRows, pathOf, when } from './access-path.ts';
import type { Db } from './database.ts';
import type { Condition } from './search-condition.ts';
import { searchHits } from './search-hits.ts';

export type Status = 'draft' | 'open' | 'paid' | 'uncollectible' | 'void';

const ALL: readonly Status[] = ['draft', 'open', 'paid', 'uncollectible', 'void'];

/** The statuses that a tab can show. */
export function statusesOf(tab: InvoiceFilter['tab']): readonly Status[] {
  if (tab === 'all' || tab === 'recurring') return ALL;
  return tab === 'past-due' ? ['open'] : [tab];
}

/** A badge that only one status can have; the others may stand on any. */
const STATUS_OF_BADGE: Partial<Readonly<Record<InvoiceBadge, Status>>> = {
  draft: 'draft',
  open: 'open',
  'past-due': 'open',
  'partially-paid': 'open',
  paid: 'paid',
  uncollectible: 'uncollectible',
  void: 'void',
};

/** The statuses that a filter can leave. */
export function filterStatuses({ tab, badge }: Pick<InvoiceFilter, 'tab' | 'badge'>): readonly Status[] {
  const only = badge === undefined ? undefined : STATUS_OF_BADGE[badge];
  return only === undefined ? statusesOf(tab) : statusesOf(tab).filter((status) => status === only);
}

/** The same as a list of SQL literals. */
export function statusList(filter: Pick<InvoiceFilter, 'tab' | 'badge'>): string {
  return literals(filterStatuses(filter));
}

/** A closed set, never from outside. */
export function literals(statuses: readonly Status[]): string {
  return statuses.map((status) => `'${status}'`).join(', ');
}

const DATE_COLUMN = { issue: 'issue_day', due: 'due_day', paid: 'paid_day' } as const;

/** All that a filter says but its statuses and the words searched for. `today` is a calendar day. */
function filterConditions(filter: InvoiceFilter, today: string): readonly Condition[] {
  return [
    ALIVE,
    ...when(filter.tab === 'past-due' ? today : undefined, 't.due_day < +?'),
    ...(filter.tab === 'recurring' ? [RECURRING] : []),
    ...when(filter.customerId, 't.customer_id = +?'),
    ...when(filter.currency, 't.currency = +?'),
    ...dayConditions(filter),
    ...amountConditions(filter),
    ...(filter.badge === undefined ? [] : [badgeCondition(filter.badge, today)]),
  ];
}

function dayConditions({ dateField, from, to }: InvoiceFilter): readonly Condition[] {
  const column = DATE_COLUMN[dateField];
  return [...when(from, `t.${column} >= +?`), ...when(to, `t.${column} <= +?`)];
}

function amountConditions(filter: InvoiceFilter): readonly Condition[] {
  return [...when(filter.minAmount, 't.total >= +?'), ...when(filter.maxAmount, 't.total <= +?')];
}

function badgeCondition(badge: InvoiceBadge, today: string): Condition {
  if (badge === 'past-due') {
    return { sql: "t.standing IN ('open', 'partially-paid') AND t.due_day < +?", parameters: [today] };
  }
  return badge === 'open' || badge === 'partially-paid'
    ? { sql: 't.standing = +? AND ifnull(t.due_day >= +?, 1)', parameters: [badge, today] }
    : { sql: 't.standing = +?', parameters: [badge] };
}

/** Where the rows of a filter are read from, and what else must hold for them. */
export interface RowSource {
  readonly from: string;
  readonly conditions: readonly Condition[];
  /** Few enough to be read and sorted; else they are met on a walk along the order of the list. */
  readonly few: boolean;
}

/**
 * Looks for the part of the filter that an index answers with few rows; each look counts no further than it must. `otherwise` is
 * what to read when no part does.
 */
export function rowSource(db: Db, filter: InvoiceFilter, today: string, otherwise: string): RowSource {
  const hits = searchHits(db, 'invoice', filter.search);
  const own = filterConditions(filter, today);
  if (hits?.few === true) return { from: hits.from, conditions: own, few: true };
  const rest = hits ? [...own, hits.condition] : own;
  const path = fewRows(db, accessPaths(filter, today));
  return path
    ? { from: path.from, conditions: [...path.conditions, ...rest], few: true }
    : { from: otherwise, conditions: rest, few: false };
}

/** The index of each order of days, and whether it begins with the status. */
const DAY_INDEX = {
  issue: { index: 'invoice_by_issue', column: 'issue_day', byStatus: true },
  due: { index: 'invoice_by_due', column: 'due_sort', byStatus: true },
  paid: { index: 'invoice_by_paid', column: 'paid_day', byStatus: false },
} as const;

function accessPaths(filter: InvoiceFilter, today: string): readonly AccessPath[] {
  const { tab, from, to, dateField, customerId, badge } = filter;
  const status: Condition = { sql: `t.status IN (${statusList(filter)})`, parameters: [] };
  const days = DAY_INDEX[dateField];
  const range = [...when(from, `t.${days.column} >= +?`), ...when(to, `t.${days.column} <= +?`)];
  const amounts = amountConditions(filter);
  return [
    pathOf('invoice', 'invoice_of_customer', when(customerId, 't.customer_id = +?'), [ALIVE]),
    pathOf('invoice', days.index, range, days.byStatus ? [ALIVE, status] : [ALIVE]),
    pathOf('invoice', 'invoice_by_total', amounts, [ALIVE, status]),
    pathOf('invoice', 'invoice_by_standing', badge === undefined ? [] : [badgeCondition(badge, today)], [
      ALIVE,
    ]),
    pathOf('invoice', 'invoice_recurring', tab === 'recurring' ? [RECURRING] : [], [ALIVE, status]),
  ].filter((path) => path !== null);
}

const ALIVE: Condition = { sql: 't.deleted = 0', parameters: [] };

/** Word for word as in the partial index `invoice_recurring`. */
const RECURRING: Condition = { sql: 't.subscription_stripe_id IS NOT NULL', parameters: [] };
