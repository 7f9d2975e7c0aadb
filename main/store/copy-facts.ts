// What a copy of the books holds and when it was made: written into the copy itself, so that it is told wherever the file is taken.
import Database from 'better-sqlite3';
import { z } from 'zod';
import { Held } from '../../shared/contract/backups.ts';
import type { Db } from './database.ts';

const CopyFacts = z.object({
  /** Unix seconds. */
  madeAt: z.int(),
  held: Held,
});
export type CopyFacts = z.infer<typeof CopyFacts>;

/** Books of an early schema have no journal. */
export function hasJournal(db: Db): boolean {
  return db.get("SELECT 1 FROM sqlite_schema WHERE name = 'journal_entry'") !== undefined;
}

export function countHeld(db: Db): Held {
  const count = (sql: string): number => db.get<{ n: number }>(`SELECT count(*) AS n FROM ${sql}`)?.n ?? 0;
  return {
    invoices: count("invoice WHERE deleted = 0 AND status <> 'draft'"),
    drafts: count("invoice WHERE deleted = 0 AND status = 'draft'"),
    customers: count('customer WHERE deleted = 0'),
    payments: count('payment'),
    entries: hasJournal(db) ? count('journal_entry') : 0,
  };
}

export function writeCopyFacts(db: Db, facts: CopyFacts): void {
  db.run(
    "INSERT INTO meta (key, value) VALUES ('copy', ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
    [JSON.stringify(facts)],
  );
}

/** Null when the file tells nothing of itself, or cannot be read. */
export function readCopyFacts(path: string): CopyFacts | null {
  try {
    const connection = new Database(path, { readonly: true, fileMustExist: true, timeout: 0 });
    try {
      const text: unknown = connection.prepare("SELECT value FROM meta WHERE key = 'copy'").pluck().get();
      return CopyFacts.safeParse(JSON.parse(typeof text === 'string' ? text : 'null')).data ?? null;
    } finally {
      connection.close();
    }
  } catch (error) {
    if (error instanceof Database.SqliteError || error instanceof SyntaxError) return null;
    throw error;
  }
}
