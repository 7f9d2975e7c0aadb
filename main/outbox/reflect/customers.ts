// What the outbox is doing with a customer, shown on the customer.
import { type Reflection, simpleWork, subjectId } from './work.ts';

export function reflectOnCustomer(reflection: Reflection): void {
  const { db, state, changes } = reflection;
  const id = subjectId(reflection);
  db.run('UPDATE customer SET work = ? WHERE id = ?', [simpleWork(state), id]);
  changes.add('customer', id);
}
