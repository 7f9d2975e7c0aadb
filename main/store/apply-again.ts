// Kept objects that wait to be applied once more: a newer program reads more of them than the one that kept them.
import type { Db } from './database.ts';

/** The JSON texts of the next ones, which are taken off the queue in the caller's transaction. */
export function takeQueuedObjects(db: Db, limit: number): readonly string[] {
  const rows = db.all<{ id: string; json: string | null }>(
    `SELECT q.id, o.json FROM (SELECT id FROM apply_again ORDER BY id LIMIT ?) AS q
       LEFT JOIN stripe_object o ON o.id = q.id AND o.deleted = 0`,
    [limit],
  );
  const last = rows.at(-1);
  if (last) db.run('DELETE FROM apply_again WHERE id <= ?', [last.id]);
  return rows.flatMap(({ json }) => (json === null ? [] : [json]));
}

export function hasQueuedObjects(db: Db): boolean {
  return db.get('SELECT 1 FROM apply_again LIMIT 1') !== undefined;
}
