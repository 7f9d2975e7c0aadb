import { describe, expect, it } from 'vitest';
import { createPoller } from '../../../main/sync/poller.ts';
import { Backfill } from '../../../main/sync/backfill.ts';
import { createShop } from '../../support/shop.ts';
import { createSyncBench, finish, type SyncBench } from '../../support/sync-bench.ts';
import { expectMirror, idsAtStripe } from '../../support/world-mirror.ts';

const DAY_MS = 86_400_000;

const pagesOf = (bench: SyncBench, operation: string): number =>
  bench.requests.filter((request) => request.operation === operation).length;

/** Payouts whose contents, added up, are not their amount. */
const residues = (bench: SyncBench): readonly unknown[] =>
  bench.db.all(
    `SELECT p.id FROM payout p JOIN balance_transaction b ON b.payout_id = p.id AND b.id <> p.balance_transaction_id
     GROUP BY p.id HAVING sum(b.net) <> p.amount`,
  );

async function paidOut(bench: SyncBench): Promise<void> {
  const shop = createShop(bench);
  const customer = await shop.customer();
  const intent = await shop.pay((await shop.invoice(customer.id, 3)).id);
  await shop.pay((await shop.invoice(customer.id)).id);
  await bench.clock.advance(10_000);
  await shop.refund(intent, 700);
  await bench.clock.advance(8 * DAY_MS);
}

describe('after the first back-fill', () => {
  it('every automatic payout is opened once, and what it holds adds up to it', async () => {
    const bench = createSyncBench({ seeded: true });
    await bench.backfill();
    const payouts = idsAtStripe(bench.simulator, 'payout');
    expect(payouts.length).toBeGreaterThan(20);
    expect(bench.db.get('SELECT count(*) AS n FROM payout WHERE opened = 1')).toEqual({ n: payouts.length });
    expect(pagesOf(bench, 'payoutTransactions.list')).toBe(payouts.length);
    expect(residues(bench)).toEqual([]);
    expect(bench.logged).toEqual([]);
    expectMirror(bench.db, bench.simulator);
  });

  it('nothing is asked and nothing written any more', async () => {
    const bench = createSyncBench({ seeded: true });
    await bench.backfill();
    bench.requests.length = 0;
    const before = bench.writes();
    expect(await finish(new Backfill(bench.parts))).toBe(0);
    expect(bench.requests).toEqual([]);
    expect(bench.writes()).toBe(before);
  });

  it('a payout that Stripe does not open is passed over, and tried again after a restart', async () => {
    const bench = createSyncBench();
    await paidOut(bench);
    bench.simulator.control.faults.script([
      { match: { method: 'GET', path: '/v1/balance_transactions' }, fault: { kind: 'forbidden' }, times: 2 },
    ]);
    await bench.backfill();
    expect(bench.db.get('SELECT opened FROM payout')).toEqual({ opened: 0 });
    expect(bench.logged).toEqual(['sync.list-refused', 'sync.passed-over']);
    await finish(new Backfill(bench.parts));
    expect(bench.db.get('SELECT opened FROM payout')).toEqual({ opened: 1 });
  });

  it('a payout is opened later when Stripe is in trouble', async () => {
    const bench = createSyncBench();
    await paidOut(bench);
    const backfill = new Backfill(bench.parts);
    await backfill.begin(null);
    while (backfill.position?.done !== true) await backfill.step();
    bench.simulator.control.faults.script([
      { match: { method: 'GET', path: '/v1/balance_transactions' }, fault: { kind: 'rate_limited' } },
    ]);
    const failures: string[] = [];
    for (let step = await backfill.step(); step.kind !== 'done'; step = await backfill.step()) {
      if (step.kind === 'failed') failures.push(step.failure.kind);
    }
    expect(failures).toEqual(['rate-limited']);
    expect(residues(bench)).toEqual([]);
  });
});

describe('a payout that happens while the program watches', () => {
  it('is opened once, and its payments are announced', async () => {
    const bench = createSyncBench();
    await bench.backfill();
    await paidOut(bench);
    await createPoller(bench.parts).poll();
    bench.requests.length = 0;
    bench.announced.length = 0;
    await finish(new Backfill(bench.parts));
    expect(bench.requests.map(({ operation }) => operation)).toEqual(['payoutTransactions.list']);
    expect(residues(bench)).toEqual([]);
    const topics = bench.announced.flatMap((changes) => changes.events());
    expect(topics).toContainEqual(expect.objectContaining({ topic: 'payment' }));
    expect(topics).toContainEqual(expect.objectContaining({ topic: 'payout' }));
    const linked = bench.db.all(
      `SELECT p.id FROM payment p JOIN balance_transaction b ON b.id = p.balance_transaction_id JOIN payout o ON o.id = b.payout_id`,
    );
    expect(linked).toHaveLength(2);
  });

  it('keeps what it holds when its transactions are told again', async () => {
    const bench = createSyncBench();
    await bench.backfill();
    await paidOut(bench);
    await createPoller(bench.parts).poll();
    await finish(new Backfill(bench.parts));
    await bench.backfill();
    expect(residues(bench)).toEqual([]);
    expect(
      bench.db.get('SELECT count(*) AS n FROM balance_transaction WHERE payout_id IS NOT NULL'),
    ).not.toEqual({ n: 0 });
  });
});
