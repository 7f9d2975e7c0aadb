import { beforeEach, describe, expect, it } from 'vitest';
import type { Fault } from '../../../main/simulator/api/faults.ts';
import { createPoller } from '../../../main/sync/poller.ts';
import { Crash, crashingDb } from '../../support/crashing-db.ts';
import { createShop, type Shop } from '../../support/shop.ts';
import { createSyncBench, type SyncBench } from '../../support/sync-bench.ts';
import { expectMirror } from '../../support/world-mirror.ts';

let bench: SyncBench;
let shop: Shop;

beforeEach(async () => {
  bench = createSyncBench();
  shop = createShop(bench);
  await bench.backfill();
});

async function aStory(): Promise<void> {
  const customer = await shop.customer();
  const invoice = await shop.invoice(customer.id, 12);
  await shop.refund(await shop.pay(invoice.id), 500);
}

const strike = (path: string, fault: Fault, times = 1): void =>
  bench.simulator.control.faults.script([{ match: { method: 'GET', path }, fault, times }]);

describe('a poll that meets trouble', () => {
  it.each<[string, Fault, string]>([
    ['no answer', { kind: 'timeout', effect: 'none' }, 'no-answer'],
    ['a closed connection', { kind: 'reset', effect: 'none' }, 'no-answer'],
    ['429', { kind: 'rate_limited' }, 'rate-limited'],
    ['500', { kind: 'server_error', effect: 'none' }, 'server-error'],
    ['half an answer', { kind: 'malformed' }, 'no-answer'],
    ['a truncated answer', { kind: 'truncated' }, 'no-answer'],
    ['a proxy', { kind: 'bad_gateway' }, 'no-answer'],
    ['a revoked key', { kind: 'unauthorized' }, 'key-refused'],
  ])(
    '%s says so, writes nothing of the batch, and the next one brings everything',
    async (_name, fault, kind) => {
      await aStory();
      for (const path of ['/v1/events', '/v1/invoices/*', '/v1/payment_intents/*', '/v1/invoices/*/lines']) {
        const before = bench.writes();
        strike(path, fault);
        expect(await bench.poll()).toMatchObject({ kind: 'failed', failure: { kind } });
        expect(bench.writes()).toBe(before);
      }
      expect(await bench.poll()).toMatchObject({ kind: 'news' });
      expectMirror(bench.db, bench.simulator);
    },
  );

  it('passes over what the key may not read, and says so', async () => {
    await aStory();
    strike('/v1/refunds/*', { kind: 'forbidden' });
    expect(await bench.poll()).toMatchObject({ kind: 'news' });
    expect(bench.logged).toEqual(['sync.passed-over']);
    expect(bench.db.all('SELECT status FROM invoice')).toEqual([{ status: 'paid' }]);
  });

  it('loses patience with one object that always fails, not with the others', async () => {
    await aStory();
    strike('/v1/refunds/*', { kind: 'server_error', effect: 'none' }, 100);
    const results: string[] = [];
    for (let polls = 0; polls < 5; polls += 1) results.push((await bench.poll()).kind);
    expect(results).toEqual(['failed', 'failed', 'failed', 'failed', 'news']);
    expect(bench.db.all('SELECT status FROM invoice')).toEqual([{ status: 'paid' }]);
  });

  it('never loses patience because it is offline', async () => {
    await aStory();
    strike('/v1/refunds/*', { kind: 'timeout', effect: 'none' }, 20);
    for (let polls = 0; polls < 20; polls += 1) expect(await bench.poll()).toMatchObject({ kind: 'failed' });
    expect(await bench.poll()).toMatchObject({ kind: 'news' });
    expectMirror(bench.db, bench.simulator);
  });
});

describe('a program that dies while it takes in events', () => {
  it.each([
    [1, 'before'],
    [1, 'after'],
    [2, 'before'],
    [2, 'after'],
    [3, 'before'],
    [3, 'after'],
  ] as const)('at commit %i, %s it, goes on where it was', async (nth, when) => {
    for (let count = 0; count < 110; count += 1) await shop.customer(`Customer ${count}`);
    await aStory();
    const dying = createPoller({ ...bench.parts, db: crashingDb(bench.db, nth, when) });
    await expect(dying.poll()).rejects.toThrow(Crash);
    bench.requests.length = 0;
    await createPoller(bench.parts).poll();
    expectMirror(bench.db, bench.simulator);
    const kept = (nth - (when === 'before' ? 1 : 0)) * 50;
    const fetched = bench.requests.filter(({ operation }) => operation === 'customer.get').length;
    expect(fetched).toBe(111 - Math.min(kept, 110) - (kept >= 150 ? 1 : 0));
  });
});
