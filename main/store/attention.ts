// What needs a person: work that failed or must be decided, disputes, refunds and payments that did not go through.
import type { Db } from './database.ts';

export interface AttentionRow {
  readonly kind: 'failed-operation' | 'review-operation' | 'dispute' | 'failed-refund' | 'failed-payment';
  readonly invoice_id: string | null;
  readonly dispute_id: string | null;
  readonly operation_id: string | null;
  /** An operation's title, a dispute's or refund's reason, or a payment's failure code. */
  readonly detail: string | null;
  readonly customer_name: string | null;
  readonly number: string | null;
  readonly amount: number | null;
  readonly currency: string | null;
  /** Unix seconds until which a dispute can be answered. */
  readonly due_by: number | null;
}

/** Newest first within each kind, at most `limit` of each. Unix seconds: failed refunds from before `since` are history. */
export function needsAttention(db: Db, now: number, since: number, limit: number): readonly AttentionRow[] {
  return [
    ...db.all<AttentionRow>(OPERATIONS, [limit]),
    ...db.all<AttentionRow>(DISPUTES, [now, limit]),
    ...db.all<AttentionRow>(REFUNDS, [since, limit]),
    ...db.all<AttentionRow>(PAYMENTS, [limit]),
  ];
}

const OPERATIONS = `
  SELECT iif(state = 'failed', 'failed-operation', 'review-operation') AS kind,
    iif(subject_kind = 'invoice', subject_id, NULL) AS invoice_id, iif(subject_kind = 'dispute', subject_id, NULL) AS dispute_id, id AS operation_id, title AS detail, NULL AS customer_name,
    NULL AS number, amount, currency, NULL AS due_by
  FROM operation WHERE state IN ('needs-review', 'failed') ORDER BY state DESC, seq DESC LIMIT ?`;

/** The nearest deadline first; what can no longer be answered needs nobody. */
const DISPUTES = `
  SELECT 'dispute' AS kind, i.id AS invoice_id, d.id AS dispute_id, NULL AS operation_id, d.reason AS detail, p.customer_name, i.number, d.amount, d.currency,
    d.due_by
  FROM dispute d LEFT JOIN payment p ON p.id = d.payment_id LEFT JOIN invoice i ON i.stripe_id = p.invoice_stripe_id
  WHERE d.standing = 'needs-answer' AND ifnull(d.due_by >= +?, true) ORDER BY d.due_by IS NULL, d.due_by LIMIT +?`;

const REFUNDS = `
  SELECT 'failed-refund' AS kind, i.id AS invoice_id, NULL AS dispute_id, NULL AS operation_id, r.failure_reason AS detail, p.customer_name, i.number, r.amount,
    r.currency, NULL AS due_by
  FROM refund r INDEXED BY refund_by_status LEFT JOIN payment p ON p.id = r.payment_id
    LEFT JOIN invoice i ON i.stripe_id = p.invoice_stripe_id
  WHERE r.status = 'failed' AND r.stripe_id IS NOT NULL AND r.created >= +? ORDER BY r.created DESC LIMIT +?`;

/** Only while the invoice is still open: what was paid by another attempt needs nobody. A charge of ours speaks for itself. */
const PAYMENTS = `
  SELECT 'failed-payment' AS kind, i.id AS invoice_id, NULL AS dispute_id, NULL AS operation_id, ifnull(p.decline_code, p.failure_code) AS detail, p.customer_name,
    i.number, p.amount, p.currency, NULL AS due_by
  FROM payment p INDEXED BY payment_by_created JOIN invoice i ON i.stripe_id = p.invoice_stripe_id
  WHERE p.standing = 'failed' AND i.status = 'open'
    AND NOT EXISTS (SELECT 1 FROM operation o WHERE o.subject_id = i.id AND o.kind = 'invoice.charge' AND o.state = 'failed')
  ORDER BY p.created DESC LIMIT +?`;
