// The list of disputes with their payments, invoices and what Stripe holds for them, and its counts.
import type { DisputeRow } from '../../shared/contract/disputes.ts';
import { DISPUTE_STANDINGS, type DisputeStanding } from '../../shared/domain/disputes.ts';
import type { Db } from './database.ts';
import { CURSOR, type PageInput, pageOfSeqs, type PagedSql } from './keyset.ts';
import { type Condition, prefixEnd } from './search-condition.ts';
import { searchHits } from './search-hits.ts';
import { type StatusCount, statusCounts } from './status-counts.ts';

export interface DisputeListInput {
  readonly search?: string | undefined;
  readonly status?: string | undefined;
  readonly direction: 'asc' | 'desc';
  readonly page: PageInput;
}

export interface DisputeColumns {
  readonly id: string;
  readonly day: string;
  readonly invoice_id: string | null;
  readonly invoice_number: string | null;
  readonly customer_id: string | null;
  readonly customer_name: string | null;
  readonly standing: string;
  readonly status: string;
  readonly reason: string;
  readonly currency: string;
  readonly amount: number;
  readonly withheld: number | null;
  readonly fee: number | null;
  readonly settled_in: string | null;
  readonly due_by: number | null;
}

const MOVES = 'FROM balance_transaction b INDEXED BY balance_transaction_by_source WHERE b.source = t.id';

/** To be selected from `dispute t` joined with DISPUTE_JOINS. An account settles in one currency per charge. */
export const DISPUTE_COLUMNS = `t.id, t.day, i.id AS invoice_id, i.number AS invoice_number, c.id AS customer_id, p.customer_name,
  t.standing, t.status, t.reason, t.currency, t.amount, t.due_by, (SELECT -sum(b.amount) ${MOVES} AND b.type <> 'stripe_fee') AS withheld,
  (SELECT sum(iif(b.type = 'stripe_fee', b.fee - b.amount, b.fee)) ${MOVES}) AS fee, (SELECT min(b.currency) ${MOVES}) AS settled_in`;

export const DISPUTE_JOINS = `
  LEFT JOIN payment p ON p.id = t.payment_id
  LEFT JOIN invoice i ON i.stripe_id = p.invoice_stripe_id
  LEFT JOIN customer c ON c.stripe_id = p.customer_stripe_id`;

export function listDisputes(
  db: Db,
  input: DisputeListInput,
  daysLeft: (dueBy: number | null) => number | null,
): DisputeRow[] {
  const { sql, parameters } = disputeListSql(db, input);
  return db
    .all<DisputeColumns & { readonly cursor: string }>(sql, parameters)
    .map((row) => ({ ...disputeRow(row), daysLeft: daysLeft(row.due_by), cursor: row.cursor }));
}

export function disputeListSql(db: Db, { search, status, direction, page }: DisputeListInput): PagedSql {
  const wanted: readonly Condition[] =
    status === undefined ? [] : [{ sql: 't.standing = +?', parameters: [status] }];
  const index = status === undefined ? 'dispute_by_created' : 'dispute_by_standing';
  const source = { from: `dispute t INDEXED BY ${index}`, conditions: [...wanted, searched(db, search)] };
  const seqs = pageOfSeqs([source], { column: 'created', direction }, page);
  const order = direction === 'asc' ? 'ASC' : 'DESC';
  return {
    sql: `SELECT ${CURSOR}, ${DISPUTE_COLUMNS}
      FROM (${seqs.sql}) AS page CROSS JOIN dispute t ON t.seq = page.seq ${DISPUTE_JOINS}
      ORDER BY page.place ${order}, page.seq ${order}`,
    parameters: seqs.parameters,
  };
}

export function countDisputes(db: Db, search: string | undefined): StatusCount[] {
  return statusCounts(db, 'dispute t', searched(db, search), 'standing');
}

/** A dispute is found by what its payment is found by, and by its own id. */
function searched(db: Db, text: string | undefined): Condition {
  const hits = searchHits(db, 'payment', text);
  if (!hits || text === undefined) return { sql: 'true', parameters: [] };
  const id = text.trim();
  return {
    sql: `(t.payment_id IN (SELECT t.id FROM ${hits.from}) OR (t.id >= +? AND t.id < +?))`,
    parameters: [id, prefixEnd(id)],
  };
}

export function disputeRow(row: DisputeColumns): Omit<DisputeRow, 'cursor' | 'daysLeft'> {
  const settled = (amount: number | null): DisputeRow['withheld'] =>
    amount === null || row.settled_in === null ? null : { amount, currency: row.settled_in };
  return {
    id: row.id,
    date: row.day,
    invoiceId: row.invoice_id,
    invoiceNumber: row.invoice_number,
    customerId: row.customer_id,
    customerName: row.customer_name ?? '',
    standing: standingOf(row.standing),
    status: row.status,
    reason: row.reason,
    currency: row.currency,
    amount: row.amount,
    withheld: settled(row.withheld),
    fee: settled(row.fee),
    dueBy: row.due_by,
  };
}

/** The column is worked out by the database, from a closed set. */
function standingOf(text: string): DisputeStanding {
  return DISPUTE_STANDINGS.find((standing) => standing === text) ?? 'under-review';
}
