// The list of credit notes with their invoices, its counts, and one row of it.
import type { CreditNoteRow } from '../../shared/contract/corrections.ts';
import type { Db } from './database.ts';
import { CURSOR, type PageInput, pageOfSeqs, type PagedSql } from './keyset.ts';
import { type Condition, prefixEnd } from './search-condition.ts';
import { searchHits } from './search-hits.ts';
import { type StatusCount, statusCounts } from './status-counts.ts';

export interface CreditNoteListInput {
  readonly search?: string | undefined;
  readonly status?: string | undefined;
  readonly direction: 'asc' | 'desc';
  readonly page: PageInput;
}

export interface CreditNoteColumns {
  readonly id: string;
  readonly day: string;
  readonly number: string | null;
  readonly invoice_id: string | null;
  readonly invoice_number: string | null;
  readonly customer_name: string | null;
  readonly status: string;
  readonly lacking: number;
  readonly reason: string | null;
  readonly currency: string;
  readonly amount: number;
  readonly pre_payment: number;
  readonly refunded: number;
  readonly to_balance: number;
  readonly outside: number;
}

/** What refunds of a credit note `t` were to give back and did not. */
export const LACKING = `(SELECT ifnull(sum(c.amount), 0) FROM credited_refund c JOIN refund r ON r.stripe_id = c.refund_stripe_id
  WHERE c.credit_note_stripe_id = t.stripe_id AND r.status IN ('failed', 'canceled'))`;

/** To be selected from `credit_note t LEFT JOIN invoice i ON i.stripe_id = t.invoice_stripe_id`. */
export const CREDIT_NOTE_COLUMNS = `t.id, t.day, t.number, i.id AS invoice_id, i.number AS invoice_number, i.customer_name, t.status,
  ${LACKING} AS lacking, t.reason, t.currency, t.amount, t.pre_payment, t.refunded, t.to_balance, t.outside`;

export function listCreditNotes(db: Db, input: CreditNoteListInput): CreditNoteRow[] {
  const { sql, parameters } = creditNoteListSql(db, input);
  return db
    .all<CreditNoteColumns & { readonly cursor: string }>(sql, parameters)
    .map((row) => ({ ...creditNoteRow(row), cursor: row.cursor }));
}

export function creditNoteListSql(
  db: Db,
  { search, status, direction, page }: CreditNoteListInput,
): PagedSql {
  const statusCondition: readonly Condition[] =
    status === undefined ? [] : [{ sql: 't.status = +?', parameters: [status] }];
  const index = status === undefined ? 'credit_note_by_created' : 'credit_note_by_status';
  const source = {
    from: `credit_note t INDEXED BY ${index}`,
    conditions: [...statusCondition, searched(db, search)],
  };
  const seqs = pageOfSeqs([source], { column: 'created', direction }, page);
  const order = direction === 'asc' ? 'ASC' : 'DESC';
  return {
    sql: `SELECT ${CURSOR}, ${CREDIT_NOTE_COLUMNS}
      FROM (${seqs.sql}) AS page CROSS JOIN credit_note t ON t.seq = page.seq
        LEFT JOIN invoice i ON i.stripe_id = t.invoice_stripe_id
      ORDER BY page.place ${order}, page.seq ${order}`,
    parameters: seqs.parameters,
  };
}

export function countCreditNotes(db: Db, search: string | undefined): StatusCount[] {
  return statusCounts(db, 'credit_note t', searched(db, search));
}

/** A credit note is found by what its invoice is found by, and by its own number or id. */
function searched(db: Db, text: string | undefined): Condition {
  const hits = searchHits(db, 'invoice', text);
  if (!hits || text === undefined) return { sql: 'true', parameters: [] };
  const typed = text.trim();
  const number = typed.toUpperCase();
  return {
    sql: `(t.invoice_stripe_id IN (SELECT t.stripe_id FROM ${hits.from})
      OR (t.number >= +? AND t.number < +?) OR (t.stripe_id >= +? AND t.stripe_id < +?))`,
    parameters: [number, prefixEnd(number), typed, prefixEnd(typed)],
  };
}

export function creditNoteRow(row: CreditNoteColumns): Omit<CreditNoteRow, 'cursor'> {
  return {
    id: row.id,
    date: row.day,
    number: row.number,
    invoiceId: row.invoice_id,
    invoiceNumber: row.invoice_number,
    customerName: row.customer_name ?? '',
    status: statusOf(row),
    reason: row.reason,
    currency: row.currency,
    amount: row.amount,
    offInvoice: row.pre_payment,
    refunded: row.refunded,
    toBalance: row.to_balance,
    outside: row.outside,
  };
}

const KNOWN: readonly string[] = [
  'queued',
  'needs-review',
  'failed',
  'void',
] satisfies CreditNoteRow['status'][];

function isKnown(status: string): status is CreditNoteRow['status'] {
  return KNOWN.includes(status);
}

/** A status that Stripe invents later is still of a note that was issued. */
function statusOf({ status, lacking }: CreditNoteColumns): CreditNoteRow['status'] {
  if (isKnown(status)) return status;
  return lacking > 0 ? 'refund-failed' : 'issued';
}
