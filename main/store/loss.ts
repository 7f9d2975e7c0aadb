// What only this computer knows and a restore would lose.
import type { Db } from './database.ts';

export interface Loss {
  readonly drafts: readonly { readonly customerName: string; readonly at: number }[];
  readonly draftCount: number;
  readonly waiting: number;
  /** Closings and reopenings of months. */
  readonly closings: number;
}

/** Drafts written and operations accepted after `since` (unix seconds); the newest `named` drafts by their customers' names. */
export function lossSince(db: Db, since: number, named: number): Loss {
  const drafts = `FROM draft JOIN invoice ON invoice.id = draft.invoice_id
    WHERE invoice.deleted = 0 AND draft.updated_at > ?`;
  const count = (sql: string): number =>
    db.get<{ n: number }>(`SELECT count(*) AS n ${sql}`, [since])?.n ?? 0;
  return {
    drafts: db.all(
      `SELECT invoice.customer_name AS customerName, draft.updated_at AS at ${drafts} ORDER BY at DESC LIMIT ?`,
      [since, named],
    ),
    draftCount: count(drafts),
    waiting: count(
      "FROM operation WHERE created_at > ? AND state IN ('queued', 'sending', 'waiting', 'checking', 'needs-review', 'failed')",
    ),
    closings: count('FROM closing WHERE at > ?'),
  };
}
