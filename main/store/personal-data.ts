// Everything that the books keep about one customer, found by whose it is.
import type { Db } from './database.ts';

/** A customer by both ids. A null `stripeId` is a customer that Stripe does not have yet. */
export interface Person {
  readonly id: string;
  readonly stripeId: string | null;
}

const OBJECTS = `WITH
  bill AS (SELECT stripe_id FROM invoice WHERE deleted IN (0, 1) AND customer_id = @id AND stripe_id IS NOT NULL
    UNION SELECT stripe_id FROM invoice WHERE customer_stripe_id = @stripeId AND stripe_id IS NOT NULL),
  paid AS (SELECT id, charge_id FROM payment WHERE customer_stripe_id = @stripeId
    UNION SELECT p.id, p.charge_id FROM bill JOIN invoice_payment l ON l.invoice_stripe_id = bill.stripe_id JOIN payment p ON p.id = l.payment_id),
  own AS (SELECT @stripeId AS id
    UNION SELECT stripe_id FROM bill
    UNION SELECT l.id FROM bill JOIN invoice_payment l ON l.invoice_stripe_id = bill.stripe_id
    UNION SELECT n.stripe_id FROM bill JOIN credit_note n ON n.invoice_stripe_id = bill.stripe_id
    UNION SELECT id FROM paid
    UNION SELECT charge_id FROM paid
    UNION SELECT c.id FROM paid JOIN stripe_object c ON c.type = 'charge' AND c.json ->> '$.payment_intent' = paid.id
    UNION SELECT r.stripe_id FROM paid JOIN refund r ON r.payment_id = paid.id
    UNION SELECT d.id FROM paid JOIN dispute d ON d.payment_id = paid.id
    UNION SELECT id FROM customer_balance_transaction WHERE customer_stripe_id = @stripeId
    UNION SELECT id FROM payment_method WHERE customer_stripe_id = @stripeId
    UNION SELECT stripe_id FROM subscription WHERE customer_stripe_id = @stripeId)`;

export interface KeptObject {
  /** Stripe's name of the type, such as `invoice`. */
  readonly type: string;
  readonly json: string;
}

/** What Stripe said of the customer, of their documents and of their money: its JSON texts, oldest first. */
export function keptObjectsOf(db: Db, { id, stripeId }: Person): readonly KeptObject[] {
  return db.all<KeptObject>(
    `${OBJECTS} SELECT o.type, o.json FROM own JOIN stripe_object o ON o.id = own.id ORDER BY o.created, o.id`,
    { id, stripeId },
  );
}

const INVOICES = `SELECT id FROM invoice WHERE deleted IN (0, 1) AND customer_id = ?`;

export interface KeptDraft {
  readonly id: string;
  /** JSON. */
  readonly content: string;
}

/** Drafts of invoices and of recurring ones that Stripe does not have yet, as they were written here. */
export function keptDraftsOf(db: Db, { id }: Person): readonly KeptDraft[] {
  return db.all<KeptDraft>(
    `SELECT invoice_id AS id, content FROM draft WHERE invoice_id IN (${INVOICES})
     UNION ALL SELECT id, content FROM subscription WHERE customer_id = ? AND stripe_id IS NULL`,
    [id, id],
  );
}

export interface KeptNote {
  /** Ours. */
  readonly about: string;
  readonly number: string | null;
  readonly text: string;
}

/** What the bookkeeper noted on invoices and refunds, and wrote in answer to disputes. */
export function keptNotesOf(db: Db, person: Person): readonly KeptNote[] {
  const { id, stripeId } = person;
  return db.all<KeptNote>(
    `${OBJECTS} SELECT i.id AS about, i.number, i.internal_note AS text FROM invoice i
       WHERE i.deleted IN (0, 1) AND i.customer_id = @id AND i.internal_note <> ''
     UNION ALL SELECT r.id, NULL, r.note FROM paid JOIN refund r ON r.payment_id = paid.id WHERE r.note <> ''
     UNION ALL SELECT a.dispute_id, NULL, a.texts FROM own JOIN dispute_answer a ON a.dispute_id = own.id
     UNION ALL SELECT a.dispute_id, NULL, a.compelling FROM own JOIN dispute_answer a ON a.dispute_id = own.id WHERE a.compelling IS NOT NULL
     UNION ALL SELECT f.dispute_id, NULL, f.name FROM own JOIN dispute_file f ON f.dispute_id = own.id
     UNION ALL SELECT s.stripe_id, NULL, s.note FROM own JOIN correction_settled s ON s.stripe_id = own.id`,
    { id, stripeId },
  );
}

export interface KeptReminder {
  readonly invoiceId: string;
  readonly number: string | null;
  /** Days from the due date. */
  readonly step: number;
  /** Whether it was sent, and not passed over. */
  readonly sent: number;
  /** Unix seconds. */
  readonly at: number;
}

export function keptRemindersOf(db: Db, { id }: Person): readonly KeptReminder[] {
  return db.all<KeptReminder>(
    `SELECT r.invoice_id AS invoiceId, i.number, r.step, r.operation_id IS NOT NULL AS sent, r.at
     FROM reminder r JOIN invoice i ON i.id = r.invoice_id WHERE r.invoice_id IN (${INVOICES}) ORDER BY r.at, r.invoice_id, r.step`,
    [id],
  );
}

/** Stripe's ids of the tax ids that a customer has or had. */
export function taxIdsOf(db: Db, { stripeId }: Person): readonly string[] {
  return ids(
    db,
    `SELECT id FROM stripe_object WHERE type = 'tax_id' AND json ->> '$.customer' = ?`,
    stripeId,
  );
}

/** Stripe's ids of invoices that were never issued: drafts that were deleted there. */
export function unissuedOf(db: Db, { stripeId }: Person): readonly string[] {
  return ids(
    db,
    `SELECT id FROM stripe_object WHERE type = 'invoice' AND deleted = 1 AND json ->> '$.customer' = ?`,
    stripeId,
  );
}

function ids(db: Db, sql: string, stripeId: string | null): readonly string[] {
  return stripeId === null ? [] : db.all<{ id: string }>(sql, [stripeId]).map(({ id }) => id);
}
