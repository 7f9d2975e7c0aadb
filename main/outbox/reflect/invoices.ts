// What the outbox is doing with an invoice, shown on the invoice.
import type { OperationState } from '../../../shared/contract/activity.ts';
import { hasStarted } from '../explain.ts';
import type { OutboxStep } from '../step.ts';
import { type Reflection, subjectId } from './work.ts';

/** Sent or issued: until Stripe has it, the invoice shows how far it is. */
export function reflectOnSending(reflection: Reflection): void {
  const { db, state, steps, changes } = reflection;
  const id = subjectId(reflection);
  db.run('UPDATE invoice SET work = ? WHERE id = ?', [invoiceWork(state, steps), id]);
  // What has been issued is Stripe's; the draft has done its duty.
  db.run(`DELETE FROM draft WHERE invoice_id = ? AND (SELECT status FROM invoice WHERE id = ?) <> 'draft'`, [
    id,
    id,
  ]);
  changes.add('invoice', id);
}

/** The change itself shows when Stripe has made it; until then the page looks at the operation. */
export function reflectOnChange(reflection: Reflection): void {
  reflection.changes.add('invoice', subjectId(reflection));
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
