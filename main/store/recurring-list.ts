// The list of recurring invoices, and how many there are in each tab.
import type { Every } from '../../shared/contract/catalogue.ts';
import type { RecurringRow, RecurringTab, Standing } from '../../shared/contract/recurring.ts';
import { dayOf } from '../../shared/domain/dates.ts';
import { foldedTerms } from '../../shared/domain/sort-key.ts';
import { when } from './access-path.ts';
import type { Db } from './database.ts';
import { CURSOR, type PagedSql, type PageInput, pageOfSeqs } from './keyset.ts';
import type { Condition } from './search-condition.ts';

export interface RecurringFilter {
  readonly search?: string | undefined;
  readonly customerId?: string | undefined;
}

export interface RecurringListInput {
  readonly filter: RecurringFilter & { readonly tab: RecurringTab };
  readonly sort: { readonly by: keyof typeof ORDERS; readonly direction: 'asc' | 'desc' };
  readonly page: PageInput;
}

const ORDERS = {
  next: { column: 'next_sort', index: 'subscription_by_next' },
  customer: { column: 'customer_sort', index: 'subscription_by_customer' },
  amount: { column: 'amount', index: 'subscription_by_amount' },
  created: { column: 'created', index: 'subscription_by_created' },
} as const;

/** Every standing is in exactly one tab: what is on its way or asks for somebody is among the active ones. */
const TAB_OF: Readonly<Record<Standing, Exclude<RecurringTab, 'all'>>> = {
  active: 'active',
  incomplete: 'active',
  queued: 'active',
  failed: 'active',
  'needs-review': 'active',
  paused: 'paused',
  'past-due': 'past-due',
  ending: 'ending',
  ended: 'ended',
};

const TABS: readonly RecurringTab[] = ['all', 'active', 'paused', 'past-due', 'ending', 'ended'];

interface ListColumns {
  readonly id: string;
  readonly stripe_id: string | null;
  readonly customer_id: string | null;
  readonly customer_name: string;
  readonly title: string;
  readonly currency: string;
  readonly amount: number;
  readonly interval: Every['interval'];
  readonly interval_count: number;
  readonly collection: string;
  readonly standing: Standing;
  readonly next_at: number | null;
  readonly cancel_at: number | null;
  readonly ended_at: number | null;
  readonly created: number;
  readonly cursor: string;
}

export function listRecurring(db: Db, input: RecurringListInput, timeZone: string): RecurringRow[] {
  const { sql, parameters } = recurringListSql(input);
  return db
    .all<ListColumns>(sql, parameters)
    .map(({ cursor, ...row }) => ({ ...recurringRow(row, timeZone), cursor }));
}

export function recurringListSql({ filter, sort, page }: RecurringListInput): PagedSql {
  const { column, index } = ORDERS[sort.by];
  const tab: readonly Condition[] = filter.tab === 'all' ? [] : [tabCondition(filter.tab)];
  const source = {
    from: `subscription t INDEXED BY ${index}`,
    conditions: [EVERYTHING, ...tab, ...conditionsOf(filter)],
  };
  const seqs = pageOfSeqs([source], { column, direction: sort.direction }, page);
  const direction = sort.direction === 'asc' ? 'ASC' : 'DESC';
  return {
    sql: `SELECT ${CURSOR}, t.*, t.standing FROM (${seqs.sql}) AS page CROSS JOIN subscription t ON t.seq = page.seq
      ORDER BY page.place ${direction}, page.seq ${direction}`,
    parameters: seqs.parameters,
  };
}

const EVERYTHING: Condition = { sql: 'true', parameters: [] };

function tabCondition(tab: RecurringTab): Condition {
  const standings = Object.entries(TAB_OF).flatMap(([standing, of]) => (of === tab ? [standing] : []));
  return {
    sql: 't.standing IN (SELECT value FROM json_each(+?))',
    parameters: [JSON.stringify(standings)],
  };
}

function conditionsOf({ search, customerId }: RecurringFilter): readonly Condition[] {
  const terms = foldedTerms(search).map((term): Condition => ({
    sql: 'instr(t.words, +?) > 0',
    parameters: [term],
  }));
  return [...terms, ...when(customerId, 't.customer_id = +?')];
}

export function countRecurring(db: Db, filter: RecurringFilter): { tab: RecurringTab; count: number }[] {
  const conditions = [EVERYTHING, ...conditionsOf(filter)];
  const counted = db.all<{ standing: Standing; count: number }>(
    `SELECT t.standing, count(*) AS count FROM subscription t
     WHERE ${conditions.map(({ sql }) => sql).join(' AND ')} GROUP BY t.standing`,
    conditions.flatMap(({ parameters }) => parameters),
  );
  return TABS.map((tab) => ({
    tab,
    count: counted.reduce(
      (sum, { standing, count }) => (tab === 'all' || TAB_OF[standing] === tab ? sum + count : sum),
      0,
    ),
  }));
}

export function recurringRow(
  row: Omit<ListColumns, 'cursor'>,
  timeZone: string,
): Omit<RecurringRow, 'cursor'> {
  const endsAt = row.ended_at ?? row.cancel_at;
  return {
    id: row.id,
    stripeId: row.stripe_id,
    customerId: row.customer_id,
    customerName: row.customer_name,
    title: row.title,
    currency: row.currency,
    amount: row.amount,
    every: { interval: row.interval, count: row.interval_count },
    collects: row.collection === 'charge_automatically' ? 'charge' : 'send',
    standing: row.standing,
    nextDay: row.next_at === null ? null : dayOf(row.next_at, timeZone),
    endDay: endsAt === null ? null : dayOf(endsAt, timeZone),
    createdAt: row.created,
  };
}
