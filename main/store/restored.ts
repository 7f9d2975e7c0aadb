// What restored books remember of it: until everything that happened since the backup is here again, nothing goes out; and what was waiting then is suspect.
import { z } from 'zod';
import type { Db } from './database.ts';
import { eventPosition } from './sync-position.ts';

const Restored = z.object({
  /** Unix seconds of this computer's clock. */
  at: z.int(),
  /** When the backup was made that the books come from. */
  madeAt: z.int(),
  /** Stripe's clock when it was first asked afterwards; everything up to here must be taken in. Null before. */
  settledFrom: z.int().nullable(),
  settledAt: z.int().nullable(),
  /** Outbox rows that were unfinished in the backup: what became of them since, only Stripe can tell. */
  suspects: z.array(z.string()),
  /** Customers who were erased after the backup, by our ids; empty once they are erased again. */
  erase: z.array(z.string()),
});
export type Restored = z.infer<typeof Restored>;

/** How far behind the saved position the events are asked for again, seconds: what was saved is not older than that. */
const BACK_SECONDS = 3600;

export function readRestored(db: Db): Restored | null {
  const row = db.get<{ value: string }>("SELECT value FROM meta WHERE key = 'restored'");
  return row ? Restored.parse(JSON.parse(row.value)) : null;
}

export function writeRestored(db: Db, restored: Restored): void {
  db.run(
    "INSERT INTO meta (key, value) VALUES ('restored', ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
    [JSON.stringify(restored)],
  );
}

export type RestoredFrom = Readonly<Pick<Restored, 'at' | 'madeAt'>> & { readonly erase: readonly string[] };

/** Prepares a copy of a backup to become the books: in one transaction, and before anything of it can act. */
export function markRestored(db: Db, { at, madeAt, erase }: RestoredFrom): void {
  db.transaction(() => {
    const suspects = db
      .all<{ id: string }>(
        "SELECT id FROM outbox WHERE state IN ('queued', 'sending', 'waiting', 'checking')",
      )
      .map(({ id }) => id);
    // It may have been sent since: nobody can take it back any more as if it had not.
    db.run(
      "UPDATE outbox SET attempts = max(attempts, 1), next_attempt_at = NULL WHERE state IN ('queued', 'sending', 'waiting', 'checking')",
    );
    writeRestored(db, { at, madeAt, settledFrom: null, settledAt: null, suspects, erase: [...erase] });
    const position = eventPosition.read(db);
    if (position) eventPosition.write(db, { watermark: Math.max(0, position.watermark - BACK_SECONDS) });
    db.run("DELETE FROM meta WHERE key = 'copy'");
  });
}

/** Whether what happened since the backup is still being fetched. */
export function isSettling(db: Db): boolean {
  return readRestored(db)?.settledAt === null;
}

/**
 * Notes that all lists are done and that events are taken in up to `watermark` (Stripe's clock, unix seconds). Answers true when
 * this made the books settled: what was done at Stripe before the first question after the restore is here.
 */
export function noteSettled(db: Db, watermark: number, now: number): boolean {
  const restored = readRestored(db);
  if (restored === null || restored.settledAt !== null) return false;
  const from = restored.settledFrom;
  if (from !== null && watermark >= from) {
    writeRestored(db, { ...restored, settledAt: now });
    return true;
  }
  if (from === null) writeRestored(db, { ...restored, settledFrom: watermark + SETTLING_SECONDS });
  return false;
}

/** The poller's watermark stays so far behind Stripe's clock, because the newest events may not be visible yet. */
const SETTLING_SECONDS = 60;

export function isSuspect(db: Db, stepId: string): boolean {
  return readRestored(db)?.suspects.includes(stepId) === true;
}

/** Stripe has been asked about a step, or a person has decided: it is a step as any other. */
export function clearSuspects(db: Db, stepIds: readonly string[]): void {
  const restored = readRestored(db);
  if (restored === null || !restored.suspects.some((id) => stepIds.includes(id))) return;
  writeRestored(db, { ...restored, suspects: restored.suspects.filter((id) => !stepIds.includes(id)) });
}
