// The facts of a customer's account: what was invoiced, paid, paid back and given up.
import type { Db } from './database.ts';

export interface StatementInvoice {
  readonly id: string;
  readonly stripe_id: string | null;
  readonly number: string | null;
  readonly status: 'open' | 'paid' | 'uncollectible' | 'void';
  readonly currency: string;
  readonly total: number;
  readonly amount_paid: number;
  readonly amount_remaining: number;
  readonly issue_day: string;
  readonly paid_day: string | null;
  readonly voided_at: number | null;
  readonly uncollectible_at: number | null;
}

/** All that has been issued, oldest first. */
export function statementInvoices(db: Db, customerId: string): readonly StatementInvoice[] {
  return db.all<StatementInvoice>(
    `SELECT t.id, t.stripe_id, t.number, t.status, t.currency, t.total, t.amount_paid, t.amount_remaining, t.issue_day, t.paid_day,
       iif(t.status = 'void', o.json ->> '$.status_transitions.voided_at', NULL) AS voided_at,
       iif(t.status = 'uncollectible', o.json ->> '$.status_transitions.marked_uncollectible_at', NULL) AS uncollectible_at
     FROM invoice t INDEXED BY invoice_of_customer LEFT JOIN stripe_object o ON o.id = t.stripe_id
     WHERE t.deleted = 0 AND t.customer_id = +? AND t.status IN ('open', 'paid', 'uncollectible', 'void')
     ORDER BY t.issue_day, t.seq`,
    [customerId],
  );
}

export interface StatementPayment {
  readonly invoice_id: string;
  readonly day: string;
  readonly amount: number;
  readonly method: string;
}

/** What was paid on the customer's invoices through Stripe, oldest first. */
export function statementPayments(db: Db, customerId: string): readonly StatementPayment[] {
  return db.all<StatementPayment>(
    `SELECT t.id AS invoice_id, p.day, l.amount_paid AS amount, p.method
     FROM invoice t INDEXED BY invoice_of_customer JOIN invoice_payment l ON l.invoice_stripe_id = t.stripe_id
       JOIN payment p ON p.id = l.payment_id
     WHERE t.deleted = 0 AND t.customer_id = +? AND l.status = 'paid' AND l.amount_paid > 0 ORDER BY p.created, p.seq`,
    [customerId],
  );
}

export interface StatementRefund {
  readonly invoice_id: string;
  readonly number: string | null;
  readonly currency: string;
  readonly day: string;
  readonly amount: number;
  /** What credit notes that are in force say of it. */
  readonly credited: number;
}

export function statementRefunds(db: Db, customerId: string): readonly StatementRefund[] {
  return db.all<StatementRefund>(
    `SELECT t.id AS invoice_id, t.number, r.currency, r.day, r.amount,
       (SELECT ifnull(sum(c.amount), 0) FROM credited_refund c JOIN credit_note n ON n.stripe_id = c.credit_note_stripe_id
         WHERE c.refund_stripe_id = r.stripe_id AND n.status = 'issued') AS credited
     FROM invoice t INDEXED BY invoice_of_customer JOIN invoice_payment l ON l.invoice_stripe_id = t.stripe_id
       JOIN refund r ON r.payment_id = l.payment_id
     WHERE t.deleted = 0 AND t.customer_id = +? AND r.status = 'succeeded' GROUP BY r.id ORDER BY r.created, r.seq`,
    [customerId],
  );
}

export interface StatementNote {
  readonly invoice_id: string;
  readonly number: string;
  readonly currency: string;
  readonly day: string;
  readonly amount: number;
  /** Taken off what was owed; the rest was given back: by refunds, to the customer's balance, and outside Stripe. */
  readonly pre_payment: number;
  readonly to_balance: number;
  readonly outside: number;
}

/** Credit notes that are in force, oldest first. */
export function statementNotes(db: Db, customerId: string): readonly StatementNote[] {
  return db.all<StatementNote>(
    `SELECT t.id AS invoice_id, n.number, n.currency, n.day, n.amount, n.pre_payment, n.to_balance, n.outside
     FROM invoice t INDEXED BY invoice_of_customer JOIN credit_note n ON n.invoice_stripe_id = t.stripe_id
     WHERE t.deleted = 0 AND t.customer_id = +? AND n.stripe_id IS NOT NULL AND n.status = 'issued' ORDER BY n.created, n.seq`,
    [customerId],
  );
}
