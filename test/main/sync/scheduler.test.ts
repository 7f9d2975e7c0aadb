import { beforeEach, describe, expect, it } from 'vitest';
import { createSync, type Sync, type SyncStatus } from '../../../main/sync/scheduler.ts';
import { calls } from '../../../shared/contract/calls.ts';
import { crashingDb } from '../../support/crashing-db.ts';
import { memoryDb } from '../../support/memory-db.ts';
import { createShop, type Shop } from '../../support/shop.ts';
import { createSyncBench, slowly, type SyncBench } from '../../support/sync-bench.ts';
import { expectMirror, idsAtStripe } from '../../support/world-mirror.ts';

const quiet = {
  random: () => 0.5,
  pace: 'normal',
  onKeyRefused: () => undefined,
  onReached: () => undefined,
  onRested: () => undefined,
} as const;

let bench: SyncBench;
let shop: Shop;
let sync: Sync;
let heard: string[];

beforeEach(async () => {
  bench = createSyncBench();
  shop = createShop(bench);
  heard = [];
  sync = bench.sync(heard);
  sync.start();
  await seconds(2);
});

const seconds = (n: number): Promise<void> => bench.clock.advance(n * 1_000);
const polls = (): number => bench.requests.filter(({ operation }) => operation === 'events.list').length;
const trouble = (times: number): void =>
  bench.simulator.control.faults.script([
    { match: { method: 'GET', path: '/v1/events' }, fault: { kind: 'timeout', effect: 'none' }, times },
  ]);

async function pollsWithin(n: number): Promise<number> {
  const before = polls();
  await seconds(n);
  return polls() - before;
}

describe('the pace of polling', () => {
  it('is a minute in front, and five behind', async () => {
    expect(await pollsWithin(180)).toBe(3);
    sync.setFocused(false);
    expect(await pollsWithin(910)).toBe(3);
    sync.setFocused(true);
    expect(await pollsWithin(1)).toBe(1);
  });

  it('does not ask again on focus when it has just asked', async () => {
    sync.now();
    await seconds(1);
    sync.setFocused(false);
    sync.setFocused(true);
    expect(await pollsWithin(1)).toBe(0);
  });

  it('is at once when asked, and once for many accepted writes', async () => {
    sync.now();
    expect(await pollsWithin(0.1)).toBe(1);
    for (let writes = 0; writes < 5; writes += 1) sync.soon();
    expect(await pollsWithin(0.5)).toBe(0);
    expect(await pollsWithin(1)).toBe(1);
  });

  it('is seconds for the sample books', async () => {
    await sync.stop();
    const sample = createSync({ ...quiet, ...bench.parts, clock: bench.clock, pace: 'sample' });
    sample.start();
    await seconds(1);
    expect(await pollsWithin(60)).toBe(12);
    await sample.stop();
  });

  it('backs off while Stripe cannot be reached, and says when it is back', async () => {
    trouble(12);
    const within = [await pollsWithin(70), await pollsWithin(300), await pollsWithin(300)];
    expect(within[0]).toBeGreaterThan(2);
    expect(within[2]).toBeLessThanOrEqual(3);
    expect(sync.status()).toMatchObject({ phase: 'offline', error: { kind: 'offline' } });
    expect(heard).toEqual([]);
    await seconds(900);
    expect(sync.status()).toMatchObject({ phase: 'idle', error: null });
    expect(heard).toEqual(['reached']);
  });

  it('does not hurry for accepted writes while it is offline', async () => {
    trouble(100);
    await seconds(400);
    const before = polls();
    sync.soon();
    await seconds(2);
    expect(polls()).toBe(before);
  });
});

describe('synchronisation', () => {
  it('begins with a back-fill and then follows what happens', async () => {
    const customer = await shop.customer();
    const invoice = await shop.invoice(customer.id);
    await seconds(60);
    await shop.pay(invoice.id);
    await seconds(120);
    expectMirror(bench.db, bench.simulator);
    expect(sync.status().phase).toBe('idle');
  });

  it('polls while a long back-fill runs', async () => {
    await sync.stop();
    for (let count = 0; count < 301; count += 1) await shop.customer(`Customer ${count}`);
    const fresh = createSyncBench();
    const other = createShop(fresh);
    for (let count = 0; count < 301; count += 1) await other.customer(`Customer ${count}`);
    const slow = fresh.sync();
    slow.start();
    await fresh.clock.advance(0);
    const [first = ''] = idsAtStripe(fresh.simulator, 'customer');
    await fresh.stripe.customers.update(first, { name: 'Renamed' });
    slow.now();
    await fresh.clock.advance(1_000);
    expect(fresh.db.get('SELECT count(*) AS n FROM customer')).toEqual({ n: 301 });
    expect(fresh.db.get(`SELECT count(*) AS n FROM customer WHERE name = 'Renamed'`)).toEqual({ n: 1 });
  });

  it('keeps the balance', async () => {
    const invoice = await shop.invoice((await shop.customer()).id);
    await shop.pay(invoice.id);
    await seconds(120);
    expect(sync.status().balance).toEqual([
      { currency: 'eur', available: 0, pending: expect.any(Number) as number },
    ]);
    expect(sync.status().balance[0]?.pending).toBeGreaterThan(900);
  });

  it('ends when the key is refused', async () => {
    bench.simulator.control.revokeKey({ key: 'sk_test_program00000' });
    await seconds(61);
    expect(heard).toEqual(['key-refused']);
    expect(sync.status()).toMatchObject({
      phase: 'stopped',
      nextPollAt: null,
      error: { kind: 'key-refused', reason: 'revoked' },
    });
    expect(await pollsWithin(1_000)).toBe(0);
  });

  it('stops after the step under way, and does nothing afterwards', async () => {
    sync.now();
    await sync.stop();
    sync.now();
    sync.soon();
    sync.setFocused(false);
    sync.setFocused(true);
    expect(await pollsWithin(600)).toBe(0);
    expect(sync.status()).toMatchObject({ phase: 'stopped', nextPollAt: null });
  });

  it('tells its state as the contract has it, at every moment', async () => {
    const told: SyncStatus[] = [];
    for (let count = 0; count < 150; count += 1) await shop.customer(`Customer ${count}`);
    const starting: Sync = createSync({
      ...quiet,
      ...slowly(bench),
      db: memoryDb(),
      clock: bench.clock,
      announce: () => told.push(starting.status()),
    });
    starting.start();
    await seconds(1);
    for (const status of told) expect(calls['sync.status'].output.safeParse(status).error).toBeUndefined();
    const customers = told.flatMap(({ backfill }) =>
      backfill.filter(({ resource }) => resource === 'customers'),
    );
    expect(customers).toContainEqual({ resource: 'customers', objects: 100, done: false });
    expect(customers).toContainEqual({ resource: 'customers', objects: 150, done: true });
    expect(told.at(-1)).toMatchObject({ phase: 'idle', backfill: [] });
  });

  it('goes on after the disk refused a write', async () => {
    const db = memoryDb();
    const dying = createSync({
      ...quiet,
      ...bench.parts,
      db: crashingDb(db, 2, 'before'),
      clock: bench.clock,
    });
    await shop.customer();
    dying.start();
    await seconds(0.5);
    expect(dying.status().error).toMatchObject({ kind: 'bug' });
    await seconds(120);
    expect(dying.status().error).toBeNull();
    expectMirror(db, bench.simulator);
    await dying.stop();
  });
});

describe('a disk that refuses every write', () => {
  it('is tried less and less often, though Stripe answers each time', async () => {
    bench.db.exec('PRAGMA query_only = ON');
    sync.now();
    expect(await pollsWithin(3_600)).toBeLessThan(30);
    bench.db.exec('PRAGMA query_only = OFF');
    await shop.customer();
    await seconds(600);
    expectMirror(bench.db, bench.simulator);
  });
});

describe('the balance', () => {
  it('is asked for again when it could not be had, though nothing else has happened', async () => {
    const invoice = await shop.invoice((await shop.customer()).id);
    await shop.pay(invoice.id);
    bench.simulator.control.faults.script([
      { match: { path: '/v1/balance' }, fault: { kind: 'timeout', effect: 'none' } },
    ]);
    await seconds(61);
    expect(sync.status().balance[0]?.pending ?? 0).toBe(0);
    await seconds(120);
    expect(sync.status().balance[0]?.pending).toBeGreaterThan(900);
  });

  it('is asked for at a start, because the program may have ended between the news and the balance', async () => {
    const invoice = await shop.invoice((await shop.customer()).id);
    await shop.pay(invoice.id);
    await seconds(5);
    await bench.poll();
    await sync.stop();
    const next = bench.sync();
    next.start();
    await seconds(1);
    expect(next.status().balance[0]?.pending).toBeGreaterThan(900);
    await next.stop();
  });
});

describe('ending', () => {
  it('goes on when its position cannot be saved: that is asked for again', async () => {
    await seconds(180);
    bench.db.exec('PRAGMA query_only = ON');
    await sync.stop();
    expect(bench.logged).toEqual(['sync.not-saved']);
  });
});
