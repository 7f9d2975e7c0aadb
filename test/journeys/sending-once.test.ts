// Idempotency keys and retries: one durable key for each click, kept with the frozen request, whatever happens on the way.
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { FaultRule } from '../../main/simulator/api/faults.ts';
import { clickSend, writeInvoice, type WrittenInvoice } from '../support/acme.ts';
import { type Program, startConnected } from '../support/program.ts';

type Fault = FaultRule['fault'];

const FINALIZE = { method: 'POST', path: '/v1/invoices/*/finalize' } as const;

async function sending(
  fault: Fault,
  times = 1,
): Promise<{ readonly program: Program; readonly written: WrittenInvoice; readonly id: string }> {
  const program = await startConnected();
  const written = await writeInvoice(program);
  await program.until(
    'the customer is at Stripe',
    async () => (await program.call('customers.get', { id: written.customerId })).state === 'saved',
  );
  program.simulator.control.faults.script([{ match: FINALIZE, fault, times }]);
  return { program, written, id: await clickSend(program, written) };
}

const finalized = ({ simulator }: Program) =>
  simulator.control.requests().filter(({ method, path }) => method === 'POST' && path.endsWith('/finalize'));

const done = (program: Program, id: string): Promise<void> =>
  program.until('it is done', async () => (await program.call('outbox.get', { id })).state === 'done');

describe('Idempotency keys', () => {
  it('are made at the click and outlive a crash: the same request under the same key, answered by a replay', async () => {
    const { program, id } = await sending({ kind: 'timeout', effect: 'done' });
    await program.until('Stripe did it and the answer was lost', async () => finalized(program).length === 1);
    const key = (await program.call('outbox.get', { id })).steps.find(({ title }) =>
      title.startsWith('Finalize'),
    )?.idempotencyKey;
    await program.restart();
    await done(program, id);
    const { rows } = await program.call('requests.list', { search: 'finalizeInvoice', limit: 10 });
    expect(new Set(rows.map((row) => row.idempotencyKey))).toEqual(new Set([key]));
    expect(program.simulator.control.objects({ type: 'invoice' })).toHaveLength(1);
    expect(program.simulator.control.emails()).toHaveLength(1);
  });

  it('are another one for every click, and the same one for the same click', async () => {
    const program = await startConnected();
    const click = { commandId: randomUUID(), copyOf: null, customerId: null };
    const first = await program.call('drafts.create', click);
    expect((await program.call('drafts.create', click)).id).toBe(first.id);
    const other = await program.call('drafts.create', { ...click, commandId: randomUUID() });
    expect(other.id).not.toBe(first.id);
  });
});

describe('Retry with exponential backoff', () => {
  it.each([
    ['a rate limit', { kind: 'rate_limited' }],
    ['a lost connection', { kind: 'reset', effect: 'none' }],
    ['a conflict', { kind: 'conflict' }],
  ] as const)('tries again after %s, each time later, and says so in Activity', async (_what, fault) => {
    const { program, id } = await sending(fault, 4);
    const waits: number[] = [];
    for (let last = 0; waits.length < 3;) {
      await program.clock.advance(100);
      const { nextAttemptAt, steps } = await program.call('outbox.get', { id });
      const attempts = steps.find(({ title }) => title.startsWith('Finalize'))?.attempts ?? 0;
      if (nextAttemptAt === null || attempts === last) continue;
      last = attempts;
      waits.push(nextAttemptAt - Math.floor(program.clock.now() / 1000));
      expect((await program.call('outbox.get', { id })).state).toBe('waiting');
    }
    expect(waits[2]).toBeGreaterThan(waits[0] ?? Infinity);
    await done(program, id);
    expect(program.simulator.control.objects({ type: 'invoice' })).toMatchObject([{ status: 'open' }]);
  });

  it('never after a refusal', async () => {
    const { program, id } = await sending({ kind: 'declined' });
    await program.until('it is refused', async () => {
      return (await program.call('outbox.get', { id })).state === 'failed';
    });
    await program.clock.advance(3_600_000);
    expect(finalized(program)).toHaveLength(1);
  });

  it('looks a server error up before it asks again', async () => {
    const { program, id } = await sending({ kind: 'server_error', effect: 'done' });
    await done(program, id);
    expect(program.simulator.control.objects({ type: 'invoice' })).toMatchObject([{ status: 'open' }]);
    expect(program.simulator.control.emails()).toHaveLength(1);
  });
});
