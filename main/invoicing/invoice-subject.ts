// The few facts of an invoice that work on it needs.
import { notFound } from '../refusal.ts';
import type { Db } from '../store/database.ts';

export interface InvoiceSubjectRow {
  readonly invoiceId: string;
  readonly stripeId: string | null;
  readonly label: string;
  readonly email: string;
  readonly status: 'draft' | 'open' | 'paid' | 'uncollectible' | 'void';
  readonly amount: number;
  readonly currency: string;
}

/** Refuses an id that is not there. */
export function invoiceSubject(db: Db, id: string): InvoiceSubjectRow {
  const row = db.get<{
    stripe_id: string | null;
    number: string | null;
    customer_name: string;
    customer_email: string;
    status: InvoiceSubjectRow['status'];
    total: number;
    currency: string;
  }>(
    'SELECT stripe_id, number, customer_name, customer_email, status, total, currency FROM invoice WHERE id = ? AND deleted = 0',
    [id],
  );
  if (!row) throw notFound('invoice');
  return {
    invoiceId: id,
    stripeId: row.stripe_id,
    label: row.number === null ? row.customer_name : `invoice ${row.number}`,
    email: row.customer_email,
    status: row.status,
    amount: row.total,
    currency: row.currency,
  };
}
