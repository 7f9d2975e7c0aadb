// Counts and sums of invoices, per currency and never across.
import type { z } from 'zod';
import type { Sums as SumsSchema } from '../../shared/contract/common.ts';
import type { InvoiceFilter } from '../../shared/contract/invoices.ts';
import { INVOICE_TABS } from '../../shared/domain/invoice-tabs.ts';
import type { Db } from './database.ts';
import { filterStatuses, literals, rowSource, type Status, statusesOf } from './invoice-filter.ts';

export type Sums = z.infer<typeof SumsSchema>;

interface SumRow {
  readonly currency: string;
  readonly count: number;
  readonly total: number;
  readonly balance: number;
}

const SUMS = 'count(*) AS count, sum(t.total) AS total';
/** Stripe leaves a remaining amount also on drafts and on what was voided or written off: nobody owes it. */
const BALANCE = 'sum(t.amount_remaining) AS balance';

/** What the filter leaves. `today` is a calendar day. */
export function sumInvoices(db: Db, filter: InvoiceFilter, today: string): Sums {
  return toSums(sumRows(db, filter, today));
}

/** Given invoices; ids that are not there do not count. */
export function sumOfIds(db: Db, ids: readonly string[]): Sums {
  const rows = db.all<SumRow>(
    `SELECT t.currency, ${SUMS}, sum(iif(t.status = 'open', t.amount_remaining, 0)) AS balance FROM json_each(+?) AS chosen CROSS JOIN invoice t ON t.id = chosen.value
     WHERE t.deleted = 0 GROUP BY t.currency`,
    [JSON.stringify([...new Set(ids)])],
  );
  return toSums(rows);
}

export interface TabSums {
  readonly tab: InvoiceFilter['tab'];
  readonly sums: Sums;
}

/** All tabs, for the same search, customer and other filters. */
export function sumTabs(db: Db, filter: Omit<InvoiceFilter, 'tab'>, today: string): TabSums[] {
  const rows = sumRows(db, { ...filter, tab: 'all' }, today);
  return INVOICE_TABS.map((tab) => {
    if (tab === 'past-due' || tab === 'recurring')
      return { tab, sums: sumInvoices(db, { ...filter, tab }, today) };
    const statuses: readonly string[] = statusesOf(tab);
    return { tab, sums: toSums(rows.filter(({ status }) => statuses.includes(status))) };
  });
}

/** Adds what has the same currency, in the order of currencies. */
export function toSums(rows: readonly SumRow[]): Sums {
  const byCurrency = new Map<string, { total: number; balance: number }>();
  let count = 0;
  for (const row of rows) {
    if (row.count === 0) continue;
    const sum = byCurrency.get(row.currency) ?? { total: 0, balance: 0 };
    byCurrency.set(row.currency, { total: sum.total + row.total, balance: sum.balance + row.balance });
    count += row.count;
  }
  const currencies = [...byCurrency].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return {
    count,
    total: currencies.map(([currency, { total }]) => ({ currency, amount: total })),
    balanceDue: currencies.flatMap(([currency, { balance }]) =>
      balance === 0 ? [] : [{ currency, amount: balance }],
    ),
  };
}

/**
 * From the few rows that a part of the filter leaves, else from the index that holds every filter and every figure, in whose order they
 * are grouped, so that no row is sorted. What is owed is added up for open invoices alone: most are not.
 */
function sumRows(
  db: Db,
  filter: InvoiceFilter,
  today: string,
): readonly (SumRow & { readonly status: Status })[] {
  const facts = filter.tab === 'recurring' ? 'invoice_recurring' : 'invoice_facts';
  const { from, conditions, few } = rowSource(db, filter, today, `invoice t INDEXED BY ${facts}`);
  const all = filterStatuses(filter);
  const groups: readonly (readonly Status[])[] = [
    all.filter((status) => status !== 'open'),
    all.filter((status) => status === 'open'),
  ];
  const parts = groups
    .filter((statuses) => statuses.length > 0)
    .map((statuses) => {
      const status = `${few ? '+' : ''}t.status IN (${literals(statuses)})`;
      const balance = statuses.includes('open') ? BALANCE : '0 AS balance';
      const where = [status, ...conditions.map(({ sql }) => sql)].join(' AND ');
      return `SELECT t.status, t.currency, ${SUMS}, ${balance} FROM ${from} WHERE ${where} GROUP BY t.status, t.currency`;
    });
  const parameters = conditions.flatMap(({ parameters: own }) => own);
  return parts.flatMap((sql) => db.all<SumRow & { readonly status: Status }>(sql, parameters));
}
