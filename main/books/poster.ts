// Posts what is due, a small portion and a transaction at a time, so that nothing else has to wait for the books.
import type { Clock, Log } from '../ports.ts';
import type { Db } from '../store/database.ts';
import { nextDue, settleDue } from '../store/posting-due.ts';
import { casesOf } from './cases.ts';
import type { DayOf } from './invoice-facts.ts';
import { postCase } from './post-case.ts';

/** Objects of one transaction: some ten milliseconds of work. */
const PORTION = 50;

export interface PosterOptions {
  readonly db: Db;
  readonly clock: Pick<Clock, 'now'>;
  readonly log: Log;
  readonly dayOf: DayOf;
  /** All that was due is posted, and it was something. */
  readonly onPosted: () => void;
}

export interface Poster {
  /** Posts what is due, soon. */
  wake(): void;
  /** Resolves when nothing is under way; nothing is begun afterwards. */
  stop(): Promise<void>;
}

/** One portion, in a transaction of its own. Answers whether anything was due. */
export function postNext({ db, dayOf, clock }: Pick<PosterOptions, 'db' | 'dayOf' | 'clock'>): boolean {
  return db.transaction(() => {
    const due = nextDue(db, PORTION);
    const cases = new Map(due.flatMap((object) => casesOf(db, object)).map((one) => [one.id, one]));
    const context = { dayOf, now: Math.floor(clock.now() / 1000) };
    for (const one of cases.values()) postCase(db, one, context);
    settleDue(
      db,
      due.map(({ id }) => id),
    );
    return due.length > 0;
  });
}

export function createPoster(options: PosterOptions): Poster {
  let running: Promise<void> | null = null;
  let again = false;
  let stopped = false;
  const run = async (): Promise<void> => {
    let posted = false;
    do {
      again = false;
      while (!stopped && postNext(options)) {
        posted = true;
        await new Promise((resolve) => setImmediate(resolve));
      }
    } while (again && !stopped);
    if (posted && !stopped) options.onPosted();
  };
  return {
    wake() {
      again = true;
      if (running !== null || stopped) return;
      running = Promise.resolve()
        .then(run)
        // What is due stays due: it is tried again at the next change, and the proof says that it waits.
        .catch((error: unknown) =>
          options.log.error('books.not-posted', { error: error instanceof Error ? error.name : 'unknown' }),
        )
        .finally(() => (running = null));
    },
    async stop() {
      stopped = true;
      await running;
    },
  };
}
