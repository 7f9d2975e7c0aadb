// What every account and part of one came to before a day, as the postings with which the journal of a period begins.
import type { Posting } from '../../shared/domain/books/entry.ts';
import type { Db } from '../store/database.ts';
import { createPacer } from '../books/reports/portions.ts';
import { entriesByDay } from '../store/journal.ts';
import { increase } from './running-balances.ts';

/** Entries read at a time: some ten milliseconds of work. */
const PORTION = 500;

export interface OpeningOf {
  /** Calendar day; nothing of this day counts. */
  readonly from: string;
  /** Of the last entry that counts. */
  readonly upTo: number;
  /** Lets others have their turn between two portions. */
  readonly pause: () => Promise<void>;
}

/** They sum to zero in each currency, as the entries do. What has come to zero is left out, and takes no memory. */
export async function openingBalances(db: Db, { from, upTo, pause }: OpeningOf): Promise<readonly Posting[]> {
  const balances = new Map<string, Posting>();
  const pacer = createPacer({ pause });
  for (let after = { day: '', seq: 0 }; ;) {
    const entries = entriesByDay(db, after, { upTo, limit: PORTION });
    for (const { day, postings } of entries) {
      if (day >= from) return [...balances.values()];
      for (const posting of postings) {
        const key = increase(balances, posting);
        if (balances.get(key)?.amount === 0) balances.delete(key);
      }
    }
    const last = entries.at(-1);
    if (!last) return [...balances.values()];
    after = { day: last.day, seq: last.seq };
    await pacer.did(entries.length * 10);
  }
}
