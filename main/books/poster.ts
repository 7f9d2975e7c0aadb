// Posts what is due, a small portion and a transaction at a time, so that nothing else has to wait for the books.
import type { Clock, Log } from '../ports.ts';
import { closedThrough } from '../store/closings.ts';
import type { Db } from '../store/database.ts';
import { dueAround, nextDue, settleDue } from '../store/posting-due.ts';
import { casesOf } from './cases.ts';
import type { Breaks } from './breaks.ts';
import type { DayOf } from './invoice-facts.ts';
import { postCase } from './post-case.ts';
import { keepSales } from './sale-facts.ts';

/** Objects of one transaction: some ten milliseconds of work. */
const PORTION = 50;

/** What posting needs. */
export interface PostingParts {
  readonly db: Db;
  readonly clock: Pick<Clock, 'now'>;
  readonly dayOf: DayOf;
}

export interface PosterOptions extends PostingParts {
  readonly log: Log;
  /** Their end is the end of all posting. */
  readonly breaks: Breaks;
  /** All that was due is posted, and it was something. */
  readonly onPosted: () => void;
}

export interface Poster {
  /** Posts what is due, soon. */
  wake(): void;
  /** Resolves when nothing is under way. */
  settled(): Promise<void>;
}

/** One portion, in a transaction of its own. Answers whether anything was due. */
export function postNext({ db, dayOf, clock }: PostingParts): boolean {
  // Most often there is nothing, and nothing is locked to find that out.
  if (nextDue(db, 1).length === 0) return false;
  return db.transaction(() => {
    const due = nextDue(db, PORTION);
    const cases = new Map(due.flatMap((object) => casesOf(db, object)).map((one) => [one.id, one]));
    const context = { dayOf, now: Math.floor(clock.now() / 1000), closedThrough: closedThrough(db) };
    for (const one of cases.values()) {
      postCase(db, one, context);
      if (one.kind === 'invoice') keepSales(db, one.id);
    }
    // What belongs to the same cases and nothing else has been looked at with them.
    const around = dueAround(db, [...cases.keys()]).filter((object) =>
      casesOf(db, object).every(({ id }) => cases.has(id)),
    );
    settleDue(db, new Set([...due, ...around].map(({ id }) => id)));
    return due.length > 0;
  });
}

export function createPoster(options: PosterOptions): Poster {
  const { log, breaks, onPosted } = options;
  const state = { wanted: false };
  let running: Promise<void> | null = null;
  const run = async (): Promise<void> => {
    let posted = false;
    while (state.wanted && (await breaks.take())) {
      state.wanted = postNext(options);
      posted ||= state.wanted;
    }
    if (posted && !breaks.ended) onPosted();
  };
  return {
    wake() {
      state.wanted = true;
      if (running !== null || breaks.ended) return;
      running = run()
        // What is due stays due: it is tried again at the next change, and the proof says that it waits.
        .catch((error: unknown) =>
          log.error('books.not-posted', { error: error instanceof Error ? error.name : 'unknown' }),
        )
        .finally(() => {
          running = null;
        });
    },
    async settled() {
      await running;
    },
  };
}
