// The numbers of invoices, for the audit that accounts for every one of them.
import type { Db } from '../database.ts';

export interface NumberedInvoice {
  readonly seq: number;
  readonly id: string;
  readonly number: string;
  readonly status: 'draft' | 'open' | 'paid' | 'uncollectible' | 'void';
  readonly issue_day: string;
  readonly paid_day: string | null;
  readonly customer_name: string;
  readonly currency: string;
  readonly total: number;
}

/** In the order of their texts, after one of them. */
export function numberedInvoices(
  db: Db,
  after: { readonly number: string; readonly seq: number },
  limit: number,
): readonly NumberedInvoice[] {
  return db.all<NumberedInvoice>(
    `SELECT seq, id, number, status, issue_day, paid_day, customer_name, currency, total
     FROM invoice INDEXED BY invoice_exact_number
     WHERE (number, seq) > (:number, :seq) AND deleted = 0 ORDER BY number, seq LIMIT :limit`,
    { ...after, limit },
  );
}

/** Numbers that drafts had which were deleted at Stripe. */
export function deletedNumbers(db: Db): ReadonlySet<string> {
  const rows = db.all<{ number: string }>(
    `SELECT json ->> '$.number' AS number FROM stripe_object INDEXED BY stripe_object_deleted
     WHERE deleted = 1 AND type = 'invoice' AND json ->> '$.number' IS NOT NULL`,
  );
  return new Set(rows.map(({ number }) => number));
}
