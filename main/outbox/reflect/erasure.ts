// An erasure on its way, done, or given up, shown on the customer.
import { eraseCustomer } from '../../sync/apply-erasure.ts';
import { type Reflection, simpleWork, subjectId } from './work.ts';

/** Until Stripe has deleted it, the customer is offered nowhere, so that nothing new is made for it. */
export function reflectOnErasure(reflection: Reflection): void {
  const { db, state, changes, at } = reflection;
  const id = subjectId(reflection);
  if (state === 'done') {
    eraseCustomer(db, id, at, changes);
    return;
  }
  db.run('UPDATE customer SET work = ?, archived = 1 WHERE id = ?', [simpleWork(state), id]);
  // Given up: it is again as Stripe has it.
  if (state === 'canceled')
    db.run(
      'INSERT OR IGNORE INTO apply_again (id) SELECT stripe_id FROM customer WHERE id = ? AND stripe_id IS NOT NULL',
      [id],
    );
  changes.add('customer', id);
}
