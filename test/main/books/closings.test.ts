// Months that are closed and opened again between the happenings of any history: nothing is posted to a closed month, what was reported of it stays, and the books come out equal all the same.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { closeMonth, type PeriodContext, readPeriods, reopenMonth } from '../../../main/books/periods.ts';
import { postNext } from '../../../main/books/poster.ts';
import { proofOf } from '../../../main/books/proof.ts';
import { verifyBooks } from '../../../main/books/verify.ts';
import { Refusal } from '../../../main/refusal.ts';
import type { Db } from '../../../main/store/database.ts';
import { sumsBefore } from '../../../main/store/ledger-sums.ts';
import { backfillPosition, eventPosition } from '../../../main/store/sync-position.ts';
import { applyObjects } from '../../../main/sync/apply.ts';
import { Changes } from '../../../main/sync/changes.ts';
import { monthAfter } from '../../../shared/domain/months.ts';
import { dayOf } from '../../../shared/domain/dates.ts';
import { createBookedWorld, type Happening } from '../../support/booked-world.ts';
import { memoryDb } from '../../support/memory-db.ts';

const HISTORIES = 1_000;
/** Histories that share their books: what begins anew there happened in months that are closed already. */
const IN_ONE_BOOK = 20;
const ZONE = 'Europe/Berlin';
const day = (at: number): string => dayOf(at, ZONE);
const UNVERIFIED = { running: false, done: 0, all: 0, finishedAt: null, entries: 0, finding: null };

const anyStep = fc.record({
  what: fc.constantFrom<Happening['what']>(
    'wait',
    'wait',
    'pay',
    'credit',
    'refund',
    'void-note',
    'give-up',
    'void',
    'dispute',
    'lose',
    'pay-out',
    'return-payout',
    'adjust',
  ),
  share: fc.integer({ min: 1, max: 100 }),
  /** Which of the objects that wait are told now: the others are told late. */
  told: fc.nat(255),
  after: fc.constantFrom('go on', 'post', 'close', 'close', 'reopen'),
});
type Step = typeof anyStep extends fc.Arbitrary<infer Value> ? Value : never;

function booksAt(db: Db, now: () => number): PeriodContext {
  return { db, now, timeZone: ZONE, state: () => proofOf(db, now(), UNVERIFIED).state };
}

function toldUntil(db: Db, now: number): void {
  backfillPosition.write(db, {
    kind: 'first',
    startedAt: now,
    createdFrom: null,
    resources: [],
    refetched: true,
    done: true,
  });
  eventPosition.write(db, { watermark: now });
}

let clicks = 0;
const click = (): string => `click-${(clicks += 1)}`;

/** Closes the newest month that can be closed, if the books allow it; answers what the closed months came to. */
function tryToClose(books: PeriodContext): { readonly until: string; readonly sums: unknown } | null {
  const month = readPeriods(books).closable[0];
  if (month === undefined) return null;
  try {
    closeMonth(books, { commandId: click(), month });
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
  const until = `${monthAfter(month)}-01`;
  return { until, sums: sumsBefore(books.db, until) };
}

/** By the rows alone: entries that were posted to a month that was closed at that moment. */
function postedToClosed(db: Db): number {
  const row = db.get<{ count: number }>(
    `SELECT count(*) AS count FROM journal_entry e
     WHERE substr(e.day, 1, 7) <= (SELECT through FROM closing WHERE after_entry < e.seq ORDER BY seq DESC LIMIT 1)`,
  );
  return row?.count ?? -1;
}

interface Book {
  readonly db: Db;
  readonly books: PeriodContext;
  /** The latest of its histories. */
  now: number;
  closed: number;
  reported: ReturnType<typeof tryToClose>;
}

function newBook(): Book {
  const db = memoryDb();
  const book: Book = { db, books: booksAt(db, () => book.now), now: 0, closed: 0, reported: null };
  return book;
}

function post({ db, books }: Book): void {
  while (postNext({ db, clock: { now: () => books.now() * 1_000 }, dayOf: day }));
}

function proceed(book: Book, next: Step['after']): void {
  const { books } = book;
  if (next === 'go on') return;
  post(book);
  const { closedThrough } = readPeriods(books);
  if (next === 'close') {
    const reported = tryToClose(books);
    if (reported === null) return;
    book.closed += 1;
    book.reported = reported;
  } else if (next === 'reopen' && closedThrough !== null) {
    reopenMonth(books, { commandId: click(), month: closedThrough, reason: 'A receipt was found' });
    book.reported = null;
  }
}

function follow(book: Book, name: string, steps: readonly Step[]): void {
  const { db } = book;
  const world = createBookedWorld(name, 'eur');
  const waiting = new Set(world.objects().map(({ id }) => id));
  const context = { timeZone: ZONE, changes: new Changes(), indexing: 'later' } as const;
  const tell = (ids: readonly string[]): void => {
    const objects = world.objects().filter(({ id }) => ids.includes(id));
    db.transaction(() => expect(applyObjects(db, objects, context)).toEqual([]));
    for (const id of ids) waiting.delete(id);
    book.now = Math.max(book.now, world.now());
    toldUntil(db, book.now);
  };
  for (const { id } of world.happen({ what: 'finalize', share: 1 })) waiting.add(id);
  for (const { told, after, ...happening } of steps) {
    for (const { id } of world.happen(happening)) waiting.add(id);
    tell([...waiting].filter((_, index) => (told >> (index % 8)) % 2 === 1));
    proceed(book, after);
  }
  tell([...waiting]);
  post(book);
}

async function expectTrue({ db, books, reported }: Book): Promise<void> {
  const until = reported?.until ?? '2026-01-01';
  expect(sumsBefore(db, until)).toEqual(reported?.sums ?? []);
  expect(postedToClosed(db)).toBe(0);
  const proof = proofOf(db, books.now(), UNVERIFIED);
  expect(proof).toMatchObject({ state: 'in-balance', problems: { count: 0 } });
  const verification = await verifyBooks({ db, dayOf: day, pause: () => Promise.resolve(true) });
  expect(verification?.finding).toBeNull();
}

const lateEntries = ({ db }: Book): number =>
  db.get<{ count: number }>('SELECT count(*) AS count FROM journal_entry WHERE happened IS NOT NULL')
    ?.count ?? 0;

test('any history with closings in between', { timeout: 120_000 }, async () => {
  let [book, count, closed, late] = [newBook(), 0, 0, 0];
  await fc.assert(
    fc.asyncProperty(fc.array(anyStep, { minLength: 4, maxLength: 16 }), async (steps) => {
      count += 1;
      follow(book, `h${count}`, steps);
      expect(postedToClosed(book.db)).toBe(0);
      if (count % IN_ONE_BOOK !== 0) return;
      await expectTrue(book);
      closed += book.closed;
      late += lateEntries(book);
      book = newBook();
    }),
    { numRuns: HISTORIES },
  );
  // The property says something only where months were closed and something came late.
  expect(closed).toBeGreaterThan(HISTORIES / 20);
  expect(late).toBeGreaterThan(HISTORIES);
});

describe('closed months', () => {
  const closedBooks = (): Book => {
    const book = newBook();
    const step = { share: 60, told: 255, after: 'post' } as const;
    follow(
      book,
      'one',
      (['pay', 'wait', 'refund'] as const).map((what) => ({ ...step, what })),
    );
    proceed(book, 'close');
    expect(book.closed).toBe(1);
    return book;
  };

  test('take no entry, whoever writes it', () => {
    const { db, books } = closedBooks();
    const through = readPeriods(books).closedThrough ?? '';
    const { seq } = db.get<{ seq: number }>('SELECT max(seq) AS seq FROM journal_entry') ?? { seq: 0 };
    expect(() =>
      db.transaction(() => {
        for (const [line, amount] of [5, -5].entries())
          db.run(`INSERT INTO posting VALUES (?, ?, 1000, '', 'eur', ?, ?)`, [
            seq + 1,
            line,
            amount,
            `${through}-28`,
          ]);
        db.run(
          `INSERT INTO journal_entry (seq, case_id, cause, version, day, posted_at, chain) VALUES (?, 'x', 'x', 1, ?, 1, '')`,
          [seq + 1, `${through}-28`],
        );
      }),
    ).toThrow('a closed month is never posted to');
  });

  test.each([
    ['changed', `UPDATE closing SET through = '2020-01'`],
    ['taken out', 'DELETE FROM closing WHERE seq = 1'],
  ])('stay as they were made: one that is %s behind the program is refused', (_, sql) => {
    const { db } = closedBooks();
    expect(() => db.exec(sql)).toThrow('a closing is never changed');
  });

  test('that were changed in the file are found, and named', async () => {
    const { db } = closedBooks();
    db.exec('DROP TRIGGER closing_kept');
    db.exec('UPDATE closing SET at = at + 1');
    const verification = await verifyBooks({ db, dayOf: day, pause: () => Promise.resolve(true) });
    expect(verification?.finding).toEqual({ kind: 'closing', seq: 1 });
  });

  test('an entry that stands in one is found, and named', async () => {
    const { db, books } = closedBooks();
    // As if the closing had been made earlier than it was.
    db.exec('DROP TRIGGER closing_kept');
    db.exec('UPDATE closing SET after_entry = 0');
    expect(readPeriods(books).closedThrough).not.toBeNull();
    const verification = await verifyBooks({ db, dayOf: day, pause: () => Promise.resolve(true) });
    expect(verification?.finding).toEqual({ kind: 'period', seq: 1 });
  });

  test('are opened again with a reason, which stays', () => {
    const { books } = closedBooks();
    const month = readPeriods(books).closedThrough ?? '';
    reopenMonth(books, { commandId: click(), month, reason: 'The accountant asked for it' });
    const [reopened, closedBefore] = readPeriods(books).log;
    expect(reopened).toMatchObject({ kind: 'reopened', reason: 'The accountant asked for it' });
    expect(closedBefore).toMatchObject({ kind: 'closed', through: month });
    expect(readPeriods(books).closable).toContain(month);
  });
});
