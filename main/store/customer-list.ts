// The list of customers and its counts, with what each one owes per currency.
import type { z } from 'zod';
import type { CustomerRow as CustomerRowSchema } from '../../shared/contract/customers.ts';
import type { Money } from '../../shared/contract/common.ts';
import type { Db } from './database.ts';
import { CURSOR, type PageInput, pageOfSeqs, type PagedSql } from './keyset.ts';
import type { Condition } from './search-condition.ts';
import { hitSource, searchHits } from './search-hits.ts';

export type CustomerRow = z.infer<typeof CustomerRowSchema>;

export interface CustomerListInput {
  readonly filter: {
    readonly search?: string | undefined;
    readonly view: 'all' | 'open' | 'past-due' | 'archived';
  };
  readonly sort: { readonly by: keyof typeof ORDERS; readonly direction: 'asc' | 'desc' };
  readonly page: PageInput;
}

const ORDERS = {
  name: { column: 'name_sort', index: 'customer_by_name' },
  created: { column: 'created', index: 'customer_by_created' },
  /** By the figures of all currencies together: an order to look at, not a sum. */
  open: { column: 'open_rank', index: 'customer_by_open' },
  invoices: { column: 'invoice_count', index: 'customer_by_invoices' },
} as const;

interface CustomerColumns {
  readonly cursor: string;
  readonly id: string;
  readonly stripe_id: string | null;
  readonly name: string;
  readonly email: string;
  readonly country: string | null;
  readonly reference: string;
  readonly currency: string | null;
  readonly invoice_count: number;
  readonly open_rank: number;
  readonly created: number;
  readonly archived: number;
  readonly work: 'queued' | 'failed' | null;
}

/** `today` is a calendar day: it decides what is past due. */
export function listCustomers(db: Db, input: CustomerListInput, today: string): CustomerRow[] {
  const { sql, parameters } = customerListSql(db, input, today);
  const rows = db.all<CustomerColumns>(sql, parameters);
  const debtors = rows.filter((row) => row.open_rank > 0).map(({ id }) => id);
  const owed = debtors.length === 0 ? NO_DEBTORS : openBalances(db, debtors, today);
  return rows.map((row) => customerRow(row, owed.get(row.id) ?? NOTHING_OWED));
}

export function customerListSql(db: Db, { filter, sort, page }: CustomerListInput, today: string): PagedSql {
  const { column, index } = ORDERS[sort.by];
  const direction = sort.direction === 'asc' ? 'ASC' : 'DESC';
  const owes = filter.view === 'open' || filter.view === 'past-due';
  const walk = `customer t INDEXED BY ${owes && sort.by === 'name' ? 'customer_owing_by_name' : index}`;
  const found = hitSource(searchHits(db, 'customer', filter.search), walk);
  const source = {
    from: found.from,
    conditions: [...viewConditions(filter.view, today), ...found.conditions],
  };
  const seqs = pageOfSeqs([source], { column, direction: sort.direction }, page);
  return {
    sql: `SELECT ${CURSOR}, t.id, t.stripe_id, t.name, t.email, t.country, t.reference, t.currency, t.invoice_count, t.open_rank,
        t.created, t.archived, t.work
      FROM (${seqs.sql}) AS page CROSS JOIN customer t ON t.seq = page.seq ORDER BY page.place ${direction}, page.seq ${direction}`,
    parameters: seqs.parameters,
  };
}

/** Who owes is shown even when archived: money is open. */
function viewConditions(view: CustomerListInput['filter']['view'], today: string): readonly Condition[] {
  const alive: Condition = { sql: 't.deleted = 0', parameters: [] };
  switch (view) {
    case 'all':
      return [alive, { sql: 't.archived = 0', parameters: [] }];
    case 'archived':
      return [alive, { sql: 't.archived = 1', parameters: [] }];
    case 'open':
      return [alive, { sql: 't.open_rank > 0', parameters: [] }];
    case 'past-due':
      return [
        alive,
        {
          sql: `t.open_rank > 0 AND +t.id IN (SELECT customer_id FROM invoice INDEXED BY invoice_facts WHERE deleted = 0 AND status = 'open' AND due_day < +?)`,
          parameters: [today],
        },
      ];
  }
}

export interface Owed {
  readonly open: readonly Money[];
  readonly pastDue: readonly Money[];
}

const NOTHING_OWED: Owed = { open: [], pastDue: [] };
const NO_DEBTORS: ReadonlyMap<string, Owed> = new Map();

/** What customers owe per currency, by their ids; who owes nothing is not in the map. */
export function openBalances(db: Db, ids: readonly string[], today: string): ReadonlyMap<string, Owed> {
  const rows = db.all<{ customer_id: string; currency: string; open: number; late: number }>(
    `SELECT t.customer_id, t.currency, sum(t.amount_remaining) AS open,
       sum(iif(t.due_day < +?, t.amount_remaining, 0)) AS late
     FROM json_each(+?) AS chosen CROSS JOIN invoice t INDEXED BY invoice_of_customer
       ON t.deleted = 0 AND t.customer_id = chosen.value AND t.status = 'open'
     GROUP BY t.customer_id, t.currency`,
    [today, JSON.stringify(ids)],
  );
  const owed = new Map<string, Owed>();
  for (const { customer_id: id, currency, open, late } of rows) {
    const known = owed.get(id) ?? NOTHING_OWED;
    owed.set(id, {
      open: [...known.open, { amount: open, currency }],
      pastDue: late === 0 ? known.pastDue : [...known.pastDue, { amount: late, currency }],
    });
  }
  return owed;
}

export interface CustomerCounts {
  readonly all: number;
  readonly open: number;
  readonly pastDue: number;
  readonly archived: number;
}

/** How many each view would show for the same search. */
export function countCustomers(db: Db, search: string | undefined, today: string): CustomerCounts {
  const from = searchHits(db, 'customer', search)?.from ?? 'customer t INDEXED BY customer_by_open';
  const counts = db.get<Omit<CustomerCounts, 'pastDue'>>(
    `SELECT count(*) - ifnull(sum(t.archived), 0) AS "all", ifnull(sum(t.open_rank > 0), 0) AS open, ifnull(sum(t.archived), 0) AS archived
     FROM ${from} WHERE t.deleted = 0`,
  );
  const late = viewConditions('past-due', today);
  const pastDue = db.get<{ count: number }>(
    `SELECT count(*) AS count FROM ${from} WHERE ${late.map(({ sql }) => sql).join(' AND ')}`,
    late.flatMap(({ parameters }) => parameters),
  );
  return { all: 0, open: 0, archived: 0, ...counts, pastDue: pastDue?.count ?? 0 };
}

function customerRow(row: CustomerColumns, owed: Owed): CustomerRow {
  return {
    id: row.id,
    stripeId: row.stripe_id,
    name: row.name,
    email: row.email,
    country: row.country,
    reference: row.reference,
    currency: row.currency,
    invoiceCount: row.invoice_count,
    open: [...owed.open],
    pastDue: [...owed.pastDue],
    createdAt: row.created,
    archived: row.archived === 1,
    state: row.work ?? 'saved',
    cursor: row.cursor,
  };
}
