// Refunds without a credit note and credit notes without a refund, as far as nobody has said that they need nothing more.
import { ALONE, UNCREDITED } from './credit-basis.ts';
import type { Db } from './database.ts';

export interface MismatchRow {
  readonly id: string;
  readonly kind: 'refund-without-note' | 'note-without-refund';
  readonly day: string;
  readonly created: number;
  readonly invoice_id: string | null;
  readonly invoice_number: string | null;
  readonly refund_id: string | null;
  readonly note_id: string | null;
  readonly note_number: string | null;
  readonly customer_name: string | null;
  readonly currency: string;
  readonly amount: number;
}

/** Refunds of payments that no invoice asked for need no credit note. */
const REFUNDS = `
  SELECT r.stripe_id AS id, 'refund-without-note' AS kind, r.day, r.created, i.id AS invoice_id, i.number AS invoice_number,
    r.id AS refund_id, NULL AS note_id, NULL AS note_number, i.customer_name, r.currency, ${UNCREDITED} AS amount
  FROM refund r JOIN payment p ON p.id = r.payment_id JOIN invoice i ON i.stripe_id = p.invoice_stripe_id
  WHERE r.stripe_id IS NOT NULL AND r.status NOT IN ('failed', 'canceled') AND ${ALONE}
    AND r.stripe_id NOT IN (SELECT stripe_id FROM correction_settled)`;

/** What was to be given back and neither a live refund, the customer's balance nor money outside Stripe makes up. */
const NOTES = `
  SELECT n.stripe_id AS id, 'note-without-refund' AS kind, n.day, n.created, i.id AS invoice_id, i.number AS invoice_number,
    NULL AS refund_id, n.id AS note_id, n.number AS note_number, i.customer_name, n.currency,
    n.post_payment - n.to_balance - n.outside - (SELECT ifnull(sum(c.amount), 0) FROM credited_refund c
      LEFT JOIN refund r ON r.stripe_id = c.refund_stripe_id
      WHERE c.credit_note_stripe_id = n.stripe_id AND ifnull(r.status, '') NOT IN ('failed', 'canceled')) AS amount
  FROM credit_note n LEFT JOIN invoice i ON i.stripe_id = n.invoice_stripe_id
  WHERE n.stripe_id IS NOT NULL AND n.status <> 'void' AND n.post_payment > 0
    AND n.stripe_id NOT IN (SELECT stripe_id FROM correction_settled)`;

const ALL = `SELECT * FROM (${REFUNDS} UNION ALL ${NOTES}) WHERE amount > 0`;

/** Newest first. */
export function mismatches(db: Db, limit: number): readonly MismatchRow[] {
  return db.all<MismatchRow>(`${ALL} ORDER BY created DESC, id LIMIT ?`, [limit]);
}

export function countMismatches(db: Db): number {
  return db.get<{ count: number }>(`SELECT count(*) AS count FROM (${ALL})`)?.count ?? 0;
}

/** `at` is unix seconds. */
export function settleMismatch(db: Db, stripeId: string, note: string, at: number): void {
  db.run(
    `INSERT INTO correction_settled (stripe_id, note, at) VALUES (?, ?, ?)
     ON CONFLICT (stripe_id) DO UPDATE SET note = excluded.note, at = excluded.at`,
    [stripeId, note, at],
  );
}
