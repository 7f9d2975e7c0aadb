// What must hold of a machine's books after every commit.
import type { Db } from '../../../main/store/database.ts';

/** What a person was told is accepted; `operationId` where the program named it. */
export interface AcceptedWork {
  readonly kind: string;
  readonly operationId: string;
}

/** What the books held before the simulation, which is not looked at again and again. */
export interface Before {
  readonly entries: number;
  readonly steps: number;
  readonly operations: number;
}

export function endOfBooks(db: Db): Before {
  const last = (table: string): number =>
    db.get<{ seq: number | null }>(`SELECT max(seq) AS seq FROM ${table}`)?.seq ?? 0;
  return { entries: last('journal_entry'), steps: last('outbox'), operations: last('operation') };
}

/** In words; none when all is well. */
export function brokenNow(db: Db, accepted: readonly AcceptedWork[], before: Before): readonly string[] {
  return [...lost(db, accepted), ...unbalanced(db, before), ...unapplied(db, before)];
}

function lost(db: Db, accepted: readonly AcceptedWork[]): readonly string[] {
  return accepted
    .filter(({ operationId }) => db.get('SELECT 1 FROM operation WHERE id = ?', [operationId]) === undefined)
    .map(({ kind, operationId }) => `I2: ${kind} ${operationId} was accepted and is not in the books`);
}

function unbalanced(db: Db, { entries }: Before): readonly string[] {
  const entry = db.get<{ seq: number }>(
    'SELECT entry_seq AS seq FROM posting WHERE entry_seq > ? GROUP BY entry_seq, currency HAVING sum(amount) <> 0 LIMIT 1',
    [entries],
  );
  return entry ? [`I7: entry ${entry.seq} does not sum to zero`] : [];
}

/** What a step has made is kept in the same commit that says that it is done. */
function unapplied(db: Db, { steps }: Before): readonly string[] {
  return db
    .all<{ id: string }>(
      `SELECT id FROM outbox WHERE seq > ? AND state = 'done' AND result_id IS NOT NULL
       AND NOT EXISTS (SELECT 1 FROM stripe_object WHERE id = outbox.result_id)`,
      [steps],
    )
    .map(({ id }) => `I6: step ${id} is done, and what came of it is not in the books`);
}
