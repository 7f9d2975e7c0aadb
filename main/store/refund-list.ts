// The list of refunds with their payments and invoices, and its counts.
import type { z } from 'zod';
import { type RefundRow as RefundRowSchema, RefundStatus } from '../../shared/contract/payments.ts';
import type { Db } from './database.ts';
import { CURSOR, type PageInput, pageOfSeqs, type PagedSql } from './keyset.ts';
import { type Condition, prefixEnd } from './search-condition.ts';
import { searchHits } from './search-hits.ts';
import { type StatusCount, statusCounts } from './status-counts.ts';

export type RefundRow = z.infer<typeof RefundRowSchema>;

export interface RefundListInput {
  readonly search?: string | undefined;
  readonly status?: string | undefined;
  readonly direction: 'asc' | 'desc';
  readonly page: PageInput;
}

interface RefundColumns {
  readonly cursor: string;
  readonly id: string;
  readonly day: string;
  readonly invoice_id: string | null;
  readonly invoice_number: string | null;
  readonly customer_name: string | null;
  readonly currency: string;
  readonly amount: number;
  readonly status: string;
  readonly reason: string | null;
  readonly failure_reason: string | null;
}

export function listRefunds(db: Db, input: RefundListInput): RefundRow[] {
  const { sql, parameters } = refundListSql(db, input);
  return db.all<RefundColumns>(sql, parameters).map(refundRow);
}

export function refundListSql(db: Db, { search, status, direction, page }: RefundListInput): PagedSql {
  const statusCondition: readonly Condition[] =
    status === undefined ? [] : [{ sql: 't.status = +?', parameters: [status] }];
  const index = status === undefined ? 'refund_by_created' : 'refund_by_status';
  const source = {
    from: `refund t INDEXED BY ${index}`,
    conditions: [...statusCondition, searched(db, search)],
  };
  const seqs = pageOfSeqs([source], { column: 'created', direction }, page);
  const order = direction === 'asc' ? 'ASC' : 'DESC';
  return {
    sql: `SELECT ${CURSOR}, t.id, t.day, i.id AS invoice_id, i.number AS invoice_number, p.customer_name, t.currency, t.amount,
        t.status, t.reason, t.failure_reason
      FROM (${seqs.sql}) AS page CROSS JOIN refund t ON t.seq = page.seq
        LEFT JOIN payment p ON p.id = t.payment_id
        LEFT JOIN invoice i ON i.stripe_id = p.invoice_stripe_id
      ORDER BY page.place ${order}, page.seq ${order}`,
    parameters: seqs.parameters,
  };
}

export function countRefunds(db: Db, search: string | undefined): StatusCount[] {
  return statusCounts(db, 'refund t', searched(db, search));
}

/** A refund is found by what its payment is found by, and by its own id. */
function searched(db: Db, text: string | undefined): Condition {
  const hits = searchHits(db, 'payment', text);
  if (!hits || text === undefined) return { sql: 'true', parameters: [] };
  const id = text.trim();
  return {
    sql: `(t.payment_id IN (SELECT t.id FROM ${hits.from}) OR (t.id >= +? AND t.id < +?))`,
    parameters: [id, prefixEnd(id)],
  };
}

function refundRow(row: RefundColumns): RefundRow {
  return {
    id: row.id,
    date: row.day,
    invoiceId: row.invoice_id,
    invoiceNumber: row.invoice_number,
    customerName: row.customer_name ?? '',
    currency: row.currency,
    amount: row.amount,
    status: refundStatus(row.status),
    reason: row.reason,
    failureReason: row.failure_reason,
    cursor: row.cursor,
  };
}

/** A status that Stripe invents later counts as under way. */
export function refundStatus(text: string): RefundRow['status'] {
  const known = RefundStatus.safeParse(text);
  return known.success ? known.data : 'pending';
}
