// The newest few invoices and payments that hold all of some words, straight from the search index.
import type { Db, SqlParameters } from './database.ts';
import { searchParts } from './search-condition.ts';

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
  const { from, where, order, parameters } = newest('invoice', text, limit);
  return db.all<InvoiceHit>(
    `SELECT t.id, t.number, t.customer_name, t.total, t.currency FROM ${from}
     WHERE ${where} AND t.deleted = 0 ORDER BY ${order} DESC LIMIT +?`,
    parameters,
  );
}

export function newestPayments(db: Db, text: string, limit: number): readonly PaymentHit[] {
  const { from, where, order, parameters } = newest('payment', text, limit);
  return db.all<PaymentHit>(
    `SELECT t.id, t.customer_name, t.amount, t.currency, t.method, i.number
     FROM ${from} LEFT JOIN invoice i ON i.stripe_id = t.invoice_stripe_id WHERE ${where} ORDER BY ${order} DESC LIMIT +?`,
    parameters,
  );
}

interface Newest {
  readonly from: string;
  readonly where: string;
  readonly order: string;
  readonly parameters: SqlParameters;
}

/** The index is read from its newest entry on, so that a common word costs no more than a rare one. */
function newest(kind: 'invoice' | 'payment', text: string, limit: number): Newest {
  const parts = searchParts(kind, text);
  if (!parts) return { from: `${kind} t`, where: 'false', order: 't.seq', parameters: [limit] };
  const others = parts.rest.map(({ sql }) => `t.seq IN (${sql})`);
  const values = parts.rest.flatMap(({ parameters }) => parameters);
  if (parts.match === null) {
    return { from: `${kind} t`, where: others.join(' AND '), order: 't.seq', parameters: [...values, limit] };
  }
  return {
    from: `${kind}_search CROSS JOIN ${kind} t ON t.seq = ${kind}_search.rowid`,
    where: [`${kind}_search MATCH ?`, ...others].join(' AND '),
    order: `${kind}_search.rowid`,
    parameters: [parts.match, ...values, limit],
  };
}
