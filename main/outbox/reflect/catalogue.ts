// What the outbox is doing with a tax rate, shown in the catalogue.
import { type Reflection, simpleWork, subjectId } from './work.ts';

export function reflectOnTaxRate(reflection: Reflection): void {
  const { db, state, changes } = reflection;
  const id = subjectId(reflection);
  db.run('UPDATE tax_rate SET work = ? WHERE id = ?', [simpleWork(state), id]);
  // Given up before Stripe had it: nothing can be made with it.
  if (state === 'canceled') db.run('UPDATE tax_rate SET active = 0 WHERE id = ? AND stripe_id IS NULL', [id]);
  changes.add('catalogue', id);
}
