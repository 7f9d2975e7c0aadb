// Counts and sums of invoices, per currency and never across.
import type { z } from 'zod';
import type { Sums as SumsSchema } from '../../shared/contract/common.ts';
import type { InvoiceFilter } from '../../shared/contract/invoices.ts';
import { INVOICE_TABS } from '../../shared/domain/invoice-tabs.ts';
import type { Db } from './database.ts';
import { rowSource, statusesOf, statusList } from './invoice-filter.ts';

export type Sums = z.infer<typeof SumsSchema>;

interface SumRow {
  readonly currency: string;
  readonly count: number;
  readonly total: number;
  readonly balance: number;
}

/** Stripe leaves a remaining amount also on drafts and on what was voided or written off: nobody owes it. */
const SUMS =
  "count(*) AS count, sum(t.total) AS total, sum(iif(t.status = 'open', t.amount_remaining, 0)) AS balance";

/** What the filter leaves. `today` is a calendar day. */
export function sumInvoices(db: Db, filter: InvoiceFilter, today: string): Sums {
  const { from, where, parameters } = sumSource(db, filter, today);
  return toSums(
    db.all<SumRow>(
      `SELECT t.currency, ${SUMS} FROM ${from} WHERE ${where} GROUP BY t.status, t.currency`,
      parameters,
    ),
  );
}

/** Given invoices; ids that are not there do not count. */
export function sumOfIds(db: Db, ids: readonly string[]): Sums {
  const rows = db.all<SumRow>(
    `SELECT t.currency, ${SUMS} FROM json_each(+?) AS chosen CROSS JOIN invoice t ON t.id = chosen.value
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
  const { from, where, parameters } = sumSource(db, { ...filter, tab: 'all' }, today);
  // Grouped in the order of the index, so that no row is sorted.
  const rows = db.all<SumRow & { readonly status: string }>(
    `SELECT t.status, t.currency, ${SUMS} FROM ${from} WHERE ${where} GROUP BY t.status, t.currency`,
    parameters,
  );
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

/** The few rows that a part of the filter leaves, else the index that holds every filter and every figure. */
function sumSource(db: Db, filter: InvoiceFilter, today: string) {
  const facts = filter.tab === 'recurring' ? 'invoice_recurring' : 'invoice_facts';
  const { from, conditions, few } = rowSource(db, filter, today, `invoice t INDEXED BY ${facts}`);
  const status = `${few ? '+' : ''}t.status IN (${statusList(filter)})`;
  return {
    from,
    where: [status, ...conditions.map(({ sql }) => sql)].join(' AND '),
    parameters: conditions.flatMap(({ parameters }) => parameters),
  };
}
