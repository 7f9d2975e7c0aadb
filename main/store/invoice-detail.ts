// What the page of one invoice shows beside its figures: payments, refunds, disputes, events and work under way.
import type { OperationState } from '../../shared/contract/activity.ts';
import type { InvoiceRow } from '../../shared/contract/invoices.ts';
import type { Db } from './database.ts';
import type { DisputeFacts, RefundFacts } from './payment-detail.ts';
import { INVOICE_ROW, invoiceRow, invoiceRowParameters, type SelectedInvoiceRow } from './invoice-row.ts';

/** The row of the list of one invoice; undefined for an id that is not there or was deleted. */
export function invoiceRowById(db: Db, id: string, today: string): Omit<InvoiceRow, 'cursor'> | undefined {
  const row = db.get<Omit<SelectedInvoiceRow, 'cursor'>>(
    `SELECT ${INVOICE_ROW} FROM invoice t WHERE t.id = ? AND t.deleted = 0`,
    [...invoiceRowParameters(today), id],
  );
  return row && invoiceRow(row);
}

export interface InvoiceFacts {
  readonly stripe_id: string | null;
  readonly number: string | null;
  readonly status: 'draft' | 'open' | 'paid' | 'uncollectible' | 'void';
  readonly currency: string;
  readonly total: number;
  readonly amount_paid: number;
  readonly amount_paid_off_stripe: number;
  readonly amount_refunded: number;
  readonly amount_remaining: number;
  readonly amount_overpaid: number;
  readonly processing: number;
  readonly customer_email: string;
  readonly internal_note: string;
  readonly created: number;
  readonly finalized_at: number | null;
  readonly sent_at: number | null;
  readonly paid_at: number | null;
  readonly voided_at: number | null;
  readonly uncollectible_at: number | null;
  readonly has_hosted_page: number;
  readonly has_pdf: number;
  /** By Stripe's sign: negative is a credit that was used. */
  readonly balance_applied: number;
  readonly paid_by: string | null;
  readonly paid_reference: string | null;
}

export function invoiceFacts(db: Db, id: string): InvoiceFacts | undefined {
  return db.get<InvoiceFacts>(
    `SELECT t.stripe_id, t.number, t.status, t.currency, t.total, t.amount_paid, t.amount_paid_off_stripe, t.amount_refunded,
       t.amount_remaining, t.amount_overpaid, t.processing, t.customer_email, t.internal_note, t.created, t.finalized_at, t.sent_at, t.paid_at,
       o.json ->> '$.status_transitions.voided_at' AS voided_at,
       o.json ->> '$.status_transitions.marked_uncollectible_at' AS uncollectible_at,
       ifnull(o.json ->> '$.hosted_invoice_url', '') <> '' AS has_hosted_page,
       ifnull(o.json ->> '$.invoice_pdf', '') <> '' AS has_pdf,
       ifnull((o.json ->> '$.starting_balance') - (o.json ->> '$.ending_balance'), 0) AS balance_applied,
       o.json ->> '$.metadata.quittance_paid_by' AS paid_by,
       o.json ->> '$.metadata.quittance_paid_reference' AS paid_reference
     FROM invoice t LEFT JOIN stripe_object o ON o.id = t.stripe_id WHERE t.id = +? AND t.deleted = 0`,
    [id],
  );
}

export interface InvoicePaymentFacts {
  readonly id: string;
  readonly day: string;
  readonly created: number;
  /** Minor units of the invoice's currency that went to this invoice. */
  readonly amount: number;
  readonly method: string;
  readonly method_type: string;
  readonly status: string;
  readonly standing: string;
  readonly failure_code: string | null;
  readonly decline_code: string | null;
  readonly next_action: string | null;
  readonly fee: number | null;
  readonly net: number | null;
  readonly settled_in: string | null;
}

/** Oldest first. Attempts that never began are left out: Stripe makes one for every open invoice. */
export function paymentsOfInvoice(db: Db, stripeId: string): readonly InvoicePaymentFacts[] {
  return db.all<InvoicePaymentFacts>(
    `SELECT t.id, t.day, t.created, ifnull(l.amount_paid, t.amount) AS amount, t.method, t.method_type, t.status, t.standing, t.failure_code,
       t.decline_code, t.next_action, b.fee, b.net, b.currency AS settled_in
     FROM invoice_payment l JOIN payment t ON t.id = l.payment_id
       LEFT JOIN balance_transaction b ON b.id = t.balance_transaction_id
     WHERE l.invoice_stripe_id = +? AND t.status <> 'canceled'
       AND NOT (t.status = 'requires_payment_method' AND t.failure_code IS NULL)
     ORDER BY t.created, t.seq`,
    [stripeId],
  );
}

/** Oldest first, those that are still on their way to Stripe included. */
export function refundsOfInvoice(db: Db, stripeId: string): readonly RefundFacts[] {
  return db.all<RefundFacts>(
    `SELECT t.id, t.stripe_id, t.day, t.created, t.amount, t.status, t.reason, t.failure_reason
     FROM refund t WHERE t.payment_id IN (SELECT payment_id FROM invoice_payment WHERE invoice_stripe_id = ?)
     ORDER BY t.created, t.seq`,
    [stripeId],
  );
}

export function disputesOfInvoice(db: Db, stripeId: string): readonly DisputeFacts[] {
  return db.all<DisputeFacts>(
    `SELECT t.id, t.status, t.amount, t.currency, t.reason, t.created, t.day FROM dispute t
     WHERE t.payment_id IN (SELECT payment_id FROM invoice_payment WHERE invoice_stripe_id = ?) ORDER BY t.created`,
    [stripeId],
  );
}

export interface InvoiceEventFacts {
  readonly id: string;
  readonly created: number;
  readonly type: 'invoice.sent' | 'invoice.payment_failed';
  readonly failure: string | null;
}

/** The events that leave no other trace: each sending, each payment that failed. Oldest first. */
export function eventsOfInvoice(db: Db, stripeId: string): readonly InvoiceEventFacts[] {
  return db.all<InvoiceEventFacts>(
    `SELECT id, created, type, summary ->> '$.failure' AS failure FROM event
     WHERE invoice_stripe_id = ? AND type IN ('invoice.sent', 'invoice.payment_failed') ORDER BY created, id`,
    [stripeId],
  );
}

export interface InvoiceWorkFacts {
  readonly id: string;
  readonly title: string;
  readonly state: OperationState;
  readonly explanation: string;
  readonly created_at: number;
}

/** Unfinished work on any of the subjects (the invoice, its payments), newest first. */
export function workOn(db: Db, subjectIds: readonly string[]): readonly InvoiceWorkFacts[] {
  return db.all<InvoiceWorkFacts>(
    `SELECT o.id, o.title, o.state, o.explanation, o.created_at
     FROM json_each(+?) AS subject CROSS JOIN operation o ON o.subject_id = subject.value
     WHERE o.state NOT IN ('done', 'canceled') ORDER BY o.seq DESC`,
    [JSON.stringify(subjectIds)],
  );
}
