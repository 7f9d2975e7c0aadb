// Closings and reopenings of months: facts of our own, only ever added.
import type { Db } from './database.ts';

export interface Closing {
  /** 1, 2, 3, … */
  readonly seq: number;
  /** All months up to this one are closed from here on; null for none. */
  readonly through: string | null;
  /** Why months were opened again; empty for a closing. */
  readonly reason: string;
  /** Unix seconds. */
  readonly at: number;
  /** The last entry of the journal when it was made. */
  readonly afterEntry: number;
}

export interface ChainedClosing extends Closing {
  /** Hash of it, of the closing before it and of the journal up to it. */
  readonly chain: string;
}

const COLUMNS = 'seq, through, reason, at, after_entry AS afterEntry, chain';

/** Oldest first. */
export function closings(db: Db): readonly ChainedClosing[] {
  return db.all<ChainedClosing>(`SELECT ${COLUMNS} FROM closing ORDER BY seq`);
}

export function lastClosing(db: Db): ChainedClosing | undefined {
  return db.get<ChainedClosing>(`SELECT ${COLUMNS} FROM closing ORDER BY seq DESC LIMIT 1`);
}

/** All months up to the one answered are closed; null while none is. */
export function closedThrough(db: Db): string | null {
  return (
    db.get<{ through: string | null }>('SELECT through FROM closing ORDER BY seq DESC LIMIT 1')?.through ??
    null
  );
}

export function addClosing(db: Db, { seq, through, reason, at, afterEntry, chain }: ChainedClosing): void {
  db.run('INSERT INTO closing (seq, through, reason, at, after_entry, chain) VALUES (?, ?, ?, ?, ?, ?)', [
    seq,
    through,
    reason,
    at,
    afterEntry,
    chain,
  ]);
}
