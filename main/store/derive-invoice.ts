// What refunds, disputes, payments and events say about an invoice, kept in its row.
import type { Db } from './database.ts';

interface Derived {
  readonly amount_refunded: number;
  readonly amount_refund_pending: number;
  readonly disputed: number;
  readonly processing: number;
  readonly sent_at: number | null;
}

/** Works the derived columns out anew; answers whether anything changed. Small look-ups by key: one statement for all takes far longer. */
export function deriveInvoice(db: Db, stripeId: string): boolean {
  const now = db.get<Derived>(
    'SELECT amount_refunded, amount_refund_pending, disputed, processing, sent_at FROM invoice WHERE stripe_id = ?',
    [stripeId],
  );
  if (!now) return false;
  const next = { ...fromPayments(db, stripeId), sent_at: sentAt(db, stripeId) };
  const same =
    now.amount_refunded === next.amount_refunded &&
    now.amount_refund_pending === next.amount_refund_pending &&
    now.disputed === next.disputed &&
    now.processing === next.processing &&
    now.sent_at === next.sent_at;
  if (same) return false;
  db.run(
    `UPDATE invoice SET amount_refunded = ?, amount_refund_pending = ?, disputed = ?, processing = ?, sent_at = ?
     WHERE stripe_id = ?`,
    [
      next.amount_refunded,
      next.amount_refund_pending,
      next.disputed,
      next.processing,
      next.sent_at,
      stripeId,
    ],
  );
  return true;
}

/**
 * Of invoices by Stripe's ids, those about which anything is said, or was: what is derived of all others is nothing, as it is. One
 * look for all of them, because a back-fill brings little but invoices of which nothing is known yet.
 */
export function invoicesToDerive(db: Db, stripeIds: readonly string[]): readonly string[] {
  if (stripeIds.length === 0) return [];
  return db.column<string>(
    `SELECT i.stripe_id FROM json_each(+?) c CROSS JOIN invoice i ON i.stripe_id = c.value
     WHERE i.amount_refunded <> 0 OR i.amount_refund_pending <> 0 OR i.disputed <> 0 OR i.processing <> 0 OR i.sent_at IS NOT NULL
       OR EXISTS (SELECT 1 FROM event e WHERE e.object_id = i.stripe_id AND e.type = 'invoice.sent')
       OR EXISTS (SELECT 1 FROM invoice_payment p WHERE p.invoice_stripe_id = i.stripe_id AND (p.status = 'open'
         OR EXISTS (SELECT 1 FROM refund r WHERE r.payment_id = p.payment_id)
         OR EXISTS (SELECT 1 FROM dispute d WHERE d.payment_id = p.payment_id)))`,
    [JSON.stringify(stripeIds)],
  );
}

const ON_THE_WAY = new Set(['queued', 'pending', 'requires_action']);
/** Statuses after which a dispute asks for nothing more. */
const SETTLED_DISPUTE = new Set(['won', 'lost', 'warning_closed', 'prevented']);

interface Refunded {
  readonly amount: number;
  readonly status: string;
}

function fromPayments(db: Db, stripeId: string): Omit<Derived, 'sent_at'> {
  const links = db.all<{ payment: string | null; status: string }>(
    'SELECT payment_id AS payment, status FROM invoice_payment WHERE invoice_stripe_id = ?',
    [stripeId],
  );
  const payments = new Set(links.map(({ payment }) => payment).filter((payment) => payment !== null));
  const refunds = [...payments].flatMap((id) =>
    db.all<Refunded>('SELECT amount, status FROM refund WHERE payment_id = ?', [id]),
  );
  const disputes = [...payments].flatMap((id) =>
    db.all<{ status: string }>('SELECT status FROM dispute WHERE payment_id = ?', [id]),
  );
  const processing = links.some(
    ({ payment, status }) => status === 'open' && payment !== null && isProcessing(db, payment),
  );
  return {
    amount_refunded: sum(refunds, ({ status }) => status === 'succeeded'),
    amount_refund_pending: sum(refunds, ({ status }) => ON_THE_WAY.has(status)),
    disputed: disputes.some(({ status }) => !SETTLED_DISPUTE.has(status)) ? 1 : 0,
    processing: processing ? 1 : 0,
  };
}

function sum(refunds: readonly Refunded[], counts: (refund: Refunded) => boolean): number {
  return refunds.reduce((total, refund) => (counts(refund) ? total + refund.amount : total), 0);
}

function isProcessing(db: Db, payment: string): boolean {
  return (
    db.get<{ status: string }>('SELECT status FROM payment WHERE id = ?', [payment])?.status === 'processing'
  );
}

/** Stripe's invoice does not say when it was e-mailed; its events do. The latest counts. */
function sentAt(db: Db, stripeId: string): number | null {
  const events = db.all<{ type: string; created: number }>(
    'SELECT type, created FROM event WHERE object_id = ?',
    [stripeId],
  );
  const sent = events.filter(({ type }) => type === 'invoice.sent').map(({ created }) => created);
  return sent.length === 0 ? null : Math.max(...sent);
}
