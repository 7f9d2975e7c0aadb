// The list of invoices: one page in any order with any filter, and its counts and sums.
import type { InvoiceFilter, InvoiceRow } from '../../shared/contract/invoices.ts';
import type { Db } from './database.ts';
import { filterStatuses, rowSource, statusList } from './invoice-filter.ts';
import { INVOICE_ROW, invoiceRow, invoiceRowParameters, type SelectedInvoiceRow } from './invoice-row.ts';
import { CURSOR, type Order, type PageInput, type PagedSql, pageOfSeqs, type Source } from './keyset.ts';

export interface InvoiceListInput {
  readonly filter: InvoiceFilter;
  readonly sort: { readonly by: keyof typeof ORDERS; readonly direction: 'asc' | 'desc' };
  readonly page: PageInput;
}

const ORDERS = {
  number: { column: 'number_sort', index: 'invoice_by_number' },
  customer: { column: 'customer_sort', index: 'invoice_by_customer' },
  issue: { column: 'issue_day', index: 'invoice_by_issue' },
  due: { column: 'due_sort', index: 'invoice_by_due' },
  total: { column: 'total', index: 'invoice_by_total' },
  balance: { column: 'amount_remaining', index: 'invoice_by_balance' },
} as const;

/** `today` is a calendar day: it decides what is past due. */
export function listInvoices(db: Db, input: InvoiceListInput, today: string): InvoiceRow[] {
  const { sql, parameters } = listSql(db, input, today);
  return db.all<SelectedInvoiceRow>(sql, parameters).map(invoiceRow);
}

/** The statement of a page: found rows first, then their columns, so that rows stepped over are never read. */
export function listSql(db: Db, { filter, sort, page }: InvoiceListInput, today: string): PagedSql {
  const { column, index } = ORDERS[sort.by];
  const order: Order = { column, direction: sort.direction };
  const seqs = pageOfSeqs(sourcesOf(db, filter, index, today), order, page);
  const direction = sort.direction === 'asc' ? 'ASC' : 'DESC';
  return {
    sql: `SELECT ${INVOICE_ROW}, ${CURSOR} FROM (${seqs.sql}) AS page CROSS JOIN invoice t ON t.seq = page.seq
      ORDER BY page.place ${direction}, page.seq ${direction}`,
    parameters: [...invoiceRowParameters(today), ...seqs.parameters],
  };
}

/** Either the few rows that the filter leaves, to be sorted, or a walk along the order in each status, merged. */
function sourcesOf(db: Db, filter: InvoiceFilter, index: string, today: string): readonly Source[] {
  const { from, conditions, few } = rowSource(db, filter, today, `invoice t INDEXED BY ${index}`);
  if (few)
    return [
      { from, conditions: [...conditions, { sql: `+t.status IN (${statusList(filter)})`, parameters: [] }] },
    ];
  return filterStatuses(filter).map((status) => ({
    from,
    conditions: [{ sql: `t.status = '${status}'`, parameters: [] }, ...conditions],
  }));
}
