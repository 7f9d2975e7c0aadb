// The books of a business of two years, from everything that Stripe tells of it.
import { beforeAll, describe, expect, test } from 'vitest';
import { CHART } from '../../../shared/domain/books/accounts.ts';
import { dayOf } from '../../../shared/domain/dates.ts';
import { postNext } from '../../../main/books/poster.ts';
import { verifyBooks } from '../../../main/books/verify.ts';
import { problems } from '../../../main/store/posting-due.ts';
import { createSyncBench, type SyncBench } from '../../support/sync-bench.ts';

const day = (at: number): string => dayOf(at, 'Europe/Berlin');

let bench: SyncBench;

function sums(account: keyof typeof CHART): Readonly<Record<string, number>> {
  const rows = bench.db.all<{ currency: string; sum: number }>(
    'SELECT currency, sum(debit - credit) AS sum FROM account_sum WHERE account = ? GROUP BY currency',
    [CHART[account].number],
  );
  return Object.fromEntries(rows.map(({ currency, sum }) => [currency, sum]));
}

beforeAll(async () => {
  bench = createSyncBench({ seeded: true });
  await bench.backfill();
  while (postNext({ db: bench.db, clock: bench.clock, dayOf: day }));
}, 120_000);

describe('the books of the demo company', () => {
  test('hold what Stripe holds, to the cent and per currency', async () => {
    const balance = await bench.stripe.balance.retrieve();
    const held = new Map<string, number>();
    for (const { currency, amount } of [...balance.available, ...balance.pending]) {
      held.set(currency, (held.get(currency) ?? 0) + amount);
    }
    expect(Object.keys(sums('stripe')).length).toBeGreaterThan(0);
    for (const [currency, amount] of held) expect(sums('stripe')[currency] ?? 0, currency).toBe(amount);
  });

  test('owe for each invoice what Stripe says, and in all', () => {
    expect(problems(bench.db, 5)).toEqual({ first: [], count: 0 });
    const open = bench.db.all<{ currency: string; sum: number }>(
      `SELECT currency, sum(amount_remaining) AS sum FROM invoice WHERE status = 'open' AND stripe_id IS NOT NULL GROUP BY currency`,
    );
    for (const { currency, sum } of open) expect(sums('receivables')[currency], currency).toBe(sum);
  });

  test('leave nothing in suspense', () => {
    expect(Object.values(sums('suspense')).every((sum) => sum === 0)).toBe(true);
  });

  test('come out equal when they are rebuilt', async () => {
    const verification = await verifyBooks({ db: bench.db, dayOf: day, pause: () => Promise.resolve(true) });
    expect(verification?.finding).toBeNull();
    expect(verification?.entries).toBeGreaterThan(1000);
  });
});
