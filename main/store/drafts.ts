// Drafts: an invoice row that is still ours to change, and what the editor holds of it.
import { DraftContent } from '../../shared/contract/drafts.ts';
import type { Totals } from '../../shared/contract/drafts.ts';
import { addDays } from '../../shared/domain/dates.ts';
import { sortKey } from '../../shared/domain/sort-key.ts';
import type { Db } from './database.ts';
import { indexInvoice } from './search.ts';

export interface StoredDraft {
  readonly id: string;
  readonly content: DraftContent;
  readonly revision: number;
  readonly updatedAt: number;
  readonly stripeId: string | null;
  readonly status: 'draft' | 'open' | 'paid' | 'uncollectible' | 'void';
  readonly work: 'queued' | 'sending' | 'failed' | 'review' | null;
}

interface DraftRow {
  readonly id: string;
  readonly content: string;
  readonly revision: number;
  readonly updated_at: number;
  readonly stripe_id: string | null;
  readonly status: StoredDraft['status'];
  readonly work: StoredDraft['work'];
}

export function draftById(db: Db, id: string): StoredDraft | undefined {
  const row = db.get<DraftRow>(
    `SELECT invoice.id, draft.content, draft.revision, draft.updated_at, invoice.stripe_id, invoice.status, invoice.work
     FROM draft JOIN invoice ON invoice.id = draft.invoice_id WHERE invoice.id = ? AND invoice.deleted = 0`,
    [id],
  );
  return (
    row && {
      id: row.id,
      content: DraftContent.parse(JSON.parse(row.content)),
      revision: row.revision,
      updatedAt: row.updated_at,
      stripeId: row.stripe_id,
      status: row.status,
      work: row.work,
    }
  );
}

/** What the list shows of a draft, derived from its content at each save. */
export interface DraftSummary {
  readonly customer: { readonly name: string; readonly email: string } | null;
  readonly totals: Totals;
  /** Calendar day of today. */
  readonly day: string;
}

/** Makes the invoice row of a new draft. `at` is unix seconds. */
export function insertDraft(
  db: Db,
  id: string,
  content: DraftContent,
  summary: DraftSummary,
  at: number,
): void {
  db.run(
    `INSERT INTO invoice (id, status, currency, issue_day, created, number_sort, customer_sort) VALUES (?, 'draft', ?, ?, ?, '', '')`,
    [id, content.currency, summary.day, at],
  );
  db.run('INSERT INTO draft (invoice_id, content, revision, updated_at) VALUES (?, ?, 1, ?)', [
    id,
    JSON.stringify(content),
    at,
  ]);
  summarize(db, id, content, summary);
}

/** Replaces the content; `revision` rises by one. Makes the draft row of an invoice that so far was a draft only at Stripe. */
export function updateDraft(
  db: Db,
  id: string,
  content: DraftContent,
  summary: DraftSummary,
  at: number,
): void {
  db.run(
    `INSERT INTO draft (invoice_id, content, revision, updated_at) VALUES (?, ?, 1, ?)
     ON CONFLICT (invoice_id) DO UPDATE SET content = excluded.content, revision = revision + 1, updated_at = excluded.updated_at`,
    [id, JSON.stringify(content), at],
  );
  summarize(db, id, content, summary);
}

/** Removes a draft that Stripe never saw. */
export function deleteLocalDraft(db: Db, id: string): void {
  const row = db.get<{ seq: number }>('SELECT seq FROM invoice WHERE id = ?', [id]);
  if (row) db.run('DELETE FROM invoice_search WHERE rowid = ?', [row.seq]);
  db.run('DELETE FROM invoice WHERE id = ? AND stripe_id IS NULL', [id]);
}

/** Forgets our content of a draft that Stripe has. */
export function deleteDraftContent(db: Db, id: string): void {
  db.run('DELETE FROM draft WHERE invoice_id = ?', [id]);
}

function summarize(db: Db, id: string, content: DraftContent, { customer, totals, day }: DraftSummary): void {
  const due = content.terms.kind === 'date' ? content.terms.date : addDays(day, content.terms.days);
  const tax = totals.taxes.reduce((sum, part) => sum + part.amount, 0);
  db.run(
    `UPDATE invoice SET customer_id = ?, customer_name = ?, customer_sort = ?, customer_email = ?, currency = ?, subtotal = ?, discount = ?, tax = ?, total = ?,
       amount_due = ?, amount_remaining = ?, due_day = ?, issue_day = ?, po_number = ?, memo = ?, internal_note = ? WHERE id = ?`,
    [
      content.customerId,
      customer?.name ?? '',
      sortKey(customer?.name ?? ''),
      customer?.email ?? '',
      content.currency,
      totals.subtotal,
      totals.discount,
      tax,
      totals.total,
      totals.total,
      totals.total,
      due,
      day,
      content.poNumber,
      content.memo,
      content.internalNote,
      id,
    ],
  );
  const row = db.get<{ seq: number }>('SELECT seq FROM invoice WHERE id = ?', [id]);
  if (row) indexInvoice(db, row.seq);
}
