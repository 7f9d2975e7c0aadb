// The journal as a list, newest entry first, with what each entry is about.
import type { Db } from './database.ts';
import { CURSOR, type PageInput, pageOfSeqs } from './keyset.ts';

export interface JournalLine {
  readonly seq: number;
  readonly case_id: string;
  readonly cause: string;
  readonly version: number;
  readonly day: string;
  readonly cursor: string;
}

export function journalPage(
  db: Db,
  { account, page }: { readonly account: number | null; readonly page: PageInput },
): readonly JournalLine[] {
  const from = 'journal_entry t INDEXED BY journal_entry_by_day';
  const conditions =
    account === null
      ? []
      : [
          {
            sql: 'EXISTS (SELECT 1 FROM posting p WHERE p.entry_seq = t.seq AND p.account = +?)',
            parameters: [account],
          },
        ];
  const seqs = pageOfSeqs([{ from, conditions }], { column: 'day', direction: 'desc' }, page);
  return db.all<JournalLine>(
    `SELECT ${CURSOR}, t.seq, t.case_id, t.cause, t.version, t.day FROM (${seqs.sql}) AS page
     CROSS JOIN journal_entry t ON t.seq = page.seq ORDER BY page.place DESC, page.seq DESC`,
    seqs.parameters,
  );
}

export interface EntrySubject {
  readonly kind: 'invoice' | 'payment' | 'payout';
  /** Ours. */
  readonly id: string;
  readonly title: string;
}

/** What an entry is about, for a link to its page; null where there is none. `caseId` is Stripe's. */
export function entrySubject(db: Db, caseId: string): EntrySubject | null {
  return (
    db.get<EntrySubject>(
      `SELECT 'invoice' AS kind, id, ifnull(number, '') AS title FROM invoice WHERE stripe_id = :id
       UNION ALL SELECT 'payout', id, arrival_day FROM payout WHERE id = :id
       UNION ALL SELECT 'payout', p.id, p.arrival_day FROM balance_transaction b JOIN payout p ON p.id = b.source WHERE b.id = :id
       UNION ALL SELECT 'payment', p.id, p.customer_name FROM payment p WHERE p.balance_transaction_id = :id
       UNION ALL SELECT 'payment', p.id, p.customer_name FROM refund r JOIN payment p ON p.id = r.payment_id WHERE r.balance_transaction_id = :id
       UNION ALL SELECT 'payment', p.id, p.customer_name FROM dispute d JOIN payment p ON p.id = d.payment_id
         WHERE d.id = :id OR d.id = (SELECT source FROM balance_transaction WHERE id = :id)
       LIMIT 1`,
      { id: caseId },
    ) ?? null
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
