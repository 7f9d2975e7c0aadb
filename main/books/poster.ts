// Posts what is due, a small portion and a transaction at a time, so that nothing else has to wait for the books.
import type { Clock, Log } from '../ports.ts';
import { booksBegin } from '../store/beginnings.ts';
import { closedThrough } from '../store/closings.ts';
import type { Db } from '../store/database.ts';
import { dueAround, nextDue, settleDue } from '../store/posting-due.ts';
import { backfillPosition } from '../store/sync-position.ts';
import { casesOf } from './cases.ts';
import type { Breaks } from './breaks.ts';
import { readItemAccounts } from './item-accounts.ts';
import type { DayOf } from './invoice-facts.ts';
import { postCases, type PostingContext } from './post-cases.ts';

/** Objects whose cases are looked at together: a few milliseconds of work. */
const TOGETHER = 80;
/** A transaction ends when it has taken so long: it is never what somebody waits for. */
const PORTION_MS = 15;
/** And after so many times `TOGETHER`, on however fast a machine: a clock may stand still or be set back. */
const MOST = 10;

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
  /** Posts what is due, soon; while everything is listed for the first time it waits for the wake at the end of that. */
  wake(): void;
  /** Resolves when nothing is under way. */
  settled(): Promise<void>;
}

/** One portion, in a transaction of its own. Answers whether anything was due. */
export function postNext({ db, dayOf, clock }: PostingParts): boolean {
  // Most often there is nothing, and nothing is locked to find that out.
  if (nextDue(db, 1).length === 0) return false;
  const began = clock.now();
  const now = Math.floor(began / 1000);
  db.transaction(() => {
    const context = {
      dayOf,
      now,
      begins: booksBegin(db),
      closedThrough: closedThrough(db),
      accounts: readItemAccounts(db),
    };
    for (let times = 0; times < MOST && postTogether(db, context); times += 1) {
      if (clock.now() - began >= PORTION_MS) break;
    }
  });
  return true;
}

/** Answers whether anything was due. */
function postTogether(db: Db, context: PostingContext): boolean {
  const due = nextDue(db, TOGETHER);
  if (due.length === 0) return false;
  const cases = new Map(due.flatMap((object) => casesOf(db, object)).map((one) => [one.id, one]));
  postCases(db, [...cases.values()], context);
  // What belongs to the same cases and nothing else has been looked at with them.
  const around = dueAround(db, [...cases.keys()]).filter(
    (object) => object.isOfCase === 1 || casesOf(db, object).every(({ id }) => cases.has(id)),
  );
  settleDue(db, [...new Set([...due, ...around].map(({ id }) => id))]);
  return true;
}

/**
 * While everything is listed for the first time, what belongs together comes in lists of its own: an invoice long before its payments
 * and credit notes. It is posted once, when all of it is here, which halves the work and leaves no corrections of what was half told.
 */
function isListing(db: Db): boolean {
  const position = backfillPosition.read(db);
  return position?.kind === 'first' && !position.done;
}

export function createPoster(options: PosterOptions): Poster {
  const { log, breaks, onPosted } = options;
  const state = { wanted: false };
  let running: Promise<void> | null = null;
  const run = async (): Promise<void> => {
    let posted = false;
    while (state.wanted && (await breaks.take())) {
      state.wanted = !isListing(options.db) && postNext(options);
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
