// Takes a customer out of our own rows: fields, notes, names, saved methods, drafts, and what was asked of Stripe with them.
import { CustomerFields } from '../../shared/contract/customers.ts';
import { sortKey } from '../../shared/domain/sort-key.ts';
import { customerById } from './customers.ts';
import type { Db } from './database.ts';
import { attachedFiles, removeFile } from './dispute-answer.ts';
import type { Person } from './personal-data.ts';
import { renameRecurring } from './recurring.ts';
import { indexCustomer, indexInvoice, indexPayment } from './search.ts';

const ERASED = 'Erased customer';

/** The customer's currency stays, in which their documents are. `at` is unix seconds. */
export function eraseCustomerRows(db: Db, person: Person, at: number): void {
  eraseCustomerRow(db, person.id, at);
  erasePayments(db, person);
  eraseNotes(db, person);
  eraseWork(db, person);
}

function eraseCustomerRow(db: Db, id: string, at: number): void {
  const fields = CustomerFields.parse({
    name: ERASED,
    email: '',
    phone: '',
    address: { line1: '', line2: '', postalCode: '', city: '', state: '', country: null },
    taxIds: [],
    taxExempt: 'none',
    currency: customerById(db, id)?.currency ?? null,
    language: null,
    reference: '',
    note: '',
  });
  db.run(
    `UPDATE customer SET name = ?, name_sort = ?, email = '', country = NULL, reference = '', fields = ?, default_method_id = NULL,
       archived = 1, deleted = 1, work = NULL, erased_at = ? WHERE id = ?`,
    [ERASED, sortKey(ERASED), JSON.stringify(fields), at, id],
  );
  renameRecurring(db, id, fields);
  db.run('UPDATE subscription SET preview = NULL WHERE customer_id = ?', [id]);
  const row = db.get<{ seq: number }>('SELECT seq FROM customer WHERE id = ?', [id]);
  if (row) indexCustomer(db, row.seq);
  // Entries that were removed stay inside the index until it is merged.
  db.run(`INSERT INTO customer_search (customer_search) VALUES ('optimize')`);
}

function erasePayments(db: Db, { stripeId }: Person): void {
  db.run('DELETE FROM payment_method WHERE customer_stripe_id = ?', [stripeId]);
  const payments = db.all<{ seq: number }>(
    'UPDATE payment SET customer_name = ?, customer_sort = ? WHERE customer_stripe_id = ? RETURNING seq',
    [ERASED, sortKey(ERASED), stripeId],
  );
  for (const { seq } of payments) indexPayment(db, seq);
}

const PAYMENTS = `SELECT id FROM payment WHERE customer_stripe_id = @stripeId`;
const DISPUTES = `SELECT id FROM dispute WHERE payment_id IN (${PAYMENTS})`;

function eraseNotes(db: Db, { id, stripeId }: Person): void {
  const noted = db.all<{ seq: number }>(
    `UPDATE invoice SET internal_note = '' WHERE deleted IN (0, 1) AND customer_id = ? AND internal_note <> '' RETURNING seq`,
    [id],
  );
  for (const { seq } of noted) indexInvoice(db, seq);
  db.run(`UPDATE refund SET note = '' WHERE payment_id IN (${PAYMENTS})`, { stripeId });
  db.run(
    `UPDATE correction_settled SET note = '' WHERE stripe_id IN (SELECT stripe_id FROM refund WHERE payment_id IN (${PAYMENTS}))
       OR stripe_id IN (SELECT n.stripe_id FROM credit_note n JOIN invoice i ON i.stripe_id = n.invoice_stripe_id WHERE i.customer_id = @id)`,
    { id, stripeId },
  );
  for (const dispute of db.all<{ id: string }>(DISPUTES, { stripeId })) {
    db.run('DELETE FROM dispute_answer WHERE dispute_id = ?', [dispute.id]);
    for (const { field } of attachedFiles(db, dispute.id)) removeFile(db, dispute.id, field);
  }
}

/** What was asked of Stripe names the person in its titles and parameters; that it was done, when and under which key stays. */
function eraseWork(db: Db, { id, stripeId }: Person): void {
  const operations = db.all<{ id: string }>(
    `UPDATE operation SET title = 'Work for an erased customer', explanation = '' WHERE kind <> 'customer.erase' AND (subject_id = @id
       OR subject_id IN (SELECT id FROM invoice WHERE deleted IN (0, 1) AND customer_id = @id)
       OR subject_id IN (SELECT id FROM subscription WHERE customer_id = @id)
       OR subject_id IN (${PAYMENTS}) OR subject_id IN (${DISPUTES})) RETURNING id`,
    { id, stripeId },
  );
  for (const operation of operations) {
    db.run(
      `UPDATE outbox SET title = 'A step of it', error = NULL, intent = json_set(intent, '$.params', json('{}')),
         request = json_set(request, '$.params', json('{}')) WHERE operation_id = ?`,
      [operation.id],
    );
  }
}
