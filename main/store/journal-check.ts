// What a verification of the books reads beside the journal itself, in portions.
import type { Db } from './database.ts';
import { CASES, type DueObject } from './posting-due.ts';

/** A place among the kept objects that have a case of their own. */
export interface CasePlace {
  readonly type: string;
  readonly created: number;
  readonly row: number;
}

export interface BookedObject extends DueObject {
  readonly place: CasePlace;
}

interface BookedRow extends DueObject {
  readonly created: number;
  readonly row: number;
}

/**
 * The next kept objects that have a case of their own, type by type and oldest first; from the first on when `after` is null. Walked
 * along an index: by their ids they would all be sorted for each portion.
 */
export function bookedObjects(db: Db, after: CasePlace | null, limit: number): readonly BookedObject[] {
  const { type, created, row } = after ?? { type: '', created: 0, row: 0 };
  const select = 'SELECT id, type, created, rowid AS row FROM stripe_object INDEXED BY stripe_object_by_type';
  const rows = CASES.filter((one) => one >= type).flatMap((one) => {
    const from = one === type ? { created, row } : { created: Number.MIN_SAFE_INTEGER, row: 0 };
    return db.all<BookedRow>(
      `${select} WHERE type = +:one AND (created, rowid) > (+:created, +:row) ORDER BY created, rowid LIMIT +:limit`,
      { one, ...from, limit },
    );
  });
  return rows
    .slice(0, limit)
    .map(({ id, type: own, ...rest }) => ({ id, type: own, place: { type: own, ...rest } }));
}

export function countCases(db: Db): number {
  return (
    db.get<{ count: number }>(
      `SELECT count(*) AS count FROM stripe_object WHERE type IN (SELECT value FROM json_each(?))`,
      [JSON.stringify(CASES)],
    )?.count ?? 0
  );
}

/** The first entry of a stretch, both ends included, whose object was never seen, which nothing can have caused. */
export function strayEntry(
  db: Db,
  first: number,
  last: number,
): { readonly caseId: string; readonly cause: string } | undefined {
  return db.get<{ caseId: string; cause: string }>(
    `SELECT case_id AS caseId, cause FROM journal_entry
     WHERE seq BETWEEN +? AND +? AND NOT EXISTS (SELECT 1 FROM stripe_object WHERE id = case_id) ORDER BY seq LIMIT 1`,
    [first, last],
  );
}

/** The trial balance: a currency in which the debits of all accounts are not their credits. */
export function unbalancedCurrency(db: Db): string | undefined {
  return db.get<{ currency: string }>(
    'SELECT currency FROM account_sum GROUP BY currency HAVING sum(debit) <> sum(credit) LIMIT 1',
  )?.currency;
}
