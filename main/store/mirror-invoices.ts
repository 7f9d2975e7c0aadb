// The rows of invoices as Stripe tells them, their link to drafts written here, and what follows from other objects.
import type { Db } from './database.ts';
import { mirrorTable } from './mirror-table.ts';
import { unindex } from './search.ts';

export type MirroredInvoice = {
  readonly stripe_id: string;
  /** Used when the row is made; ours stays where there is one. */
  readonly id: string;
  readonly number: string | null;
  readonly number_sort: string;
  readonly status: 'draft' | 'open' | 'paid' | 'uncollectible' | 'void';
  readonly customer_id: string | null;
  readonly customer_stripe_id: string | null;
  readonly customer_name: string;
  readonly customer_sort: string;
  readonly customer_email: string;
  readonly currency: string;
  readonly subtotal: number;
  readonly discount: number;
  readonly tax: number;
  readonly total: number;
  readonly amount_due: number;
  readonly amount_paid: number;
  readonly amount_remaining: number;
  readonly amount_paid_off_stripe: number;
  readonly amount_overpaid: number;
  readonly issue_day: string;
  readonly due_day: string | null;
  readonly paid_day: string | null;
  readonly created: number;
  readonly finalized_at: number | null;
  readonly paid_at: number | null;
  readonly po_number: string;
  readonly memo: string;
  readonly subscription_stripe_id: string | null;
  /** The invoice that it replaces, by Stripe's id. */
  readonly revises: string | null;
};

export interface KnownInvoice {
  readonly seq: number;
  readonly id: string;
  readonly status: MirroredInvoice['status'];
  /** Whether the editor holds a draft of it. */
  readonly drafted: 0 | 1;
}

export function knownInvoice(db: Db, stripeId: string): KnownInvoice | undefined {
  return db.get<KnownInvoice>(
    `SELECT seq, id, status, EXISTS (SELECT 1 FROM draft WHERE invoice_id = invoice.id) AS drafted
     FROM invoice WHERE stripe_id = ?`,
    [stripeId],
  );
}

/** What names the row of an invoice. */
export function invoiceRow(
  db: Db,
  stripeId: string,
): { readonly seq: number; readonly id: string } | undefined {
  return db.get('SELECT seq, id FROM invoice WHERE stripe_id = ?', [stripeId]);
}

/**
 * Gives a draft written here the id that Stripe gave it. One that has an id already keeps it: metadata can be copied at Stripe.
 * A row of its own that the Stripe draft may have gives way.
 */
export function adoptInvoice(db: Db, localId: string, stripeId: string): void {
  const local = db.get<{ seq: number }>('SELECT seq FROM invoice WHERE id = ? AND stripe_id IS NULL', [
    localId,
  ]);
  if (!local) return;
  const other = knownInvoice(db, stripeId);
  if (other) removeInvoice(db, other);
  db.run('UPDATE invoice SET stripe_id = ? WHERE seq = ?', [stripeId, local.seq]);
}

/** The Stripe draft is gone, ours outlives it. */
export function unlinkInvoice(db: Db, invoice: KnownInvoice): void {
  db.run(
    "UPDATE invoice SET stripe_id = NULL, number = NULL, number_sort = '', status = 'draft' WHERE seq = ?",
    [invoice.seq],
  );
}

export function removeInvoice(db: Db, invoice: KnownInvoice): void {
  unindex(db, 'invoice', invoice.seq);
  db.run('DELETE FROM invoice WHERE seq = ?', [invoice.seq]);
}

export const mirroredInvoices = mirrorTable<MirroredInvoice>(
  'invoice',
  'stripe_id',
  ['id'],
  [
    'number',
    'number_sort',
    'status',
    'customer_id',
    'customer_stripe_id',
    'customer_name',
    'customer_sort',
    'customer_email',
    'currency',
    'subtotal',
    'discount',
    'tax',
    'total',
    'amount_due',
    'amount_paid',
    'amount_remaining',
    'amount_paid_off_stripe',
    'amount_overpaid',
    'issue_day',
    'due_day',
    'paid_day',
    'created',
    'finalized_at',
    'paid_at',
    'po_number',
    'memo',
    'subscription_stripe_id',
    'revises',
  ],
);
