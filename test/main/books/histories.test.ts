// Any history of an invoice, told in any order, twice or late: the books come to the same, and to what Stripe says.
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { postNext } from '../../../main/books/poster.ts';
import { setItemAccount } from '../../../main/books/revenue-accounts.ts';
import { verifyBooks } from '../../../main/books/verify.ts';
import type { Db } from '../../../main/store/database.ts';
import { balanceOf, movementSums, openInvoiceSums } from '../../../main/store/ledger-sums.ts';
import { problems } from '../../../main/store/posting-due.ts';
import type { StripeObject } from '../../../main/stripe/request.ts';
import { applyObjects } from '../../../main/sync/apply.ts';
import { Changes } from '../../../main/sync/changes.ts';
import { CHART } from '../../../shared/domain/books/accounts.ts';
import { dayOf } from '../../../shared/domain/dates.ts';
import { WORLD_PRODUCTS } from '../../support/booked-lines.ts';
import { createBookedWorld, type Happening } from '../../support/booked-world.ts';
import { openAccounts } from '../../support/item-accounts.ts';
import { memoryDb } from '../../support/memory-db.ts';
import { NOON, product } from '../../support/stripe-objects.ts';

const HISTORIES = 5_000;
/** Histories that share their books; a fresh database for each would be most of the time. */
const IN_ONE_BOOK = 100;

const day = (at: number): string => dayOf(at, 'Europe/Berlin');

const WHAT: readonly Happening['what'][] = [
  'finalize',
  'pay',
  'pay-outside',
  'refund',
  'fail-refund',
  'credit',
  'void-note',
  'void',
  'give-up',
  'dispute',
  'win',
  'lose',
  'pay-out',
  'return-payout',
  'adjust',
];

const anyStep = fc.record({
  what: fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom<Happening['what']>('pay', 'credit') },
    { weight: 5, arbitrary: fc.constantFrom(...WHAT) },
  ),
  share: fc.integer({ min: 1, max: 100 }),
  /** Which of the objects that wait are told now, and in which order. */
  told: fc.nat(255),
  /** Whether the books are brought up to date now. */
  posts: fc.boolean(),
  /** Which account an item is given before, if any. */
  gives: fc.option(
    fc.record({
      item: fc.constantFrom(...WORLD_PRODUCTS),
      account: fc.constantFrom<number>(CHART.revenue.number, 4001, 4002),
    }),
    { freq: 4 },
  ),
});

function tell(db: Db, objects: readonly StripeObject[]): void {
  const context = { timeZone: 'Europe/Berlin', changes: new Changes(), indexing: 'later' } as const;
  db.transaction(() => expect(applyObjects(db, objects, context)).toEqual([]));
}

function post(db: Db): void {
  while (postNext({ db, clock: { now: () => NOON * 1_000 }, dayOf: day }));
}

function follow(
  db: Db,
  name: string,
  currency: 'eur' | 'usd',
  steps: readonly (typeof anyStep extends fc.Arbitrary<infer Step> ? Step : never)[],
): void {
  const world = createBookedWorld(name, currency);
  const waiting = new Set(world.objects().map(({ id }) => id));
  const now = (id: string): readonly StripeObject[] => world.objects().filter((object) => object.id === id);
  world.happen({ what: 'finalize', share: 1 });
  for (const { told, posts, gives, ...happening } of steps) {
    if (gives !== null) setItemAccount({ db, now: () => NOON }, { commandId: randomUUID(), ...gives });
    for (const { id } of world.happen(happening)) waiting.add(id);
    const ready = [...waiting].filter((_, index) => (told >> (index % 8)) % 2 === 1);
    // Told as they are now, one by one, backwards or not: some will be told again although nothing has changed.
    for (const id of told % 2 === 0 ? ready : ready.toReversed()) tell(db, now(id));
    for (const id of ready) if (told % 3 !== 0) waiting.delete(id);
    if (posts) post(db);
  }
  for (const object of world.objects().toReversed()) tell(db, [object]);
  post(db);
}

const sums = (db: Db, account: keyof typeof CHART) =>
  balanceOf(db, CHART[account].number).filter(({ sum }) => sum !== 0);

async function expectTrue(db: Db): Promise<void> {
  expect(problems(db, 3)).toEqual({ first: [], count: 0 });
  expect(sums(db, 'stripe')).toEqual(movementSums(db).filter(({ sum }) => sum !== 0));
  expect(sums(db, 'receivables')).toEqual(openInvoiceSums(db).filter(({ sum }) => sum !== 0));
  // Each payout arrived or came back: nothing is left of any.
  expect(sums(db, 'payoutsInTransit')).toEqual([]);
  expect(leftOfVoided(db)).toEqual([]);
  for (const account of [4001, 4002]) expect(balanceOf(db, account)).not.toEqual([]);
  const verification = await verifyBooks({ db, dayOf: day, pause: () => Promise.resolve(true) });
  expect(verification?.finding).toBeNull();
}

/** Books in which two items are sold, and two revenue accounts are open for them. */
function openBook(): Db {
  const db = memoryDb();
  tell(
    db,
    WORLD_PRODUCTS.map((id) => product(id)),
  );
  openAccounts(db, ['Services', 'Goods']);
  return db;
}

/** Revenue of voided invoices that is left on any account. */
const leftOfVoided = (db: Db) =>
  db.all(
    `SELECT e.case_id, p.account FROM posting p JOIN journal_entry e ON e.seq = p.entry_seq JOIN invoice i ON i.stripe_id = e.case_id
     WHERE i.status = 'void' AND p.account BETWEEN 4000 AND 4199 GROUP BY e.case_id, p.account HAVING sum(p.amount) <> 0`,
  );

test('after any history', { timeout: 900_000 }, async () => {
  let [book, count] = [openBook(), 0];
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('eur' as const, 'usd' as const),
      fc.array(anyStep, { minLength: 1, maxLength: 14 }),
      async (currency, steps) => {
        count += 1;
        follow(book, `h${count}`, currency, steps);
        expect(problems(book, 1).count).toBe(0);
        if (count % IN_ONE_BOOK !== 0) return;
        await expectTrue(book);
        book = openBook();
      },
    ),
    { numRuns: HISTORIES },
  );
  expect(count).toBeGreaterThanOrEqual(HISTORIES);
});
