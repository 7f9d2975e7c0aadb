// Products, recurring prices, subscriptions, scheduled invoices: recurring invoices.
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Program } from '../support/program.ts';
import { startConnected } from '../support/program.ts';
import {
  act,
  addCustomer,
  begin,
  begun,
  detail,
  fieldsFor,
  pollNow,
  settled,
} from '../support/subscriptions.ts';

const DAY_MS = 86_400_000;

const atStripe = (program: Program, type: 'subscription' | 'invoice' | 'product'): readonly unknown[] =>
  program.simulator.control.objects({ type });

const Billed = z.object({
  lines: z.object({ data: z.array(z.object({ period: z.object({ start: z.int() }) })) }),
});

/** When the periods begin that stand on the invoices at Stripe. */
function billedPeriods(program: Program): readonly number[] {
  return atStripe(program, 'invoice').flatMap((invoice) =>
    Billed.parse(invoice).lines.data.map(({ period }) => period.start),
  );
}

describe('Products, recurring prices, subscriptions, scheduled invoices', () => {
  it('a recurring invoice is there at once, offline too, and reaches Stripe once whatever ends the program', async () => {
    const program = await startConnected();
    program.simulator.control.faults.script([
      { match: { method: 'POST', path: '/v1/subscriptions' }, fault: { kind: 'timeout', effect: 'done' } },
    ]);
    const customerId = await addCustomer(program);
    const { id } = await begin(program, fieldsFor(customerId));
    expect(await detail(program, id)).toMatchObject({
      standing: 'queued',
      title: 'Hosting',
      amount: 4_900,
      every: { interval: 'month', count: 1 },
      stripeId: null,
    });
    await program.restart();
    const made = await settled(program, id);
    expect(made).toMatchObject({ standing: 'active', nextDay: '2026-07-15', collects: 'send' });
    expect(atStripe(program, 'subscription')).toHaveLength(1);
    expect(atStripe(program, 'product')).toHaveLength(1);
    const { rows } = await program.call('recurring.list', {
      filter: {},
      sort: { by: 'next', direction: 'asc' },
      page: { offset: 0, limit: 50 },
    });
    expect(rows.map((row) => [row.id, row.customerName])).toEqual([[id, 'Acme Brückenbau GmbH']]);
  });

  it('a recurring invoice is taken back while nothing of it has reached Stripe, together with the item it would have made', async () => {
    const program = await startConnected();
    const customerId = await addCustomer(program);
    await program.until('the customer is at Stripe', async () => {
      return (await program.call('customers.get', { id: customerId })).stripeId !== null;
    });
    program.setOnline(false);
    program.simulator.control.faults.script(
      Array.from({ length: 20 }, () => ({
        match: { method: 'GET', path: '/v1/products' },
        fault: { kind: 'reset', effect: 'none' } as const,
      })),
    );
    const { id, operationId } = await begin(program, fieldsFor(customerId));
    await program.clock.advance(2_000);
    await program.call('outbox.cancel', { commandId: randomUUID(), id: operationId ?? '' });
    expect(await program.refusal('recurring.get', { id })).toMatchObject({ kind: 'not-found' });
    program.setOnline(true);
    await program.clock.advance(60_000);
    expect(atStripe(program, 'subscription')).toEqual([]);
    expect(atStripe(program, 'product')).toEqual([]);
    expect(await program.call('items.counts', {})).toEqual({ active: 0, archived: 1 });
  });

  it('a recurring invoice bills each period once through a year in which the program is away and ends in the middle of changes', async () => {
    const program = await startConnected();
    const { id } = await begun(program);
    const fault = (kind: 'timeout' | 'reset'): void =>
      program.simulator.control.faults.script([
        { match: { method: 'POST', path: '/v1/subscriptions/*' }, fault: { kind, effect: 'done' } },
      ]);
    for (let month = 0; month < 12; month += 1) {
      await program.asleep(28 * DAY_MS);
      await pollNow(program);
      if (month % 3 === 0) {
        fault(month % 2 === 0 ? 'timeout' : 'reset');
        await program.call('recurring.pause', {
          commandId: randomUUID(),
          id,
          behavior: 'keep_as_draft',
          until: null,
        });
        await program.restart();
        await settled(program, id);
        await act(program, 'recurring.resume', { id });
      }
      await program.asleep(2 * DAY_MS);
    }
    await pollNow(program);
    const { history } = await detail(program, id);
    const begins = billedPeriods(program);
    expect(begins).toEqual([...new Set(begins)]);
    expect(begins).toHaveLength(12);
    expect(history).toHaveLength(12);
    expect(atStripe(program, 'subscription')).toHaveLength(1);
  });

  it('a recurring invoice is paused, resumed, ended with its period, kept, and ended at once', async () => {
    const program = await startConnected();
    const { id } = await begun(program);
    expect(
      await act(program, 'recurring.pause', { id, behavior: 'keep_as_draft', until: null }),
    ).toMatchObject({ standing: 'paused', pause: { behavior: 'keep_as_draft', until: null } });
    expect(await act(program, 'recurring.resume', { id })).toMatchObject({ standing: 'active', pause: null });
    expect(await act(program, 'recurring.cancel', { id, when: 'period-end', credit: false })).toMatchObject({
      standing: 'ending',
      endDay: '2026-07-15',
      nextDay: null,
    });
    expect(await act(program, 'recurring.keep', { id })).toMatchObject({ standing: 'active', endDay: null });
    expect(await act(program, 'recurring.cancel', { id, when: 'now', credit: false })).toMatchObject({
      standing: 'ended',
      actions: [],
    });
    expect(
      await program.refusal('recurring.cancel', { commandId: randomUUID(), id, when: 'now', credit: false }),
    ).toMatchObject({ kind: 'wrong-state', code: 'ended' });
  });
});
