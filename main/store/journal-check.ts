// What a verification of the books reads beside the journal itself.
import type { Db } from './database.ts';
import { CASES, type DueObject } from './posting-due.ts';

/** The kept objects that have a case of their own, by id. */
export function bookedObjects(db: Db, after: string, limit: number): readonly DueObject[] {
  return db.all<DueObject>(
    `SELECT id, type FROM stripe_object WHERE type IN ${CASES} AND id > ? ORDER BY id LIMIT ?`,
    [after, limit],
  );
}

export function countCases(db: Db): number {
  return (
    db.get<{ count: number }>(`SELECT count(*) AS count FROM stripe_object WHERE type IN ${CASES}`)?.count ??
    0
  );
}

/** An entry of an object that was never seen, which nothing can have caused. */
export function strayEntry(db: Db): { readonly caseId: string; readonly cause: string } | undefined {
  return db.get<{ caseId: string; cause: string }>(
    `SELECT case_id AS caseId, cause FROM journal_entry
     WHERE NOT EXISTS (SELECT 1 FROM stripe_object WHERE id = case_id) LIMIT 1`,
  );
}

/** The first kept sum that is not what its postings come to. */
export function differingSum(db: Db): { readonly account: number; readonly currency: string } | undefined {
  return (
    firstDiffering(db, 'ledger_sum', 'account, sub, currency, month') ??
    firstDiffering(db, 'account_sum', 'account, currency, month')
  );
}

function firstDiffering(
  db: Db,
  table: 'ledger_sum' | 'account_sum',
  key: string,
): { readonly account: number; readonly currency: string } | undefined {
  return db.get<{ account: number; currency: string }>(
    `WITH line AS (
       SELECT p.account, p.sub, p.currency, substr(e.day, 1, 7) AS month, max(p.amount, 0) AS debit, max(-p.amount, 0) AS credit
       FROM posting p JOIN journal_entry e ON e.seq = p.entry_seq),
     posted AS (SELECT ${key}, sum(debit) AS debit, sum(credit) AS credit FROM line GROUP BY ${key}),
     kept AS (SELECT ${key}, debit, credit FROM ${table}),
     differing AS (
       SELECT * FROM (SELECT * FROM posted EXCEPT SELECT * FROM kept)
       UNION ALL SELECT * FROM (SELECT * FROM kept EXCEPT SELECT * FROM posted))
     SELECT account, currency FROM differing LIMIT 1`,
  );
}

/** The first entry number whose postings are not numbered from 0 on, or have no entry: the schema never leaves one. */
export function strayPosting(db: Db): { readonly seq: number } | undefined {
  return db.get<{ seq: number }>(
    `SELECT entry_seq AS seq FROM posting GROUP BY entry_seq
     HAVING max(line) <> count(*) - 1 OR min(line) <> 0 OR entry_seq NOT IN (SELECT seq FROM journal_entry) LIMIT 1`,
  );
}

/** The trial balance: a currency in which the debits of all accounts are not their credits. */
export function unbalancedCurrency(db: Db): string | undefined {
  return db.get<{ currency: string }>(
    'SELECT currency FROM account_sum GROUP BY currency HAVING sum(debit) <> sum(credit) LIMIT 1',
  )?.currency;
}
