import { describe, expect, it } from 'vitest';
import { Backfill } from '../../../main/sync/backfill.ts';
import { Crash, crashingDb } from '../../support/crashing-db.ts';
import { found } from '../../support/mirror.ts';
import { createShop } from '../../support/shop.ts';
import { createSyncBench, finish, slowly, type SyncBench } from '../../support/sync-bench.ts';
import { expectMirror, idsAtStripe } from '../../support/world-mirror.ts';

const DAY_MS = 86_400_000;

async function smallWorld(): Promise<SyncBench> {
  const bench = createSyncBench();
  const shop = createShop(bench);
  for (let count = 0; count < 200; count += 1) await shop.customer(`Customer ${count}`);
  const customer = await shop.customer('Grace Hopper');
  await shop.draft(customer.id);
  await shop.refund(await shop.pay((await shop.invoice(customer.id, 12)).id), 500);
  await bench.clock.advance(10_000);
  bench.requests.length = 0;
  return bench;
}

const pagesOf = (bench: SyncBench, operation: string): number =>
  bench.requests.filter((request) => request.operation === operation).length;

describe('the first back-fill', () => {
  it('brings every object of a company, with no more pages than needed', async () => {
    const bench = createSyncBench({ seeded: true });
    await bench.backfill();
    expectMirror(bench.db, bench.simulator);
    expect(bench.logged).toEqual([]);
    for (const [operation, type] of [
      ['invoices.list', 'invoice'],
      ['paymentIntents.list', 'payment_intent'],
      ['balanceTransactions.list', 'balance_transaction'],
      ['refunds.list', 'refund'],
    ] as const) {
      const objects = bench.simulator.control.objects({ type }).length;
      expect(pagesOf(bench, operation), operation).toBe(Math.max(1, Math.ceil(objects / 100)));
    }
  });

  it('ends after a full last page without asking for another', async () => {
    const bench = createSyncBench();
    const shop = createShop(bench);
    for (let count = 0; count < 200; count += 1) await shop.customer();
    bench.requests.length = 0;
    await bench.backfill();
    expect(pagesOf(bench, 'customers.list')).toBe(2);
  });

  it('makes everything searchable', async () => {
    const bench = await smallWorld();
    await bench.backfill();
    expect(found(bench.db, 'customer', 'Hopper')).toHaveLength(1);
    expect(found(bench.db, 'invoice', 'Hopper')).toHaveLength(2);
    expect(found(bench.db, 'payment', 'Hopper')).toHaveLength(1);
    expect(bench.db.all('SELECT * FROM search_queue')).toEqual([]);
  });

  it('sees as an event what happens while it runs', async () => {
    const bench = await smallWorld();
    const backfill = new Backfill(bench.parts);
    await backfill.begin(null);
    await backfill.step();
    const [customer = ''] = idsAtStripe(bench.simulator, 'customer');
    await bench.stripe.customers.update(customer, { name: 'Renamed' });
    await finish(backfill);
    expect(await bench.poll()).toMatchObject({ kind: 'news' });
    expectMirror(bench.db, bench.simulator);
  });

  it('counts what has arrived, page by page where pages take their time', async () => {
    const bench = await smallWorld();
    const backfill = new Backfill(slowly(bench));
    await backfill.begin(null);
    await backfill.step();
    expect(backfill.position?.resources[0]).toMatchObject({
      resource: 'customers',
      objects: 100,
      done: false,
    });
    await finish(backfill);
    expect(backfill.position).toMatchObject({ done: true });
    expect(backfill.position?.resources[0]).toMatchObject({ objects: 201, done: true });
  });

  it('writes one page first, and several at once where they come fast', async () => {
    const bench = await smallWorld();
    const backfill = new Backfill(bench.parts);
    await backfill.begin(null);
    bench.announced.length = 0;
    for (const customers of [100, 201]) {
      await backfill.step();
      expect(bench.db.get('SELECT count(*) AS n FROM customer')).toEqual({ n: customers });
    }
    expect(bench.announced).toHaveLength(2);
  });
});

describe('a back-fill that is interrupted', () => {
  it('after every step goes on with the next page', async () => {
    const whole = await smallWorld();
    await whole.backfill();
    const bench = await smallWorld();
    await new Backfill(bench.parts).begin(null);
    const slow = slowly(bench);
    while ((await new Backfill(slow).step()).kind !== 'done');
    expectMirror(bench.db, bench.simulator);
    expect(pagesOf(bench, 'customers.list')).toBe(pagesOf(whole, 'customers.list'));
    expect(bench.requests.length).toBe(whole.requests.length);
  });

  it.each(['before', 'after'] as const)('by a crash %s any commit ends the same', async (when) => {
    const bench = await smallWorld();
    await new Backfill(bench.parts).begin(null);
    let crashes = 0;
    for (;;) {
      const dying = new Backfill({
        ...slowly(bench),
        db: crashingDb(bench.db, 2, when),
      });
      try {
        await finish(dying);
        break;
      } catch (error) {
        if (!(error instanceof Crash) || crashes > 200) throw error;
        crashes += 1;
      }
    }
    expect(crashes).toBeGreaterThan(5);
    expectMirror(bench.db, bench.simulator);
  });

  it('by trouble at Stripe says so and goes on', async () => {
    const bench = await smallWorld();
    const backfill = new Backfill(bench.parts);
    await backfill.begin(null);
    bench.simulator.control.faults.script([
      { match: { method: 'GET', path: '/v1/invoices' }, fault: { kind: 'rate_limited' } },
      { match: { method: 'GET', path: '/v1/invoices/*/lines' }, fault: { kind: 'timeout', effect: 'none' } },
    ]);
    const failures: string[] = [];
    for (;;) {
      const step = await backfill.step();
      if (step.kind === 'failed') failures.push(step.failure.kind);
      if (step.kind === 'done') break;
    }
    expect(failures).toEqual(['rate-limited', 'no-answer']);
    expectMirror(bench.db, bench.simulator);
  });

  it('leaves out what the key may not list', async () => {
    const bench = await smallWorld();
    bench.simulator.control.faults.script([
      { match: { method: 'GET', path: '/v1/payouts' }, fault: { kind: 'forbidden' } },
    ]);
    await bench.backfill();
    expect(bench.logged).toEqual(['sync.list-refused']);
    expect(found(bench.db, 'payment', 'Hopper')).toHaveLength(1);
  });
});

describe('after a month without the program', () => {
  it('finds what was made, changed and deleted meanwhile', async () => {
    const bench = await smallWorld();
    const shop = createShop(bench);
    const { stripe } = bench;
    const customer = await shop.customer('Old');
    const [open, paid, voided, draft] = [
      await shop.invoice(customer.id),
      await shop.invoice(customer.id),
      await shop.invoice(customer.id),
      await shop.draft(customer.id),
    ];
    const intent = await shop.pay(paid.id);
    await bench.clock.advance(60_000);
    await bench.backfill();
    await bench.clock.advance(10 * DAY_MS);
    await stripe.customers.update(customer.id, { name: 'Renamed' });
    const gone = idsAtStripe(bench.simulator, 'customer')[3] ?? '';
    await stripe.customers.del(gone);
    await shop.pay(open.id);
    await shop.refund(intent, 100);
    await stripe.invoices.voidInvoice(voided.id);
    await stripe.invoices.del(draft.id);
    await shop.invoice(customer.id, 14);
    await bench.clock.advance(25 * DAY_MS);
    const polled = await bench.poll();
    expect(polled).toMatchObject({ kind: 'gap' });
    await bench.backfill(polled.kind === 'gap' ? polled.watermark : null);
    expectMirror(bench.db, bench.simulator);
    expect(bench.db.get('SELECT deleted FROM customer WHERE stripe_id = ?', [gone])).toEqual({
      deleted: 1,
    });
    expect(await bench.poll()).toEqual({ kind: 'idle' });
  });
});
