// What the outbox is doing with a refund, shown on the refund, its payment and its invoices.
import type { Db } from '../../store/database.ts';
import { deriveInvoice } from '../../store/derive-invoice.ts';
import { invoiceRow } from '../../store/mirror-invoices.ts';
import { invoicesOfPayment } from '../../store/mirror-payments.ts';
import type { Changes } from '../../sync/changes.ts';
import { type Reflection, subjectId } from './work.ts';

export function reflectOnRefund(reflection: Reflection): void {
  const { db, operation, changes } = reflection;
  showOnRefund(reflection);
  changes.add('refund', operation.id);
  touchPayment(db, subjectId(reflection), changes);
}

function touchPayment(db: Db, payment: string, changes: Changes): void {
  changes.add('payment', payment);
  for (const invoice of invoicesOfPayment(db, payment)) renewInvoice(db, invoice, changes);
}

/** The row that stands for a refund until Stripe's own takes its place. */
function showOnRefund({ db, operation: { id }, state, steps }: Reflection): void {
  if (state === 'canceled') {
    db.run('DELETE FROM refund WHERE id = ? AND stripe_id IS NULL', [id]);
    return;
  }
  const status = state === 'failed' ? 'failed' : state === 'needs-review' ? 'needs-review' : 'queued';
  db.run('UPDATE refund SET status = ?, failure_reason = ? WHERE id = ? AND stripe_id IS NULL', [
    status,
    steps.find((step) => step.state === 'failed')?.error?.message ?? null,
    id,
  ]);
}

/** A refund on its way, failed or taken back changes what its invoice is called. */
function renewInvoice(db: Db, stripeId: string, changes: Changes): void {
  const invoice = invoiceRow(db, stripeId);
  if (invoice && deriveInvoice(db, stripeId)) changes.add('invoice', invoice.id);
}
