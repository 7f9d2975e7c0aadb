// What crediting an invoice is judged by: what of it was credited and given back, and by which payments it was paid.
import type { Db } from './database.ts';

export interface CreditedInvoice {
  readonly stripe_id: string | null;
  readonly number: string | null;
  readonly status: 'draft' | 'open' | 'paid' | 'uncollectible' | 'void';
  readonly customer_name: string;
  readonly customer_email: string;
  readonly currency: string;
  readonly total: number;
  readonly amount_remaining: number;
  readonly processing: number;
  readonly credited: number;
  /** What Stripe said of the invoice; null while it has not. */
  readonly json: string | null;
}

/** `id` is ours. What is on its way to Stripe counts as credited; what was refused does not. */
export function creditedInvoice(db: Db, id: string): CreditedInvoice | undefined {
  return db.get<CreditedInvoice>(
    `SELECT i.stripe_id, i.number, i.status, i.customer_name, i.customer_email, i.currency, i.total, i.amount_remaining, i.processing, o.json,
       (SELECT ifnull(sum(amount), 0) FROM credit_note
          WHERE invoice_stripe_id = i.stripe_id AND status NOT IN ('void', 'failed')) AS credited
     FROM invoice i LEFT JOIN stripe_object o ON o.id = i.stripe_id WHERE i.id = ? AND i.deleted = 0`,
    [id],
  );
}

export interface LoneRefund {
  readonly id: string;
  readonly stripe_id: string | null;
  readonly day: string;
  readonly status: string;
  /** Minor units of it that no credit note stands for. */
  readonly amount: number;
}

/** The minor units of a refund `r` that no issued credit note stands for. */
export const UNCREDITED = `r.amount - (SELECT ifnull(sum(c.amount), 0) FROM credited_refund c
  JOIN credit_note n ON n.stripe_id = c.credit_note_stripe_id
  WHERE c.refund_stripe_id = r.stripe_id AND n.status <> 'void')`;

/** One that comes with a credit note of its own is not alone while that is on its way: both rows have the operation's id. */
export const ALONE = `NOT EXISTS (SELECT 1 FROM credit_note q WHERE q.id = r.id AND q.status <> 'failed')`;

/** Refunds of the invoice's payments that gave or give money back and have no credit note. */
export function loneRefunds(db: Db, invoiceStripeId: string): readonly LoneRefund[] {
  return db
    .all<LoneRefund>(
      `SELECT r.id, r.stripe_id, r.day, r.status, ${UNCREDITED} AS amount FROM refund r
       WHERE r.payment_id IN (SELECT payment_id FROM invoice_payment WHERE invoice_stripe_id = ?)
         AND r.status NOT IN ('failed', 'canceled') AND ${ALONE}
       ORDER BY r.created, r.seq`,
      [invoiceStripeId],
    )
    .filter(({ amount }) => amount > 0);
}

/** What Stripe said of the issued credit notes of an invoice, oldest first. */
export function creditNoteTexts(db: Db, invoiceStripeId: string): readonly string[] {
  return db
    .all<{ json: string }>(
      `SELECT o.json FROM credit_note n JOIN stripe_object o ON o.id = n.stripe_id
       WHERE n.invoice_stripe_id = ? AND n.status <> 'void' ORDER BY n.created, n.seq`,
      [invoiceStripeId],
    )
    .map(({ json }) => json);
}

export interface NewCreditNote {
  /** The operation's id. */
  readonly id: string;
  /** The mark that the note carries in Stripe's metadata: how its row is found again. */
  readonly operationMark: string;
  readonly invoiceStripeId: string;
  readonly reason: string | null;
  readonly memo: string;
  readonly currency: string;
  readonly amount: number;
  readonly prePayment: number;
  readonly postPayment: number;
  readonly refunded: number;
  readonly toBalance: number;
  readonly outside: number;
  readonly created: number;
  readonly day: string;
}

export function insertCreditNote(db: Db, note: NewCreditNote): void {
  db.run(
    `INSERT INTO credit_note (id, operation_id, invoice_stripe_id, status, reason, memo, currency, amount, pre_payment, post_payment,
       refunded, to_balance, outside, created, day)
     VALUES (?, ?, ?, 'queued', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      note.id,
      note.operationMark,
      note.invoiceStripeId,
      note.reason,
      note.memo,
      note.currency,
      note.amount,
      note.prePayment,
      note.postPayment,
      note.refunded,
      note.toBalance,
      note.outside,
      note.created,
      note.day,
    ],
  );
}
