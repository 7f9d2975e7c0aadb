// What the page of one credit note shows beside its row.
import { CREDIT_NOTE_COLUMNS, type CreditNoteColumns } from './credit-note-list.ts';
import type { Db } from './database.ts';

export interface CreditNoteFacts extends CreditNoteColumns {
  readonly stripe_id: string | null;
  readonly memo: string;
  readonly created: number;
  readonly post_payment: number;
  readonly invoice_stripe_id: string;
  readonly invoice_status: string | null;
  readonly customer_id: string | null;
  /** What Stripe said; null until it has. */
  readonly json: string | null;
}

export function creditNoteFacts(db: Db, id: string): CreditNoteFacts | undefined {
  return db.get<CreditNoteFacts>(
    `SELECT ${CREDIT_NOTE_COLUMNS}, t.stripe_id, t.memo, t.created, t.post_payment, t.invoice_stripe_id, i.status AS invoice_status,
       i.customer_id, o.json
     FROM credit_note t LEFT JOIN invoice i ON i.stripe_id = t.invoice_stripe_id LEFT JOIN stripe_object o ON o.id = t.stripe_id
     WHERE t.id = ?`,
    [id],
  );
}

export interface NoteRefundFacts {
  readonly id: string;
  readonly stripe_id: string | null;
  readonly payment_id: string | null;
  readonly amount: number;
  readonly status: string;
  readonly failure_reason: string | null;
  readonly created: number;
}

/** The refunds that a credit note stands for, the one that waits to be made with it included; oldest first. */
export function refundsOfNote(db: Db, id: string, stripeId: string | null): readonly NoteRefundFacts[] {
  return db.all<NoteRefundFacts>(
    `SELECT r.id, r.stripe_id, r.payment_id, ifnull(c.amount, r.amount) AS amount, r.status, r.failure_reason, r.created
     FROM refund r LEFT JOIN credited_refund c ON c.refund_stripe_id = r.stripe_id AND c.credit_note_stripe_id = +?
     WHERE r.stripe_id IN (SELECT refund_stripe_id FROM credited_refund WHERE credit_note_stripe_id = +?) OR r.id = +?
     ORDER BY r.created, r.seq`,
    [stripeId, stripeId, id],
  );
}

export interface InvoiceNoteFacts extends CreditNoteColumns {
  readonly stripe_id: string | null;
  readonly created: number;
}

/** Oldest first. */
export function creditNotesOfInvoice(db: Db, stripeId: string): readonly InvoiceNoteFacts[] {
  return db.all<InvoiceNoteFacts>(
    `SELECT ${CREDIT_NOTE_COLUMNS}, t.stripe_id, t.created
     FROM credit_note t LEFT JOIN invoice i ON i.stripe_id = t.invoice_stripe_id
     WHERE t.invoice_stripe_id = ? ORDER BY t.created, t.seq`,
    [stripeId],
  );
}
