// What was posted to an account, as reports ask for it: sums by what it was about, and the postings one by one.
import type { Db } from '../database.ts';

/** Days, both included, and the last entry that counts: what is posted while a report is made is not part of it. */
export interface Span {
  readonly from: string;
  readonly to: string;
  readonly end: number;
}

/** The first and the last day on which anything is posted; undefined when nothing is. */
export function postedDays(db: Db): { readonly first: string; readonly last: string } | undefined {
  const row = db.get<{ first: string | null; last: string | null }>(
    `SELECT (SELECT day FROM journal_entry INDEXED BY journal_entry_by_day ORDER BY day LIMIT 1) AS first,
       (SELECT day FROM journal_entry INDEXED BY journal_entry_by_day ORDER BY day DESC LIMIT 1) AS last`,
  );
  return row?.first && row.last ? { first: row.first, last: row.last } : undefined;
}

const IN_SPAN = `FROM posting p INDEXED BY posting_of_account_by_day CROSS JOIN journal_entry e ON e.seq = p.entry_seq
  WHERE p.day BETWEEN :from AND :to AND p.entry_seq <= :end AND p.account = +:account`;

export interface CaseSum {
  /** Stripe's id. */
  readonly case_id: string;
  readonly sub: string;
  readonly currency: string;
  readonly sum: number;
}

/** What each case came to on an account, of the entries after one and up to another, by the end of a day. */
export function caseSums(
  db: Db,
  part: { readonly account: number; readonly after: number; readonly until: number; readonly day: string },
): readonly CaseSum[] {
  return db.all<CaseSum>(
    `SELECT e.case_id, p.sub, p.currency, sum(p.amount) AS sum
     FROM posting p CROSS JOIN journal_entry e ON e.seq = p.entry_seq
     WHERE p.entry_seq > :after AND p.entry_seq <= :until AND +p.account = :account AND e.day <= :day
     GROUP BY e.case_id, p.sub, p.currency HAVING sum <> 0`,
    part,
  );
}

/** The same of one part of the account alone. */
export function caseSumsOfSub(
  db: Db,
  part: { readonly account: number; readonly sub: string; readonly until: number; readonly day: string },
): readonly CaseSum[] {
  return db.all<CaseSum>(
    `SELECT e.case_id, p.sub, p.currency, sum(p.amount) AS sum
     FROM posting p INDEXED BY posting_of_account CROSS JOIN journal_entry e ON e.seq = p.entry_seq
     WHERE p.account = :account AND p.sub = :sub AND p.entry_seq <= :until AND e.day <= :day
     GROUP BY e.case_id, p.currency HAVING sum <> 0`,
    part,
  );
}

export interface SubSum {
  readonly sub: string;
  readonly currency: string;
  readonly sum: number;
  /** Of postings. */
  readonly count: number;
}

export function subSums(db: Db, span: Span, account: number): readonly SubSum[] {
  return db.all<SubSum>(
    `SELECT p.sub, p.currency, sum(p.amount) AS sum, count(*) AS count ${IN_SPAN} GROUP BY p.sub, p.currency`,
    { ...span, account },
  );
}

export interface PostedLine {
  readonly seq: number;
  readonly day: string;
  readonly case_id: string;
  readonly cause: string;
  readonly version: number;
  readonly sub: string;
  readonly currency: string;
  readonly amount: number;
}

const LINE = 'SELECT e.seq, e.day, e.case_id, e.cause, e.version, p.sub, p.currency, p.amount';

/** In the order of days, and of entries within a day. */
export function postedLines(db: Db, span: Span, account: number): readonly PostedLine[] {
  return db.all<PostedLine>(`${LINE} ${IN_SPAN} ORDER BY p.day, p.entry_seq, p.line`, { ...span, account });
}

/** Those of one part of the account alone, from its first day on. */
export function postedLinesOfSub(
  db: Db,
  part: { readonly account: number; readonly sub: string; readonly to: string; readonly end: number },
): readonly PostedLine[] {
  return db.all<PostedLine>(
    `${LINE} FROM posting p INDEXED BY posting_of_account CROSS JOIN journal_entry e ON e.seq = p.entry_seq
     WHERE p.account = :account AND p.sub = :sub AND e.seq <= :end AND e.day <= :to
     ORDER BY e.day, e.seq, p.line`,
    part,
  );
}

/** The cases of a customer's invoices, by Stripe's ids of both: also of those that were settled before the books begin. */
export function casesOfCustomer(db: Db, customer: string): readonly string[] {
  return db
    .all<{ id: string }>(
      `SELECT i.stripe_id AS id FROM customer c CROSS JOIN invoice i ON i.deleted = 0 AND i.customer_id = c.id
       WHERE c.stripe_id = +? AND i.stripe_id IS NOT NULL AND i.status IN ('open', 'paid', 'uncollectible', 'void')`,
      [customer],
    )
    .map(({ id }) => id);
}

/** What the credit notes of cases posted to some accounts, in the order of days, and of entries within a day. */
export function noteLinesOfCases(
  db: Db,
  part: {
    readonly cases: readonly string[];
    readonly accounts: readonly number[];
    readonly to: string;
    readonly end: number;
  },
): readonly (PostedLine & { readonly account: number })[] {
  return db.all(
    `${LINE}, p.account FROM json_each(:cases) c
     CROSS JOIN journal_entry e INDEXED BY journal_entry_of_case ON e.case_id = c.value JOIN posting p ON p.entry_seq = e.seq
     WHERE e.cause LIKE 'credit-note.%' AND e.seq <= :end AND e.day <= :to AND p.account IN (SELECT value FROM json_each(:accounts))
     ORDER BY e.day, e.seq, p.line`,
    { ...part, cases: JSON.stringify(part.cases), accounts: JSON.stringify(part.accounts) },
  );
}
