// Which invoices replace which: a revision names the issued invoice that it replaces by Stripe's id.
import type { Db } from './database.ts';

export interface RevisedInvoice {
  readonly id: string;
  readonly stripe_id: string;
  readonly number: string | null;
  readonly status: 'draft' | 'open' | 'paid' | 'uncollectible' | 'void';
  readonly customer_id: string | null;
  readonly currency: string;
  readonly due_day: string | null;
  readonly amount_paid: number;
  readonly processing: number;
  readonly of_recurring: number;
  readonly line_count: number;
  /** Credit notes that are in force. */
  readonly notes: number;
}

const REVISED = `SELECT t.id, t.stripe_id, t.number, t.status, t.customer_id, t.currency, t.due_day, t.amount_paid, t.processing,
    t.subscription_stripe_id IS NOT NULL AS of_recurring,
    (SELECT json_array_length(o.json, '$.lines.data') FROM stripe_object o WHERE o.id = t.stripe_id) AS line_count,
    (SELECT count(*) FROM credit_note n WHERE n.invoice_stripe_id = t.stripe_id AND n.status = 'issued') AS notes
  FROM invoice t`;

/** What the invoice replaces; undefined when it is no revision, or that one is not known. */
export function revisedBy(db: Db, id: string): RevisedInvoice | undefined {
  return db.get<RevisedInvoice>(
    `${REVISED} WHERE t.deleted = 0 AND t.stripe_id = (SELECT revises FROM invoice WHERE id = ?)`,
    [id],
  );
}

/** The invoice itself, judged for a revision; undefined while Stripe does not have it. */
export function revisable(db: Db, id: string): RevisedInvoice | undefined {
  return db.get<RevisedInvoice>(`${REVISED} WHERE t.deleted = 0 AND t.id = ? AND t.stripe_id IS NOT NULL`, [
    id,
  ]);
}

export interface Revision {
  readonly id: string;
  readonly number: string | null;
  readonly status: RevisedInvoice['status'];
}

/** Oldest first; drafts that were not sent yet included. */
export function revisionsOf(db: Db, stripeId: string): readonly Revision[] {
  return db.all<Revision>(
    `SELECT id, number, status FROM invoice INDEXED BY invoice_revising WHERE revises = ? AND deleted = 0 ORDER BY created, seq`,
    [stripeId],
  );
}

export function setRevises(db: Db, id: string, stripeId: string): void {
  db.run('UPDATE invoice SET revises = ? WHERE id = ?', [stripeId, id]);
}
