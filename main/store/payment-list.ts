// The list of payments with their invoices and fees, and its counts.
import type { z } from 'zod';
import { type PaymentRow as PaymentRowSchema, PaymentStatus } from '../../shared/contract/payments.ts';
import type { Db } from './database.ts';
import { CURSOR, type PageInput, pageOfSeqs, type PagedSql, type Source } from './keyset.ts';
import type { Condition } from './search-condition.ts';
import { hitSource, searchHits } from './search-hits.ts';
import { type StatusCount, statusCounts } from './status-counts.ts';

export type PaymentRow = z.infer<typeof PaymentRowSchema>;

export interface StatusListInput {
  readonly search?: string | undefined;
  readonly status?: string | undefined;
  readonly direction: 'asc' | 'desc';
  readonly page: PageInput;
}

interface PaymentColumns {
  readonly cursor: string;
  readonly id: string;
  readonly day: string;
  readonly invoice_id: string | null;
  readonly invoice_number: string | null;
  readonly customer_id: string | null;
  readonly customer_name: string;
  readonly method: string;
  readonly status: string;
  readonly currency: string;
  readonly amount: number;
  readonly amount_refunded: number;
  readonly fee: number | null;
  readonly net: number | null;
  readonly settled_in: string | null;
}

export function listPayments(db: Db, input: StatusListInput): PaymentRow[] {
  const { sql, parameters } = paymentListSql(db, input);
  return db.all<PaymentColumns>(sql, parameters).map(paymentRow);
}

export function paymentListSql(db: Db, { search, status, direction, page }: StatusListInput): PagedSql {
  const index = status === undefined ? 'payment_by_created' : 'payment_by_status';
  const found = hitSource(searchHits(db, 'payment', search), `payment t INDEXED BY ${index}`);
  const wanted: Condition = status === undefined ? ALL : { sql: 't.status = +?', parameters: [status] };
  const source: Source = { from: found.from, conditions: [wanted, ...found.conditions] };
  const seqs = pageOfSeqs([source], { column: 'created', direction }, page);
  const order = direction === 'asc' ? 'ASC' : 'DESC';
  return {
    sql: `SELECT ${CURSOR}, t.id, t.day, i.id AS invoice_id, i.number AS invoice_number, c.id AS customer_id, t.customer_name,
        t.method, t.status, t.currency, t.amount, t.amount_refunded, b.fee, b.net, b.currency AS settled_in
      FROM (${seqs.sql}) AS page CROSS JOIN payment t ON t.seq = page.seq
        LEFT JOIN invoice i ON i.stripe_id = t.invoice_stripe_id
        LEFT JOIN customer c ON c.stripe_id = t.customer_stripe_id
        LEFT JOIN balance_transaction b ON b.id = t.balance_transaction_id
      ORDER BY page.place ${order}, page.seq ${order}`,
    parameters: seqs.parameters,
  };
}

const ALL: Condition = { sql: 'true', parameters: [] };

export function countPayments(db: Db, search: string | undefined): StatusCount[] {
  return statusCounts(
    db,
    searchHits(db, 'payment', search)?.from ?? 'payment t INDEXED BY payment_sums',
    ALL,
  );
}

function paymentRow(row: PaymentColumns): PaymentRow {
  const settled = (amount: number | null): PaymentRow['fee'] =>
    amount === null || row.settled_in === null ? null : { amount, currency: row.settled_in };
  return {
    id: row.id,
    date: row.day,
    invoiceId: row.invoice_id,
    invoiceNumber: row.invoice_number,
    customerId: row.customer_id,
    customerName: row.customer_name,
    method: row.method,
    status: paymentStatus(row.status),
    currency: row.currency,
    amount: row.amount,
    refunded: row.amount_refunded,
    fee: settled(row.fee),
    net: settled(row.net),
    cursor: row.cursor,
  };
}

/** A status that Stripe invents later counts as under way: neither paid nor failed. */
export function paymentStatus(text: string): PaymentRow['status'] {
  const known = PaymentStatus.safeParse(text);
  return known.success ? known.data : 'processing';
}
