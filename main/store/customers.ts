// Customers as we keep them: what the bookkeeper edits, and whether Stripe has them.
import { CustomerFields } from '../../shared/contract/customers.ts';
import { sortKey } from '../../shared/domain/sort-key.ts';
import type { Db } from './database.ts';
import { renameRecurring } from './recurring.ts';
import { indexCustomer } from './search.ts';

export interface StoredCustomer {
  readonly id: string;
  readonly stripeId: string | null;
  readonly fields: CustomerFields;
  readonly archived: boolean;
  readonly deleted: boolean;
  readonly currency: string | null;
  readonly createdAt: number;
  readonly work: 'queued' | 'failed' | null;
}

interface CustomerRow {
  readonly id: string;
  readonly stripe_id: string | null;
  readonly fields: string;
  readonly archived: number;
  readonly deleted: number;
  readonly currency: string | null;
  readonly created: number;
  readonly work: 'queued' | 'failed' | null;
}

export function customerById(db: Db, id: string): StoredCustomer | undefined {
  const row = db.get<CustomerRow>('SELECT * FROM customer WHERE id = ?', [id]);
  return (
    row && {
      id: row.id,
      stripeId: row.stripe_id,
      fields: CustomerFields.parse(JSON.parse(row.fields)),
      archived: row.archived === 1,
      deleted: row.deleted === 1,
      currency: row.currency,
      createdAt: row.created,
      work: row.work,
    }
  );
}

/** Inserts a customer made here, not at Stripe yet. `at` is unix seconds. */
export function insertCustomer(db: Db, id: string, fields: CustomerFields, at: number): void {
  db.run(
    `INSERT INTO customer (id, name, name_sort, email, country, currency, reference, fields, created) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      id,
      fields.name,
      sortKey(fields.name),
      fields.email,
      fields.address.country,
      fields.currency,
      fields.reference,
      JSON.stringify(fields),
      at,
    ],
  );
  reindex(db, id);
}

/** Takes over edited fields; the names on drafts follow, those on issued invoices stay as they were printed. */
export function updateCustomer(db: Db, id: string, fields: CustomerFields, archived: boolean): void {
  db.run(
    `UPDATE customer SET name = ?, name_sort = ?, email = ?, country = ?, currency = ?, reference = ?, fields = ?, archived = ? WHERE id = ?`,
    [
      fields.name,
      sortKey(fields.name),
      fields.email,
      fields.address.country,
      fields.currency,
      fields.reference,
      JSON.stringify(fields),
      archived ? 1 : 0,
      id,
    ],
  );
  db.run(
    `UPDATE invoice SET customer_name = ?, customer_sort = ?, customer_email = ? WHERE customer_id = ? AND status = 'draft'`,
    [fields.name, sortKey(fields.name), fields.email, id],
  );
  renameRecurring(db, id, fields);
  reindex(db, id);
}

/** The tax ids that Stripe has for a customer, by the mirror. */
export function taxIdsAtStripe(
  db: Db,
  stripeId: string,
): readonly { id: string; type: string; value: string }[] {
  return db.all(
    `SELECT tax_id.value ->> 'id' AS id, tax_id.value ->> 'type' AS type, tax_id.value ->> 'value' AS value
     FROM stripe_object, json_each(stripe_object.json, '$.tax_ids.data') AS tax_id WHERE stripe_object.id = ?`,
    [stripeId],
  );
}

function reindex(db: Db, id: string): void {
  const row = db.get<{ seq: number }>('SELECT seq FROM customer WHERE id = ?', [id]);
  if (row) indexCustomer(db, row.seq);
}
