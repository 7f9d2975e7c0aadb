// Counts and sums of invoices, per currency and never across.
import type { z } from 'zod';
import type { Sums as SumsSchema } from '../../shared/contract/common.ts';
import type { InvoiceFilter } from '../../shared/contract/invoices.ts';
import type { Db, SqlValue } from './database.ts';
import { fewRows, filterConditions, searchOn, statusList, statusesOf } from './invoice-filter.ts';
import type { Condition } from './search-condition.ts';

export type Sums = z.infer<typeof SumsSchema>;

interface SumRow {
  readonly currency: string;
  readonly count: number;
  readonly total: number;
  readonly balance: number;
}

const SELECT_SUMS =
  'SELECT t.currency, count(*) AS count, sum(t.total) AS total, sum(t.amount_remaining) AS balance';

/** What the filter leaves. `today` is a calendar day. */
export function sumInvoices(db: Db, filter: InvoiceFilter, today: string): Sums {
  const { from, conditions } = sumSource(db, filter, today);
  return toSums(sumRows(db, from, conditions));
}

/** Given invoices; ids that are not there do not count. */
export function sumOfIds(db: Db, ids: readonly string[]): Sums {
  const rows = db.all<SumRow>(
    `${SELECT_SUMS} FROM json_each(?) AS chosen CROSS JOIN invoice t ON t.id = chosen.value
     WHERE t.deleted = 0 GROUP BY t.currency ORDER BY t.currency`,
    [JSON.stringify([...new Set(ids)])],
  );
  return toSums(rows);
}

/** All tabs in one pass, for the same search, customer and other filters. */
export function sumTabs(
  db: Db,
  filter: Omit<InvoiceFilter, 'tab'>,
  today: string,
): readonly { readonly tab: InvoiceFilter['tab']; readonly sums: Sums }[] {
  const { from, conditions } = sumSource(db, { ...filter, tab: 'all' }, today);
  const rows = db.all<SumRow & { readonly status: string; readonly late: number }>(
    `SELECT t.status, ifnull(t.due_day < ?, 0) AS late, t.currency, count(*) AS count, sum(t.total) AS total,
       sum(t.amount_remaining) AS balance
     FROM ${from} WHERE ${whereOf(conditions)} GROUP BY t.status, t.currency, late ORDER BY t.currency`,
    [today, ...parametersOf(conditions)],
  );
  const tabs = ['all', 'draft', 'open', 'past-due', 'paid'] as const;
  return tabs.map((tab) => {
    const statuses: readonly string[] = statusesOf(tab);
    return {
      tab,
      sums: toSums(
        rows.filter((row) => statuses.includes(row.status) && (tab !== 'past-due' || row.late === 1)),
      ),
    };
  });
}

/** Adds what has the same currency; zero sums are not named. */
export function toSums(rows: readonly SumRow[]): Sums {
  const byCurrency = new Map<string, { total: number; balance: number }>();
  let count = 0;
  for (const row of rows) {
    const sum = byCurrency.get(row.currency) ?? { total: 0, balance: 0 };
    byCurrency.set(row.currency, { total: sum.total + row.total, balance: sum.balance + row.balance });
    count += row.count;
  }
  const currencies = [...byCurrency].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return {
    count,
    total: currencies.map(([currency, { total }]) => ({ currency, amount: total })),
    balanceDue: currencies
      .filter(([, { balance }]) => balance !== 0)
      .map(([currency, { balance }]) => ({ currency, amount: balance })),
  };
}

function sumRows(db: Db, from: string, conditions: readonly Condition[]): readonly SumRow[] {
  return db.all<SumRow>(`${SELECT_SUMS} FROM ${from} WHERE ${whereOf(conditions)} GROUP BY t.currency`, [
    ...parametersOf(conditions),
  ]);
}

/** The few rows that a part of the filter leaves, else the index that holds every filter and every figure. */
function sumSource(
  db: Db,
  filter: InvoiceFilter,
  today: string,
): { readonly from: string; readonly conditions: readonly Condition[] } {
  const few = fewRows(db, filter, today);
  const statuses: Condition = {
    sql: `${few ? '+' : ''}t.status IN (${statusList(filter.tab)})`,
    parameters: [],
  };
  const own = [...filterConditions(filter, today), statuses];
  if (few)
    return {
      from: few.from,
      conditions: [...few.conditions, ...own, ...(few.searched ? [] : searchOn(filter.search))],
    };
  return { from: 'invoice t INDEXED BY invoice_facts', conditions: [...own, ...searchOn(filter.search)] };
}

function whereOf(conditions: readonly Condition[]): string {
  return conditions.map(({ sql }) => sql).join(' AND ');
}

function parametersOf(conditions: readonly Condition[]): readonly SqlValue[] {
  return conditions.flatMap(({ parameters }) => parameters);
}
