// When the books are posted, and how much of them at once: never while everything is still listed, never so much that anything waits.
import { expect, test } from 'vitest';
import { createBreaks } from '../../../main/books/breaks.ts';
import { createPoster, postNext } from '../../../main/books/poster.ts';
import type { Db } from '../../../main/store/database.ts';
import { endOfJournal } from '../../../main/store/journal.ts';
import { countDue } from '../../../main/store/posting-due.ts';
import { backfillPosition } from '../../../main/store/sync-position.ts';
import { applyObjects } from '../../../main/sync/apply.ts';
import { planBackfill } from '../../../main/sync/backfill-plan.ts';
import { Changes } from '../../../main/sync/changes.ts';
import { dayOf } from '../../../shared/domain/dates.ts';
import { memoryDb } from '../../support/memory-db.ts';
import { balanceTransaction } from '../../support/stripe-objects.ts';
import { createVirtualClock, NOON } from '../../support/virtual-clock.ts';

const MANY = 1_000;
const day = (at: number): string => dayOf(at, 'Europe/Berlin');

function booksWith(movements: number): Db {
  const db = memoryDb();
  const objects = Array.from({ length: movements }, (_, n) => balanceTransaction(`txn_${n}`, `ch_${n}`));
  const context = { timeZone: 'Europe/Berlin', changes: new Changes(), indexing: 'later' } as const;
  db.transaction(() => expect(applyObjects(db, objects, context)).toEqual([]));
  return db;
}

/** A clock on which every look is so many milliseconds after the one before. */
function clockOf(msBetweenLooks: number): { readonly now: () => number } {
  let now = NOON;
  return { now: () => (now += msBetweenLooks) };
}

function entriesOfOnePortion(msBetweenLooks: number): number {
  const db = booksWith(MANY);
  expect(postNext({ db, clock: clockOf(msBetweenLooks), dayOf: day })).toBe(true);
  const posted = endOfJournal(db).seq;
  expect(countDue(db)).toBe(MANY - posted);
  return posted;
}

test('a portion is small where the machine is slow, larger where it is fast, and has an end where the clock stands still', () => {
  const [slow, fast, still] = [entriesOfOnePortion(50), entriesOfOnePortion(4), entriesOfOnePortion(0)];
  expect(slow).toBeGreaterThan(0);
  expect(fast).toBeGreaterThan(slow);
  expect(still).toBeGreaterThan(fast);
  expect(still).toBeLessThan(MANY);
});

test('nothing is posted while everything is listed for the first time, and all of it at the wake after that', async () => {
  const db = booksWith(3);
  const clock = createVirtualClock(NOON);
  const told: string[] = [];
  const poster = createPoster({
    db,
    clock,
    dayOf: day,
    log: { info: () => undefined, error: (event) => told.push(event) },
    breaks: createBreaks(clock),
    onPosted: () => told.push('posted'),
  });
  const position = planBackfill(null, NOON / 1000, 'live');
  backfillPosition.write(db, position);
  poster.wake();
  await clock.advance(1_000);
  expect([endOfJournal(db).seq, countDue(db), told]).toEqual([0, 3, []]);

  backfillPosition.write(db, { ...position, done: true });
  poster.wake();
  await clock.advance(1_000);
  expect([endOfJournal(db).seq, countDue(db), told]).toEqual([3, 0, ['posted']]);
});

test('what is listed again later, after a long time away, holds nothing back', async () => {
  const db = booksWith(3);
  const clock = createVirtualClock(NOON);
  const poster = createPoster({
    db,
    clock,
    dayOf: day,
    log: { info: () => undefined, error: (event) => expect.unreachable(event) },
    breaks: createBreaks(clock),
    onPosted: () => undefined,
  });
  backfillPosition.write(db, planBackfill(NOON / 1000, NOON / 1000, 'live'));
  poster.wake();
  await clock.advance(1_000);
  expect(countDue(db)).toBe(0);
});
