// After each change of a step: the operation's own state, and what the things it works on must show.
import type { OperationState } from '../../shared/contract/activity.ts';
import type { Db } from '../store/database.ts';
import { deriveInvoice } from '../store/derive-invoice.ts';
import { invoiceRow } from '../store/mirror-invoices.ts';
import { invoicesOfPayment } from '../store/mirror-payments.ts';
import type { OperationRow } from '../store/outbox.ts';
import { operationById, setOperationState, stepsOf } from '../store/outbox.ts';
import type { Changes } from '../sync/changes.ts';
import { explain, hasStarted, operationState } from './explain.ts';
import type { OutboxStep } from './step.ts';

/** Brings operation and subject in line with the steps, in the caller's transaction. `at` is unix seconds. */
export function reflect(db: Db, operationId: string, at: number, changes: Changes): void {
  const operation = operationById(db, operationId);
  if (!operation) return;
  const steps = stepsOf(db, operationId);
  const state = operationState(steps);
  const finished = state === 'done' || state === 'canceled';
  setOperationState(db, operationId, state, explain(state, steps), finished ? at : null);
  changes.add('outbox', operationId);
  reflectOnSubject(db, operation, state, steps, changes);
}

function reflectOnSubject(
  db: Db,
  operation: OperationRow,
  state: OperationState,
  steps: readonly OutboxStep[],
  changes: Changes,
): void {
  const id = operation.subject_id ?? '';
  switch (operation.kind) {
    case 'invoice.send':
    case 'invoice.issue':
    case 'invoice.send-again':
      db.run('UPDATE invoice SET work = ? WHERE id = ?', [invoiceWork(state, steps), id]);
      // What has been issued is Stripe's; the draft has done its duty.
      db.run(
        `DELETE FROM draft WHERE invoice_id = ? AND (SELECT status FROM invoice WHERE id = ?) <> 'draft'`,
        [id, id],
      );
      changes.add('invoice', id);
      return;
    case 'customer.save':
      db.run('UPDATE customer SET work = ? WHERE id = ?', [simpleWork(state), id]);
      changes.add('customer', id);
      return;
    case 'tax-rate.create':
      db.run('UPDATE tax_rate SET work = ? WHERE id = ?', [simpleWork(state), id]);
      // Given up before Stripe had it: nothing can be made with it.
      if (state === 'canceled')
        db.run('UPDATE tax_rate SET active = 0 WHERE id = ? AND stripe_id IS NULL', [id]);
      changes.add('catalogue', id);
      return;
    case 'refund.create':
      reflectOnRefund(db, operation.id, state, steps);
      changes.add('refund', operation.id);
      changes.add('payment', id);
      for (const invoice of invoicesOfPayment(db, id)) renewInvoice(db, invoice, changes);
      return;
    case 'invoice.void':
    case 'invoice.mark-uncollectible':
    case 'invoice.mark-paid':
    case 'draft.delete':
      changes.add('invoice', id);
  }
}

function invoiceWork(state: OperationState, steps: readonly OutboxStep[]): string | null {
  switch (state) {
    case 'done':
    case 'canceled':
      return null;
    case 'failed':
      return 'failed';
    case 'needs-review':
      return 'review';
    default:
      return hasStarted(steps) ? 'sending' : 'queued';
  }
}

function simpleWork(state: OperationState): string | null {
  if (state === 'done' || state === 'canceled') return null;
  return state === 'failed' || state === 'needs-review' ? 'failed' : 'queued';
}

/** The row that stands for a refund until Stripe's own takes its place. */
function reflectOnRefund(
  db: Db,
  operationId: string,
  state: OperationState,
  steps: readonly OutboxStep[],
): void {
  if (state === 'canceled') {
    db.run('DELETE FROM refund WHERE id = ? AND stripe_id IS NULL', [operationId]);
    return;
  }
  const status = state === 'failed' ? 'failed' : state === 'needs-review' ? 'needs-review' : 'queued';
  db.run('UPDATE refund SET status = ?, failure_reason = ? WHERE id = ? AND stripe_id IS NULL', [
    status,
    steps.find((step) => step.state === 'failed')?.error?.message ?? null,
    operationId,
  ]);
}

/** A refund on its way, failed or taken back changes what its invoice is called. */
function renewInvoice(db: Db, stripeId: string, changes: Changes): void {
  const invoice = invoiceRow(db, stripeId);
  if (invoice && deriveInvoice(db, stripeId)) changes.add('invoice', invoice.id);
}
