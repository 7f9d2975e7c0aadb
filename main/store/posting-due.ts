// What still waits to be posted, and where the books do not agree with what Stripe says.
import type { Db } from './database.ts';

/** Types of the objects that have a case of their own, in the order of their names. */
export const CASES: readonly string[] = [
  'balance_transaction',
  'customer_balance_transaction',
  'dispute',
  'invoice',
  'payout',
];

export interface DueObject {
  readonly id: string;
  /** Stripe's name of the type. */
  readonly type: string;
}

/** The next objects to be posted. */
export function nextDue(db: Db, limit: number): readonly DueObject[] {
  return db.all<DueObject>('SELECT id, type FROM posting_due ORDER BY id LIMIT +?', [limit]);
}

export interface DueAround extends DueObject {
  /** Whether it belongs to one of the cases and to no other: a payment that itself names the invoice. */
  readonly isOfCase: 0 | 1;
}

/** What waits and is a case itself, or is an invoice's payment: the cases by Stripe's ids. */
export function dueAround(db: Db, cases: readonly string[]): readonly DueAround[] {
  return db.all<DueAround>(
    `SELECT d.id, d.type, 0 AS isOfCase FROM json_each(+:cases) c CROSS JOIN posting_due d ON d.id = c.value
     UNION ALL SELECT d.id, d.type, d.type = 'invoice_payment' AND o.json ->> '$.invoice' IS c.value FROM json_each(+:cases) c
       CROSS JOIN invoice_payment p ON p.invoice_stripe_id = c.value CROSS JOIN posting_due d ON d.id = p.id
       CROSS JOIN stripe_object o ON o.id = d.id`,
    { cases: JSON.stringify(cases) },
  );
}

export function settleDue(db: Db, ids: readonly string[]): void {
  db.run('DELETE FROM posting_due WHERE id IN (SELECT value FROM json_each(?))', [JSON.stringify(ids)]);
}

export function countDue(db: Db): number {
  return db.get<{ count: number }>('SELECT count(*) AS count FROM posting_due')?.count ?? 0;
}

/** Everything is to be posted anew, as far as it comes to something else by now. */
export function everythingDue(db: Db): void {
  db.run(
    `INSERT INTO posting_due (id, type) SELECT id, type FROM stripe_object WHERE type IN (SELECT value FROM json_each(?))
     ON CONFLICT (id) DO NOTHING`,
    [JSON.stringify(CASES)],
  );
}

export interface CaseProblem {
  readonly caseId: string;
  readonly rule: 'receivable';
  readonly currency: string;
  /** What Stripe says, and what the books say. */
  readonly expected: number;
  readonly found: number;
}

/** Notes where the books of these cases do not agree with Stripe's word; those without a problem do. */
export function noteProblems(db: Db, cases: readonly string[], found: readonly CaseProblem[]): void {
  // Most books never have any.
  if (db.get('SELECT 1 FROM books_problem LIMIT 1') !== undefined) forgetProblems(db, cases);
  for (const problem of found)
    db.run('INSERT INTO books_problem (case_id, rule, currency, expected, found) VALUES (?, ?, ?, ?, ?)', [
      problem.caseId,
      problem.rule,
      problem.currency,
      problem.expected,
      problem.found,
    ]);
}

function forgetProblems(db: Db, cases: readonly string[]): void {
  db.run('DELETE FROM books_problem WHERE case_id IN (SELECT value FROM json_each(?))', [
    JSON.stringify(cases),
  ]);
}

/** The first ones by the id of their case, and how many there are. */
export function problems(
  db: Db,
  limit: number,
): { readonly first: readonly CaseProblem[]; readonly count: number } {
  const first = db.all<CaseProblem>(
    'SELECT case_id AS caseId, rule, currency, expected, found FROM books_problem ORDER BY case_id LIMIT ?',
    [limit],
  );
  const count = db.get<{ count: number }>('SELECT count(*) AS count FROM books_problem')?.count ?? 0;
  return { first, count };
}
