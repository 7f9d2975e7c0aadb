// The rows of customers as Stripe tells them.
import type { Db } from './database.ts';
import { mirrorTable } from './mirror-table.ts';

export type MirroredCustomer = {
  readonly stripe_id: string;
  /** Used when the row is made; ours stays where there is one. */
  readonly id: string;
  readonly name: string;
  readonly name_sort: string;
  readonly email: string;
  readonly country: string | null;
  readonly currency: string | null;
  readonly reference: string;
  readonly fields: string;
  readonly default_method_id: string | null;
  readonly created: number;
  readonly archived: number;
  readonly deleted: number;
};

export interface KnownCustomer {
  readonly seq: number;
  readonly id: string;
  readonly stripe_id: string;
  readonly name: string;
  readonly email: string;
  readonly created: number;
  readonly work: 'queued' | 'failed' | null;
}

export function knownCustomer(db: Db, stripeId: string): KnownCustomer | undefined {
  return db.get<KnownCustomer>(
    'SELECT seq, id, stripe_id, name, email, created, work FROM customer WHERE stripe_id = ?',
    [stripeId],
  );
}

/** Gives a customer made here the id that Stripe gave it; one that has an id already keeps it. */
export function adoptCustomer(db: Db, localId: string, stripeId: string): void {
  db.run('UPDATE customer SET stripe_id = ? WHERE id = ? AND stripe_id IS NULL', [stripeId, localId]);
}

export const mirroredCustomers = mirrorTable<MirroredCustomer>(
  'customer',
  'stripe_id',
  ['id'],
  [
    'name',
    'name_sort',
    'email',
    'country',
    'currency',
    'reference',
    'fields',
    'default_method_id',
    'created',
    'archived',
    'deleted',
  ],
);

export function markCustomerDeleted(db: Db, stripeId: string): void {
  db.run('UPDATE customer SET deleted = 1 WHERE stripe_id = ?', [stripeId]);
}

/** Invoices may arrive before their customer. */
export function linkInvoicesOfCustomer(db: Db, customer: KnownCustomer): void {
  db.run('UPDATE invoice SET customer_id = ? WHERE customer_stripe_id = ? AND customer_id IS NOT ?', [
    customer.id,
    customer.stripe_id,
    customer.id,
  ]);
}

/** A draft is called by its customer's present name, at Stripe as well as here; answers the rows that changed. */
export function renameDraftsOfCustomer(
  db: Db,
  customer: KnownCustomer,
): readonly { readonly id: string; readonly seq: number }[] {
  const draft = db.get(
    `SELECT 1 FROM invoice WHERE deleted = 0 AND customer_id = ? AND status = 'draft' LIMIT 1`,
    [customer.id],
  );
  if (!draft) return [];
  return db.all(
    `UPDATE invoice SET customer_name = customer.name, customer_sort = customer.name_sort, customer_email = customer.email
     FROM customer WHERE customer.seq = ? AND invoice.customer_id = customer.id AND invoice.status = 'draft'
       AND (invoice.customer_name, invoice.customer_email) IS NOT (customer.name, customer.email)
     RETURNING id, seq`,
    [customer.seq],
  );
}
