// The documents that were issued in a period, by their numbers: for the register of invoices and credit notes.
import type { Db } from '../database.ts';

/** Calendar days, both included. */
export interface RegisterPeriod {
  readonly from: string;
  readonly to: string;
}

interface Registered {
  readonly seq: number;
  /** Ours. */
  readonly id: string;
  readonly number: string;
  readonly status: string;
  readonly customer_name: string;
  /** Of the customer, as the document has it. */
  readonly country: string | null;
  readonly currency: string;
  /** Minor units. */
  readonly tax: number;
  readonly total: number;
  readonly stripe_id: string;
}

export interface RegisteredInvoice extends Registered {
  readonly issue_day: string;
  readonly due_day: string | null;
  readonly amount_remaining: number;
}

export interface RegisteredNote extends Registered {
  readonly day: string;
  readonly invoice_number: string | null;
}

/** The last one that was read; of both the number and the row, as numbers may be there twice. */
export interface RegisterPlace {
  readonly number: string;
  readonly seq: number;
}

const INVOICES = `FROM invoice t INDEXED BY invoice_exact_number LEFT JOIN sale s ON s.document = t.stripe_id
  WHERE (t.number, t.seq) > (:number, :seq) AND t.deleted = 0 AND t.stripe_id IS NOT NULL
    AND t.status IN ('open', 'paid', 'uncollectible', 'void') AND t.issue_day BETWEEN :from AND :to`;

export function registeredInvoices(
  db: Db,
  period: RegisterPeriod,
  after: RegisterPlace,
  limit: number,
): readonly RegisteredInvoice[] {
  return db.all<RegisteredInvoice>(
    `SELECT t.seq, t.id, t.number, t.status, t.customer_name, s.country, t.currency, t.tax, t.total, t.stripe_id,
       t.issue_day, t.due_day, t.amount_remaining ${INVOICES} ORDER BY t.number, t.seq LIMIT :limit`,
    { ...period, ...after, limit },
  );
}

const NOTES = `FROM credit_note n LEFT JOIN invoice t ON t.stripe_id = n.invoice_stripe_id
    LEFT JOIN sale s ON s.document = n.stripe_id
  WHERE (n.number, n.seq) > (:number, :seq) AND n.stripe_id IS NOT NULL AND n.status IN ('issued', 'void')
    AND n.day BETWEEN :from AND :to`;

export function registeredNotes(
  db: Db,
  period: RegisterPeriod,
  after: RegisterPlace,
  limit: number,
): readonly RegisteredNote[] {
  return db.all<RegisteredNote>(
    `SELECT n.seq, n.id, n.number, n.status, ifnull(t.customer_name, '') AS customer_name, s.country, n.currency, n.tax,
       n.amount AS total, n.stripe_id, n.day, t.number AS invoice_number ${NOTES} ORDER BY n.number, n.seq LIMIT :limit`,
    { ...period, ...after, limit },
  );
}

/** How many documents of either kind there are. */
export function countRegistered(db: Db, period: RegisterPeriod): number {
  const first = { ...period, number: '', seq: 0 };
  const count = (of: string): number => db.get<{ n: number }>(`SELECT count(*) AS n ${of}`, first)?.n ?? 0;
  return count(INVOICES) + count(NOTES);
}
