// Charges that were refused, of invoices that nobody owes any more: there is nothing left to try again.
import type { Db } from './database.ts';

/** Ends them and answers their operations. `at` is unix seconds. */
export function endMootCharges(db: Db, invoiceId: string, at: number): readonly string[] {
  const moot = db.all<{ id: string }>(
    "SELECT id FROM operation WHERE subject_id = ? AND kind = 'invoice.charge' AND state = 'failed'",
    [invoiceId],
  );
  for (const { id } of moot) {
    db.run("UPDATE outbox SET state = 'canceled' WHERE operation_id = ? AND state = 'failed'", [id]);
    db.run("UPDATE operation SET state = 'canceled', explanation = ?, finished_at = ? WHERE id = ?", [
      'Not needed any more: the invoice is no longer owed.',
      at,
      id,
    ]);
  }
  return moot.map(({ id }) => id);
}
