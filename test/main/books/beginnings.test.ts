// Books that begin on a day in the middle of any history: the balances of that day are those of books that know it all, the profit of earlier days is equity, and what is proved stays so.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { beginBooks } from '../../../main/books/beginning.ts';
import { postNext } from '../../../main/books/poster.ts';
import { proofOf } from '../../../main/books/proof.ts';
import { verifyBooks } from '../../../main/books/verify.ts';
import type { Db } from '../../../main/store/database.ts';
import { type AccountSum, sumsBefore } from '../../../main/store/ledger-sums.ts';
import { applyObjects } from '../../../main/sync/apply.ts';
import { Changes } from '../../../main/sync/changes.ts';
import { accountOf, CHART } from '../../../shared/domain/books/accounts.ts';
import { addDays, dayOf } from '../../../shared/domain/dates.ts';
import { createBookedWorld, type Happening } from '../../support/booked-world.ts';
import { memoryDb } from '../../support/memory-db.ts';
import { NOON } from '../../support/stripe-objects.ts';

const ZONE = 'Europe/Berlin';
const day = (at: number): string => dayOf(at, ZONE);
const UNVERIFIED = { running: false, done: 0, all: 0, finishedAt: null, entries: 0, finding: null };
const WHAT: readonly Happening['what'][] = [
  'wait',
  'pay',
  'credit',
  'refund',
  'give-up',
  'void',
  'dispute',
  'lose',
  'pay-out',
  'adjust',
];

const anyHistory = fc.record({
  currency: fc.constantFrom('eur' as const, 'usd' as const),
  steps: fc.array(fc.record({ what: fc.constantFrom(...WHAT), share: fc.integer({ min: 1, max: 40 }) }), {
    minLength: 2,
    maxLength: 14,
  }),
});

function post(db: Db, now: number): void {
  while (postNext({ db, clock: { now: () => now * 1_000 }, dayOf: day }));
}

/** Debits less credits by account and currency, of accounts that hold something. */
function balances(sums: readonly AccountSum[]): ReadonlyMap<string, number> {
  const held = sums.map(
    ({ account, currency, debit, credit }) => [`${account} ${currency}`, debit - credit] as const,
  );
  return new Map(held.filter(([, sum]) => sum !== 0).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

const isEarned = (key: string): boolean => {
  const type = accountOf(Number(key.slice(0, 4)))?.type;
  return type === 'income' || type === 'expense';
};

/** What balances become when what was earned and spent is equity. */
function asOpened(whole: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const opened = new Map<string, number>();
  for (const [key, sum] of whole) {
    const own = isEarned(key) ? `${CHART.openingEquity.number} ${key.slice(-3)}` : key;
    opened.set(own, (opened.get(own) ?? 0) + sum);
  }
  return new Map([...opened].filter(([, sum]) => sum !== 0).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

let clicks = 0;

async function expectOpened(
  histories: readonly (typeof anyHistory extends fc.Arbitrary<infer V> ? V : never)[],
  offsets: readonly number[],
) {
  const [whole, begun] = [memoryDb(), memoryDb()];
  const context = { timeZone: ZONE, changes: new Changes(), indexing: 'later' } as const;
  let now = NOON;
  const begin = (days: number | undefined): string | null => {
    const first = days === undefined ? null : addDays(day(NOON), days);
    const chosen = first !== null && first > day(now) ? day(now) : first;
    beginBooks(
      { db: begun, now: () => now, timeZone: ZONE },
      { commandId: `click-${(clicks += 1)}`, day: chosen },
    );
    return chosen;
  };
  // Chosen before, in the middle of and after what is posted.
  begin(offsets[0]);
  for (const [index, { currency, steps }] of histories.entries()) {
    const world = createBookedWorld(`w${index}`, currency);
    world.happen({ what: 'finalize', share: 1 });
    for (const step of steps) world.happen(step);
    now = Math.max(now, world.now());
    for (const db of [whole, begun]) db.transaction(() => applyObjects(db, world.objects(), context));
    post(begun, now);
    if (index === 0) begin(offsets[1]);
  }
  const begins = begin(offsets[2]);
  post(whole, now);
  post(begun, now);
  expect(proofOf(begun, now, UNVERIFIED).state).toBe('in-balance');
  expect(balances(sumsBefore(begun, begins))).toEqual(
    begins === null ? balances(sumsBefore(whole, null)) : asOpened(balances(sumsBefore(whole, begins))),
  );
  // What happens from then on is the same.
  const [end, theirs] = [balances(sumsBefore(begun, null)), balances(sumsBefore(whole, null))];
  expect(asOpened(end)).toEqual(asOpened(theirs));
  const verification = await verifyBooks({ db: begun, dayOf: day, pause: () => Promise.resolve(true) });
  expect(verification?.finding).toBeNull();
}

test('any history, and any first day, chosen at any time and chosen anew', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyHistory, { minLength: 1, maxLength: 6 }),
      fc.array(fc.integer({ min: -2, max: 120 }), { maxLength: 3 }),
      expectOpened,
    ),
    { numRuns: 60 },
  );
});
