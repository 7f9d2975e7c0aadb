// The first movement of Stripe's balance that the books do not hold as Stripe tells it: sought only when the sums differ.
import type { Db } from './database.ts';

export interface DifferingMovement {
  /** Of the balance transaction. */
  readonly caseId: string;
  readonly currency: string;
  /** Minor units after fees: what Stripe says, and what the books say. */
  readonly expected: number;
  readonly found: number;
}

/** `account` is that of the Stripe balance. The oldest of Stripe's comes before what the books hold and Stripe does not list. */
export function firstDifferingMovement(db: Db, account: number): DifferingMovement | undefined {
  return (
    db.get<DifferingMovement>(
      `SELECT * FROM (
         SELECT b.id AS caseId, b.currency, b.net AS expected, b.created,
           (SELECT ifnull(sum(p.amount), 0) FROM journal_entry e CROSS JOIN posting p ON p.entry_seq = e.seq
            WHERE e.case_id = b.id AND p.account = :account AND p.currency = b.currency) AS found
         FROM balance_transaction b)
       WHERE expected <> found ORDER BY created, caseId LIMIT 1`,
      { account },
    ) ??
    db.get<DifferingMovement>(
      `SELECT e.case_id AS caseId, p.currency, 0 AS expected, sum(p.amount) AS found
       FROM posting p INDEXED BY posting_of_account CROSS JOIN journal_entry e ON e.seq = p.entry_seq
       WHERE p.account = :account AND NOT EXISTS (SELECT 1 FROM balance_transaction b WHERE b.id = e.case_id)
       GROUP BY e.case_id, p.currency HAVING found <> 0 ORDER BY min(e.seq) LIMIT 1`,
      { account },
    )
  );
}
