// Comparing everything with Stripe on demand: what differs is found, named and mended; what merely happens meanwhile is not called a fault.
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { getComparison } from '../../../main/invoicing/comparison.ts';
import type { Db } from '../../../main/store/database.ts';
import { Comparison } from '../../../main/sync/comparison.ts';
import { Crash, crashingDb } from '../../support/crashing-db.ts';
import { idOf } from '../../support/id-of.ts';
import { createShop, type Shop } from '../../support/shop.ts';
import { createSyncBench, type SyncBench } from '../../support/sync-bench.ts';
import { useContext as contextOver } from '../../support/use-context.ts';
import { expectMirror } from '../../support/world-mirror.ts';

/** A business, taken in as the program does: first all of it, then its events. */
async function books(seeded = false): Promise<{ readonly bench: SyncBench; readonly shop: Shop }> {
  const bench = createSyncBench({ seeded });
  const shop = createShop(bench);
  if (!seeded) for (let count = 0; count < 130; count += 1) await shop.customer(`Customer ${count}`);
  await bench.backfill();
  const customer = await shop.customer('Grace Hopper');
  await shop.refund(await shop.pay((await shop.invoice(customer.id, 12)).id), 500);
  const intent = await bench.stripe.paymentIntents.retrieve(
    await shop.pay((await shop.invoice(customer.id)).id),
  );
  bench.simulator.control.dispute({ charge: z.string().parse(intent.latest_charge) });
  await bench.clock.advance(10_000);
  await bench.poll();
  await bench.clock.advance(3_600_000);
  await bench.poll();
  bench.requests.length = 0;
  return { bench, shop };
}

async function run(comparison: Comparison): Promise<void> {
  for (;;) {
    const step = await comparison.step();
    if (step.kind === 'failed') throw new Error(JSON.stringify(step.failure));
    if (step.kind === 'done') return;
  }
}

async function compare(bench: SyncBench): Promise<void> {
  const comparison = new Comparison(bench.parts);
  comparison.begin();
  await run(comparison);
}

function report(db: Db) {
  const { comparison } = getComparison(contextOver({ db }));
  if (!comparison) throw new Error('There was no comparison');
  return {
    ...comparison,
    differing: comparison.resources.reduce(
      (sum, { missing, changed, gone }) => sum + missing + changed + gone,
      0,
    ),
    of: (resource: string) => comparison.resources.find((known) => known.resource === resource),
  };
}

describe('a comparison', () => {
  it('finds nothing in books that have followed Stripe, and says how much it has looked at', async () => {
    const { bench } = await books(true);
    await compare(bench);
    const { state, differing, differences, of } = report(bench.db);
    expect({ state, differing, differences }).toEqual({ state: 'done', differing: 0, differences: [] });
    expect(of('invoices')?.objects).toBe(bench.simulator.control.objects({ type: 'invoice' }).length);
    expect(of('customers')?.objects).toBeGreaterThan(20);
  });

  it('finds what was lost, changed or deleted without the program’s knowledge, by kind and by name, and mends it', async () => {
    const { bench, shop } = await books();
    const { db } = bench;
    const renamed = bench.simulator.control.objects({ type: 'customer' }).at(-1);
    const draft = await shop.draft(idOf(renamed));
    await bench.clock.advance(3_600_000);
    await bench.poll();
    // Events that never arrived: Stripe has gone on, and the program does not know.
    await bench.stripe.customers.update(idOf(renamed), { name: 'Renamed Elsewhere' });
    await bench.stripe.invoices.del(draft.id);
    const [refund] = bench.simulator.control.objects({ type: 'refund' });
    db.run('DELETE FROM stripe_object WHERE id = ?', [idOf(refund)]);
    db.run('DELETE FROM refund WHERE stripe_id = ?', [idOf(refund)]);
    await bench.clock.advance(3_600_000);

    await compare(bench);
    const { differing, differences, of } = report(db);
    expect(of('customers')).toMatchObject({ missing: 0, changed: 1, gone: 0 });
    expect(of('invoices')).toMatchObject({ missing: 0, changed: 0, gone: 1 });
    expect(of('refunds')).toMatchObject({ missing: 1, changed: 0, gone: 0 });
    expect(differing).toBe(3);
    expect(differences).toContainEqual({
      objectId: idOf(renamed),
      resource: 'customers',
      what: 'changed',
      fields: ['name'],
      place: { kind: 'customer', id: expect.any(String), label: 'Renamed Elsewhere' },
    });
    expect(JSON.stringify(differences.map(({ fields }) => fields))).not.toContain('Renamed');
    expectMirror(db, bench.simulator);
    await compare(bench);
    expect(report(db).differing).toBe(0);
  });

  it('does not call a difference what happens at Stripe while it runs', async () => {
    const { bench, shop } = await books();
    const comparison = new Comparison(bench.parts);
    comparison.begin();
    await comparison.step();
    await comparison.step();
    const [customer] = bench.simulator.control.objects({ type: 'customer' });
    await bench.stripe.customers.update(idOf(customer), { name: 'Busy Today' });
    await shop.pay((await shop.invoice(idOf(customer))).id);
    await bench.clock.advance(20_000);
    await run(comparison);
    await bench.poll();
    expect(report(bench.db).differences).toEqual([]);
    expect(report(bench.db).differing).toBe(0);
  });

  it('takes no notice of what changes with every look', async () => {
    const { bench } = await books();
    bench.db.run(
      `UPDATE stripe_object SET json = json_set(json, '$.hosted_invoice_url', 'https://invoice.stripe.com/i/earlier')
       WHERE type = 'invoice' AND json ->> '$.status' <> 'draft'`,
    );
    await compare(bench);
    expect(report(bench.db).differing).toBe(0);
  });

  it('goes on where it stopped after the program has died, and repeats no page', async () => {
    const { bench } = await books();
    new Comparison(bench.parts).begin();
    let steps = 0;
    // Each run takes three steps and is gone.
    for (let comparison = new Comparison(bench.parts); comparison.isUnderWay; steps += 1) {
      if (steps % 3 === 2) comparison = new Comparison(bench.parts);
      await comparison.step();
    }
    const lists = bench.requests.filter(({ operation }) => operation === 'customers.list');
    expect(lists).toHaveLength(2);
    expect(report(bench.db)).toMatchObject({ state: 'done', differing: 0 });
  });

  it('loses no page when the disk refuses in the middle', async () => {
    const { bench } = await books();
    const [refund] = bench.simulator.control.objects({ type: 'refund' });
    bench.db.run('DELETE FROM stripe_object WHERE id = ?', [idOf(refund)]);
    const comparison = new Comparison({ ...bench.parts, db: crashingDb(bench.db, 9, 'before') });
    comparison.begin();
    const refused: unknown[] = [];
    while (comparison.isUnderWay) await comparison.step().catch((error: unknown) => refused.push(error));
    expect(refused).toEqual([expect.any(Crash)]);
    expect(report(bench.db)).toMatchObject({ differing: 1 });
  });

  it('passes over a list that the key may not read', async () => {
    const { bench } = await books();
    bench.simulator.control.faults.script([
      { match: { method: 'GET', path: '/v1/payouts' }, fault: { kind: 'forbidden' } },
    ]);
    await compare(bench);
    expect(report(bench.db)).toMatchObject({ state: 'done', differing: 0 });
    expect(report(bench.db).of('payouts')).toMatchObject({ objects: 0, done: true });
  });

  it('is one at a time: asking again while it runs changes nothing', async () => {
    const { bench } = await books();
    const comparison = new Comparison(bench.parts);
    comparison.begin();
    await comparison.step();
    await comparison.step();
    const before = report(bench.db);
    comparison.begin();
    expect(report(bench.db)).toMatchObject({ state: 'running', startedAt: before.startedAt });
    expect(report(bench.db).of('customers')?.objects).toBe(before.of('customers')?.objects);
  });
});
