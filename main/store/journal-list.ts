// The journal as a list, newest entry first, with what each entry is about.
import type { Db } from './database.ts';

export interface JournalLine {
  readonly seq: number;
  readonly case_id: string;
  readonly cause: string;
  readonly version: number;
  readonly day: string;
  readonly happened: string | null;
}

/** A place in the journal: entries are in the order of their days, and of their numbers within a day. */
export type JournalPlace = Pick<JournalLine, 'day' | 'seq'>;

const LINE = 'SELECT e.seq, e.case_id, e.cause, e.version, e.day, e.happened';

const NEWEST: JournalPlace = { day: '9999-12-31', seq: Number.MAX_SAFE_INTEGER };

export function journalPage(
  db: Db,
  {
    account,
    limit,
    before,
  }: { readonly account: number | null; readonly limit: number; readonly before: JournalPlace | null },
): readonly JournalLine[] {
  const { day, seq } = before ?? NEWEST;
  return account === null
    ? db.all<JournalLine>(
        `${LINE} FROM journal_entry e INDEXED BY journal_entry_by_day
         WHERE (e.day, e.seq) < (+:day, +:seq) ORDER BY e.day DESC, e.seq DESC LIMIT +:limit`,
        { day, seq, limit },
      )
    : db.all<JournalLine>(
        `${LINE} FROM (
           SELECT DISTINCT p.day, p.entry_seq FROM posting p INDEXED BY posting_of_account_by_day
           WHERE p.account = +:account AND (p.day, p.entry_seq) < (+:day, +:seq)
           ORDER BY p.day DESC, p.entry_seq DESC LIMIT +:limit) AS found
         CROSS JOIN journal_entry e ON e.seq = found.entry_seq ORDER BY e.day DESC, e.seq DESC`,
        { account, day, seq, limit },
      );
}

export interface EntrySubject {
  readonly kind: 'invoice' | 'payment' | 'payout';
  /** Ours. */
  readonly id: string;
  readonly label: string;
}

/** What an entry is about, for a link to its page; null where there is none. `caseId` is Stripe's. */
export function entrySubject(db: Db, caseId: string): EntrySubject | null {
  return (
    db.get<EntrySubject>(
      `SELECT 'invoice' AS kind, id, ifnull(number, '') AS label FROM invoice WHERE stripe_id = :id
       UNION ALL SELECT 'payout', id, 'Payout' FROM payout WHERE id = :id
       UNION ALL SELECT 'payout', p.id, 'Payout' FROM balance_transaction b JOIN payout p ON p.id = b.source WHERE b.id = :id
       UNION ALL SELECT 'payment', p.id, p.customer_name FROM payment p WHERE p.balance_transaction_id = :id
       UNION ALL SELECT 'payment', p.id, p.customer_name FROM refund r JOIN payment p ON p.id = r.payment_id WHERE r.balance_transaction_id = :id
       UNION ALL SELECT 'payment', p.id, p.customer_name FROM dispute d JOIN payment p ON p.id = d.payment_id
         WHERE d.id = :id OR d.id = (SELECT source FROM balance_transaction WHERE id = :id)
       LIMIT 1`,
      { id: caseId },
    ) ?? null
  );
}

/** Stripe's reporting category of a movement of its balance; null for what is none. */
export function movementCategory(db: Db, id: string): string | null {
  return (
    db.get<{ category: string }>('SELECT category FROM balance_transaction WHERE id = ?', [id])?.category ??
    null
  );
}

/** Our id and the number of an invoice, by Stripe's id. */
export function invoiceRef(
  db: Db,
  stripeId: string,
): { readonly id: string; readonly number: string | null } | undefined {
  return db.get<{ id: string; number: string | null }>('SELECT id, number FROM invoice WHERE stripe_id = ?', [
    stripeId,
  ]);
}

/** Who an entry is with, and the number of the document, as they are now; `caseId` is Stripe's. */
export function entryParty(
  db: Db,
  caseId: string,
): { readonly name: string; readonly number: string | null } | undefined {
  return db.get<{ name: string; number: string | null }>(
    `SELECT customer_name AS name, number FROM invoice WHERE stripe_id = :id
     UNION ALL SELECT customer_name, NULL FROM payment WHERE balance_transaction_id = :id
     UNION ALL SELECT p.customer_name, NULL FROM refund r JOIN payment p ON p.id = r.payment_id WHERE r.balance_transaction_id = :id
     UNION ALL SELECT p.customer_name, NULL FROM dispute d JOIN payment p ON p.id = d.payment_id
       WHERE d.id = :id OR d.id = (SELECT source FROM balance_transaction WHERE id = :id)
     LIMIT 1`,
    { id: caseId },
  );
}

/** The day of the first entry; null while there is none. */
export function firstDay(db: Db): string | null {
  return db.get<{ day: string | null }>('SELECT min(day) AS day FROM journal_entry')?.day ?? null;
}
