// What the outbox is doing with a credit note, shown on it, on its invoice, and on the refund that comes with it.
import { reflectOnRefund } from './refunds.ts';
import { type Reflection, subjectId } from './work.ts';

export function reflectOnCreditNote(reflection: Reflection): void {
  const { db, operation, state, changes } = reflection;
  const { id } = operation;
  const refund = db.get<{ payment_id: string | null }>('SELECT payment_id FROM refund WHERE id = ?', [id]);
  // A refund that Stripe makes together with the note has a row of its own once Stripe has answered.
  if (state === 'done') db.run('DELETE FROM refund WHERE id = ? AND stripe_id IS NULL', [id]);
  if (refund) reflectOnRefund({ ...reflection, operation: { ...operation, subject_id: refund.payment_id } });
  showOnNote(reflection);
  changes.add('credit-note', id);
  changes.add('invoice', subjectId(reflection));
}

/** The row that stands for a credit note until Stripe's own takes its place. */
function showOnNote({ db, operation: { id }, state }: Reflection): void {
  if (state === 'canceled') {
    db.run('DELETE FROM credit_note WHERE id = ? AND stripe_id IS NULL', [id]);
    return;
  }
  const status = state === 'failed' ? 'failed' : state === 'needs-review' ? 'needs-review' : 'queued';
  db.run('UPDATE credit_note SET status = ? WHERE id = ? AND stripe_id IS NULL', [status, id]);
}

export function reflectOnCreditNoteVoid(reflection: Reflection): void {
  const { db, steps, changes } = reflection;
  const stripeId = steps[0]?.intent.target;
  if (typeof stripeId === 'string') {
    const row = db.get<{ id: string }>('SELECT id FROM credit_note WHERE stripe_id = ?', [stripeId]);
    if (row) changes.add('credit-note', row.id);
  }
  changes.add('invoice', subjectId(reflection));
}
