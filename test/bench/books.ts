// The figures of the books: posting, proving, reporting and rebuilding those of 100,000 invoices.
import { postNext } from '../../main/books/poster.ts';
import { proofOf } from '../../main/books/proof.ts';
import { trialBalance } from '../../main/books/trial-balance.ts';
import { verifyBooks } from '../../main/books/verify.ts';
import { journalFile } from '../../main/exports/journal-file.ts';
import type { Db } from '../../main/store/database.ts';
import { quickDayOf } from '../../main/sync/days.ts';
import { type Line, atMost } from './report.ts';

const dayOf = (at: number): string => quickDayOf(at, 'Europe/Berlin');
const NEVER = { running: false, done: 0, all: 0, finishedAt: null, entries: 0, finding: null };

/** Posts everything that is due; answers seconds and the longest portion in milliseconds. */
export function postAll(db: Db): { readonly seconds: number; readonly longest: number } {
  const start = performance.now();
  let longest = 0;
  for (;;) {
    const began = performance.now();
    if (!postNext({ db, clock: { now: () => 0 }, dayOf })) break;
    longest = Math.max(longest, performance.now() - began);
  }
  return { seconds: (performance.now() - start) / 1000, longest };
}

function milliseconds(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** `posted` is what `postAll` answered for these books. */
export async function bookLines(db: Db, posted: ReturnType<typeof postAll>): Promise<readonly Line[]> {
  let held = 0;
  let began = performance.now();
  const start = began;
  const verification = await verifyBooks({
    db,
    dayOf,
    pause: () => {
      held = Math.max(held, performance.now() - began);
      began = performance.now();
      return Promise.resolve(true);
    },
  });
  if (verification?.finding !== null) throw new Error('The books of the benchmark do not verify');
  const rebuilt = (performance.now() - start) / 1000;
  let written = 0;
  const exported = milliseconds(() => {
    for (const part of journalFile(db, 'hledger', proofOf(db, 0, NEVER))) written += part.length;
  });
  if (written === 0) throw new Error('The journal of the benchmark is empty');
  return [
    atMost(
      'proof',
      milliseconds(() => proofOf(db, 0, NEVER)),
      50,
      'ms',
    ),
    atMost(
      'trial balance of all',
      milliseconds(() => trialBalance(db, { from: null, to: null })),
      100,
      'ms',
    ),
    atMost(
      'trial balance from one day to another',
      milliseconds(() => trialBalance(db, { from: '2024-02-14', to: '2025-07-15' })),
      100,
      'ms',
    ),
    atMost('posting everything', posted.seconds, 60, 's'),
    atMost('longest portion of posting', posted.longest, 50, 'ms'),
    atMost('rebuilding and comparing everything', rebuilt, 60, 's'),
    atMost('longest portion of rebuilding', held, 50, 'ms'),
    atMost('export for hledger', exported / 1000, 20, 's'),
  ];
}
