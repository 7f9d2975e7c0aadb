// The newest few invoices and payments that hold all of some words, straight from the search index.
import type { Db } from './database.ts';
import { searchConditions, type SearchConditions } from './search-condition.ts';

export interface InvoiceHit {
  readonly id: string;
  readonly number: string | null;
  readonly customer_name: string;
  readonly total: number;
  readonly currency: string;
}

export interface PaymentHit {
  readonly id: string;
  readonly customer_name: string;
  readonly amount: number;
  readonly currency: string;
  readonly method: string;
  readonly number: string | null;
}

export function newestInvoices(db: Db, text: string, limit: number): readonly InvoiceHit[] {
  const search = searchConditions('invoice', text);
  if (!search) return [];
  return db.all<InvoiceHit>(
    `SELECT t.id, t.number, t.customer_name, t.total, t.currency FROM ${fromOf('invoice', search)}
     WHERE ${whereOf('invoice', search)} AND t.deleted = 0 ORDER BY t.seq DESC LIMIT ?`,
    parametersOf(search, limit),
  );
}

export function newestPayments(db: Db, text: string, limit: number): readonly PaymentHit[] {
  const search = searchConditions('payment', text);
  if (!search) return [];
  return db.all<PaymentHit>(
    `SELECT t.id, t.customer_name, t.amount, t.currency, t.method, i.number FROM ${fromOf('payment', search)}
       LEFT JOIN invoice i ON i.stripe_id = t.invoice_stripe_id
     WHERE ${whereOf('payment', search)} ORDER BY t.seq DESC LIMIT ?`,
    parametersOf(search, limit),
  );
}

function fromOf(kind: 'invoice' | 'payment', search: SearchConditions): string {
  return search.match === null
    ? `${kind} t`
    : `${kind}_search CROSS JOIN ${kind} t ON t.seq = ${kind}_search.rowid`;
}

/** The index is read from its newest entry on, so that a common word costs no more than a rare one. */
function whereOf(kind: 'invoice' | 'payment', search: SearchConditions): string {
  const match = search.match === null ? [] : [`${kind}_search MATCH ?`];
  return [...match, ...search.rest.map(({ sql }) => sql)].join(' AND ');
}

function parametersOf(
  search: SearchConditions,
  limit: number,
): readonly (string | number | bigint | null | Uint8Array)[] {
  const match = search.match === null ? [] : [search.match];
  return [...match, ...search.rest.flatMap(({ parameters }) => parameters), limit];
}
