// Erases a customer here, once Stripe no longer has them: our own rows, and what Stripe ever said of the person.
import { eraseBankLines } from '../store/bank-persons.ts';
import { customerById } from '../store/customers.ts';
import type { Db } from '../store/database.ts';
import { eraseCustomerRows } from '../store/erase-customer.ts';
import { markErased } from '../store/erased.ts';
import { buryObject, saveObject } from '../store/mirror-objects.ts';
import { keptObjectsOf, type Person, taxIdsOf, unissuedOf } from '../store/personal-data.ts';
import { asObject } from '../stripe/normalise.ts';
import type { Changes } from './changes.ts';
import { withoutPerson } from './without-person.ts';

/** In the caller's transaction; repeated, it changes nothing. `at` is unix seconds. */
export function eraseCustomer(db: Db, id: string, at: number, changes: Changes): void {
  const person = customerById(db, id);
  if (!person) return;
  // What is deleted is overwritten in the file as well, and not only given free.
  db.exec('PRAGMA secure_delete = ON');
  // By their name, which is gone after the next step.
  if (eraseBankLines(db, person)) changes.add('bank');
  eraseObjects(db, person);
  eraseCustomerRows(db, person, at);
  changes.add('customer', id);
  changes.add('payment');
  changes.add('outbox');
}

function eraseObjects(db: Db, person: Person): void {
  // Read whole before the first is changed: what belongs to the customer is found through these very objects.
  const objects = keptObjectsOf(db, person).flatMap(({ json }) => asObject(JSON.parse(json)) ?? []);
  for (const id of [...taxIdsOf(db, person), ...unissuedOf(db, person)]) bury(db, id);
  for (const object of objects) {
    if (object.object === 'invoice' || object.object === 'credit_note') continue;
    const rest = withoutPerson(object);
    if (rest === null) bury(db, object.id);
    else {
      markErased(db, object.id);
      const { created } = object;
      saveObject(db, {
        id: object.id,
        type: object.object,
        created: typeof created === 'number' ? created : 0,
        json: JSON.stringify(rest),
      });
    }
  }
  if (person.stripeId !== null) bury(db, person.stripeId);
}

function bury(db: Db, id: string): void {
  markErased(db, id);
  buryObject(db, id);
}
