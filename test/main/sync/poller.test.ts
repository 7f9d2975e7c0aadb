import { beforeEach, describe, expect, it } from 'vitest';
import type { Gateway } from '../../../main/stripe/request.ts';
import { createPoller } from '../../../main/sync/poller.ts';
import { storedObject } from '../../../main/sync/stored-object.ts';
import { applyAll } from '../../support/mirror.ts';
import { createShop, type Shop } from '../../support/shop.ts';
import { createSyncBench, type SyncBench } from '../../support/sync-bench.ts';
import { expectMirror } from '../../support/world-mirror.ts';

let bench: SyncBench;
let shop: Shop;

beforeEach(async () => {
  bench = createSyncBench();
  shop = createShop(bench);
  await bench.backfill();
  bench.requests.length = 0;
});

const operations = (): readonly string[] => bench.requests.map(({ operation }) => operation);
const seconds = (n: number): Promise<void> => bench.clock.advance(n * 1_000);

describe('a poll', () => {
  it('on fresh books says that everything must be listed', async () => {
    expect(await createSyncBench().poll()).toEqual({ kind: 'gap', watermark: null });
  });

  it('with nothing new is one request and no write', async () => {
    await shop.customer();
    await bench.poll();
    bench.requests.length = 0;
    bench.announced.length = 0;
    const before = bench.writes();
    for (let polls = 0; polls < 3; polls += 1) {
      await seconds(60);
      expect(await bench.poll()).toEqual({ kind: 'idle' });
    }
    expect(operations()).toEqual(['events.list', 'events.list', 'events.list']);
    expect(bench.writes()).toBe(before);
    expect(bench.announced).toEqual([]);
  });

  it('follows an invoice from draft to paid, refunded and disputed', async () => {
    const customer = await shop.customer();
    const invoice = await shop.invoice(customer.id);
    await bench.stripe.invoices.sendInvoice(invoice.id);
    const intent = await shop.pay(invoice.id);
    await seconds(5);
    await bench.poll();
    expect(bench.db.get('SELECT status, amount_paid, sent_at FROM invoice')).toEqual({
      status: 'paid',
      amount_paid: 1_000,
      sent_at: Math.floor(bench.clock.now() / 1000) - 5,
    });
    await shop.refund(intent, 300);
    const [payment] = bench.db.all<{ charge_id: string }>('SELECT charge_id FROM payment');
    bench.simulator.control.dispute({ charge: payment?.charge_id ?? '' });
    await bench.poll();
    expect(bench.db.get('SELECT amount_refunded, disputed FROM invoice')).toEqual({
      amount_refunded: 300,
      disputed: 1,
    });
    expectMirror(bench.db, bench.simulator);
  });

  it('fetches each object once, however many events there are', async () => {
    const customer = await shop.customer();
    const invoice = await shop.invoice(customer.id, 3);
    await shop.pay(invoice.id);
    await bench.poll();
    const fetched = bench.requests
      .filter(({ operation }) => operation.endsWith('.get'))
      .flatMap(({ objectIds }) => objectIds);
    expect(new Set(fetched).size).toBe(fetched.length);
    expect(operations().filter((operation) => operation === 'charge.get')).toEqual([]);
  });

  it('brings all lines of a long invoice', async () => {
    const customer = await shop.customer();
    await shop.invoice(customer.id, 230);
    await bench.poll();
    expect(
      bench.db.get(
        `SELECT json_array_length(json, '$.lines.data') AS n FROM stripe_object WHERE type = 'invoice'`,
      ),
    ).toEqual({
      n: 230,
    });
  });

  it('finds more than a hundred events of one second', async () => {
    for (let count = 0; count < 120; count += 1) await shop.customer(`Customer ${count}`);
    expect(await bench.poll()).toEqual({ kind: 'news', events: 120 });
    expectMirror(bench.db, bench.simulator);
    expect(await bench.poll()).toEqual({ kind: 'idle' });
  });

  it('finds events that became visible late, between others', async () => {
    bench.simulator.control.faults.script([
      { match: { method: 'POST', path: '/v1/customers' }, fault: { kind: 'event_lag', delayMs: 300_000 } },
    ]);
    await shop.customer('Late');
    await shop.customer('Early');
    await bench.poll();
    expect(bench.db.all('SELECT name FROM customer')).toEqual([{ name: 'Early' }]);
    for (let minutes = 0; minutes < 6; minutes += 1) {
      await seconds(60);
      await bench.poll();
    }
    expect(bench.db.all('SELECT name FROM customer ORDER BY name')).toEqual([
      { name: 'Early' },
      { name: 'Late' },
    ]);
  });

  it('buries what was deleted', async () => {
    const customer = await shop.customer();
    const draft = await shop.draft(customer.id);
    await bench.poll();
    expect(bench.db.all('SELECT status FROM invoice')).toEqual([{ status: 'draft' }]);
    await bench.stripe.invoices.del(draft.id);
    await bench.stripe.customers.del(customer.id);
    await bench.poll();
    expect(bench.db.all('SELECT id FROM invoice')).toEqual([]);
    expect(bench.db.all('SELECT name, deleted FROM customer')).toEqual([
      { name: 'Ada Lovelace', deleted: 1 },
    ]);
  });

  it('asks again for an invoice that a second revision names, though nothing else told of it', async () => {
    const customer = await shop.customer();
    const { id } = await shop.invoice(customer.id);
    const revise = (): Promise<{ id: string }> =>
      bench.stripe.invoices.create({ from_invoice: { action: 'revision', invoice: id } });
    const [first, second] = [await revise(), await revise()];
    await bench.stripe.invoices.finalizeInvoice(first.id);
    await bench.poll();
    await bench.stripe.invoices.finalizeInvoice(second.id);
    await bench.poll();
    expect(storedObject(bench.db, id)).toMatchObject({ latest_revision: second.id });
    expectMirror(bench.db, bench.simulator);
  });

  it('keeps events of types it does not know', async () => {
    await bench.stripe.paymentMethods.attach('pm_card_visa', { customer: (await shop.customer()).id });
    await bench.poll();
    expect(bench.db.all('SELECT type FROM event ORDER BY type')).toContainEqual({
      type: 'payment_method.attached',
    });
  });

  it('puts what happened to a payment on the timeline of its invoice', async () => {
    const customer = await shop.customer();
    const invoice = await shop.invoice(customer.id);
    await shop.refund(await shop.pay(invoice.id), 100);
    await bench.poll();
    const rows = bench.db.all<{ type: string; summary: string }>(
      'SELECT type, summary FROM event WHERE invoice_stripe_id = ?',
      [invoice.id],
    );
    expect(rows.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['invoice.finalized', 'charge.succeeded', 'refund.created']),
    );
    const refunded = rows.find(({ type }) => type === 'refund.created');
    expect(JSON.parse(refunded?.summary ?? '{}')).toMatchObject({
      object: 'refund',
      amount: 100,
      currency: 'eur',
      status: 'succeeded',
    });
    expect(JSON.stringify(rows)).not.toContain('example.com');
  });
});

describe('what the outbox writes while a poll is asking', () => {
  /** A poll during which `write` is called after each object was asked for, before it is taken in. */
  async function pollDuring(write: (id: string, asked: number) => Promise<void>): Promise<void> {
    let asked = 0;
    const get: Gateway['get'] = async (object, id) => {
      const answer = await bench.gateway.get(object, id);
      asked += 1;
      await write(id, asked);
      return answer;
    };
    await createPoller({ ...bench.parts, gateway: { ...bench.gateway, get } }).poll();
  }

  it('is not overwritten', async () => {
    const customer = await shop.customer();
    const draft = await shop.draft(customer.id);
    await pollDuring(async (id) => {
      if (id !== draft.id) return;
      const finalize = { operation: 'invoices.finalizeInvoice', target: id, params: {} } as const;
      const outcome = await bench.gateway.write(finalize, 'key-1');
      if (outcome.kind === 'accepted') applyAll(bench.db, [outcome.object]);
    });
    expect(bench.db.get('SELECT status FROM invoice')).toEqual({ status: 'open' });
  });

  it('is not overwritten while that is asked for anew', async () => {
    const [first, second] = [await shop.customer('First'), await shop.customer('Second')];
    // Both are asked for, then the first again, as it was written meanwhile; then the second is written, too.
    const written = new Map([
      [2, first.id],
      [3, second.id],
    ]);
    await pollDuring(async (_id, asked) => {
      const target = written.get(asked);
      if (target === undefined) return;
      const rename = { operation: 'customers.update', target, params: { name: 'Renamed here' } } as const;
      const outcome = await bench.gateway.write(rename, `key-${asked}`);
      if (outcome.kind === 'accepted') applyAll(bench.db, [outcome.object]);
    });
    expect(bench.db.all('SELECT DISTINCT name FROM customer')).toEqual([{ name: 'Renamed here' }]);
  });
});

describe('the position of the poller', () => {
  it('survives a restart, and a long quiet time is no gap', async () => {
    const poller = createPoller(bench.parts);
    for (let day = 0; day < 40; day += 1) {
      await seconds(86_400);
      expect(await poller.poll()).toEqual({ kind: 'idle' });
    }
    poller.rest();
    expect(await createPoller(bench.parts).poll()).toEqual({ kind: 'idle' });
  });

  it('says that there is a gap when events may be gone', async () => {
    await seconds(31 * 86_400);
    expect(await bench.poll()).toMatchObject({ kind: 'gap', watermark: expect.any(Number) as number });
  });
});
