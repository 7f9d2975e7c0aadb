// What came in on invoices and what was paid back of them, entry by entry: for taxes that are owed when they are paid.
import type { Db } from '../database.ts';
import type { PostedLine, Span } from './posted.ts';

export interface PaidEntry extends PostedLine {
  /** The invoice, or the credit note by which it was paid back; null where what it sold is not known. */
  readonly document: string | null;
  readonly total: number | null;
  readonly country: string | null;
}

export interface PaidAccounts {
  readonly receivables: number;
  readonly openRefunds: number;
  readonly outsideStripe: number;
  readonly customerCredit: number;
}

/** A payment lowers what is owed; a credit note after it, and the voiding of what credit had paid, give back. */
const PAYS = `e.cause LIKE 'payment.applied:%' OR e.cause LIKE 'invoice.paid-outside:%' OR e.cause LIKE 'invoice.balance-applied:%'
  OR e.cause LIKE 'invoice.overpaid:%'`;
const RETURNS = `e.cause LIKE 'credit-note.%' OR e.cause LIKE 'invoice.voided:%'`;

const PAID = `e.seq, e.day, e.case_id, e.cause, e.version, '' AS sub, p.currency,
    sum(iif(p.account = :receivables, -p.amount, p.amount)) AS amount
  FROM journal_entry e`;
const HOW = `((p.account = :receivables AND (${PAYS})) OR
  (p.account IN (:openRefunds, :outsideStripe, :customerCredit) AND (${RETURNS})))`;

/** `amount` is positive for what came in; what comes to nothing is left out. */
export function paidEntries(db: Db, span: Span, accounts: PaidAccounts): readonly PaidEntry[] {
  return db.all<PaidEntry>(
    `SELECT paid.*, s.document, s.total, s.country FROM (
       SELECT ${PAID} INDEXED BY journal_entry_by_day CROSS JOIN posting p ON p.entry_seq = e.seq
       WHERE e.day BETWEEN :from AND :to AND e.seq <= :end AND ${HOW}
       GROUP BY e.seq, p.currency HAVING amount <> 0) AS paid
     LEFT JOIN sale s ON s.document = iif(paid.cause LIKE 'credit-note.%', substr(paid.cause, instr(paid.cause, ':') + 1), paid.case_id)
     ORDER BY paid.day, paid.seq`,
    { ...span, ...accounts },
  );
}

/** What had come in on an invoice before an entry, in the order of days. */
export function paidBefore(
  db: Db,
  entry: { readonly case_id: string; readonly day: string; readonly seq: number },
  receivables: number,
): number {
  const row = db.get<{ sum: number | null }>(
    `SELECT -sum(p.amount) AS sum FROM journal_entry e INDEXED BY journal_entry_of_case CROSS JOIN posting p ON p.entry_seq = e.seq
     WHERE e.case_id = +:caseId AND (e.day, e.seq) < (:day, :seq) AND p.account = +:receivables AND (${PAYS})`,
    { caseId: entry.case_id, day: entry.day, seq: entry.seq, receivables },
  );
  return row?.sum ?? 0;
}
