// What Stripe said, whole, as the books read it: JSON texts by id and by what they belong to.
import type { Db } from './database.ts';
import { storedRow } from './mirror-objects.ts';

/** The JSON text of an object; null when it was never seen or is deleted at Stripe. */
export function keptText(db: Db, id: string): string | null {
  const row = storedRow(db, id);
  return row === undefined || row.deleted === 1 ? null : row.json;
}

/** The JSON texts of an invoice's payments, oldest first. */
export function keptInvoicePayments(db: Db, invoiceId: string): readonly string[] {
  const payments = db.all<{ json: string; id: string; created: number }>(
    `SELECT o.json, p.id, p.created FROM invoice_payment p CROSS JOIN stripe_object o ON o.id = p.id WHERE p.invoice_stripe_id = +?`,
    [invoiceId],
  );
  // Almost always one, for which SQLite would still set up a sorter.
  if (payments.length > 1) payments.sort((a, b) => a.created - b.created || (a.id < b.id ? -1 : 1));
  return payments.map(({ json }) => json);
}

/** The JSON texts of an invoice's credit notes, oldest first. */
export function keptCreditNotes(db: Db, invoiceId: string): readonly string[] {
  return texts(
    db,
    `SELECT json FROM stripe_object INDEXED BY kept_note_of_invoice
     WHERE type = 'credit_note' AND json ->> '$.invoice' = +? AND deleted = 0 ORDER BY created, id`,
    invoiceId,
  );
}

/** The JSON texts of the balance transactions of an object, oldest first. */
export function keptTransactionsOf(db: Db, source: string): readonly string[] {
  return texts(
    db,
    `SELECT o.json FROM balance_transaction t JOIN stripe_object o ON o.id = t.id WHERE t.source = +? ORDER BY t.created, t.id`,
    source,
  );
}

/** The ids of the balance transactions of an object. */
export function transactionsOf(db: Db, source: string): readonly string[] {
  return db
    .all<{ id: string }>('SELECT id FROM balance_transaction WHERE source = ?', [source])
    .map(({ id }) => id);
}

/** The dispute that a balance transaction is of; undefined when it is of something else. */
export function disputeOfTransaction(db: Db, id: string): string | undefined {
  return db.get<{ id: string }>(
    `SELECT o.id FROM balance_transaction t CROSS JOIN stripe_object o ON o.id = t.source
     WHERE t.id = +? AND o.type = 'dispute' AND o.deleted = 0`,
    [id],
  )?.id;
}

function texts(db: Db, sql: string, id: string): readonly string[] {
  return db.all<{ json: string }>(sql, [id]).map(({ json }) => json);
}
