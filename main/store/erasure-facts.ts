// What is still to come of the business with a customer, counted.
import type { ErasureFacts } from '../../shared/domain/erasure.ts';
import { assert } from '../../shared/domain/assert.ts';
import type { Db } from './database.ts';
import type { Person } from './personal-data.ts';

/** A refused change of the customer itself is no hindrance: it ends with them. */
const FACTS = `WITH
  bill AS (SELECT * FROM invoice WHERE deleted = 0 AND customer_id = @id),
  paid AS (SELECT id, status FROM payment WHERE customer_stripe_id = @stripeId),
  quarrel AS (SELECT d.id, d.standing FROM paid JOIN dispute d ON d.payment_id = paid.id)
  SELECT
    (SELECT count(*) FROM bill WHERE status = 'draft') AS drafts,
    (SELECT count(*) FROM bill WHERE status = 'open') AS openInvoices,
    (SELECT count(*) FROM subscription WHERE customer_id = @id AND standing <> 'ended') AS recurring,
    (SELECT count(*) FROM quarrel WHERE standing IN ('needs-answer', 'under-review')) AS openDisputes,
    (SELECT count(*) FROM paid WHERE status = 'processing') + (SELECT count(*) FROM bill WHERE processing <> 0) AS processing,
    (SELECT count(*) FROM paid JOIN refund r ON r.payment_id = paid.id
      WHERE r.status IN ('pending', 'requires_action', 'queued', 'needs-review')) AS pendingRefunds,
    (SELECT count(*) FROM operation WHERE state IN ('queued', 'sending', 'waiting', 'checking', 'needs-review', 'failed')
      AND (subject_id = @id AND (state <> 'failed' OR kind NOT IN ('customer.save', 'customer.erase'))
        OR subject_id IN (SELECT id FROM bill) OR subject_id IN (SELECT id FROM paid) OR subject_id IN (SELECT id FROM quarrel)
        OR subject_id IN (SELECT id FROM subscription WHERE customer_id = @id))) AS work`;

export function erasureFacts(db: Db, { id, stripeId }: Person): ErasureFacts {
  const facts = db.get<ErasureFacts>(FACTS, { id, stripeId });
  assert(facts, 'Counts are always answered');
  return facts;
}

/** How many invoices and credit notes were issued to a customer. */
export function issuedDocuments(db: Db, customerId: string): number {
  return (
    db.get<{ count: number }>(
      `SELECT (SELECT count(*) FROM invoice WHERE deleted = 0 AND customer_id = @id AND status <> 'draft') +
         (SELECT count(*) FROM invoice i JOIN credit_note n ON n.invoice_stripe_id = i.stripe_id WHERE i.deleted = 0 AND i.customer_id = @id) AS count`,
      { id: customerId },
    )?.count ?? 0
  );
}
