// Test and live keys: the books of an account's two modes and the sample are files of their own, and nothing passes between them.
import { randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Ports } from '../../main/ports.ts';
import { createSimulator, type Simulator } from '../../main/simulator/simulator.ts';
import { ACME, clickSend, writeInvoice } from '../support/acme.ts';
import { type Program, type ProgramWorld, createWorld, startProgram, TEST_KEY } from '../support/program.ts';
import { NOON } from '../support/virtual-clock.ts';

/** Put together, so that no text here looks like a key of somebody's. */
const LIVE_KEY = ['sk', 'live', '4eC39HqLyjWDarjtT1zdp7dc'].join('_');
const ACCOUNT = 'acct_1TwoModes';

interface TwoModes {
  readonly program: Program;
  readonly test: Simulator;
  readonly live: Simulator;
}

/** Stripe's one host answers from the books of the mode that the key names. */
function byMode(test: Simulator, live: Simulator, sample: Simulator): Ports['stripe'] {
  const liveClient = live.httpClient;
  const testClient = test.httpClient;
  const client: typeof testClient = {
    getClientName: () => testClient.getClientName(),
    makeRequest: (...request) => {
      const { Authorization: authorization } = request[4] as Readonly<Record<string, unknown>>;
      return String(authorization).includes(LIVE_KEY)
        ? liveClient.makeRequest(...request)
        : testClient.makeRequest(...request);
    },
  };
  return ({ kind }) => ({
    options: { httpClient: kind === 'demo' ? sample.httpClient : client },
    download: async () => null,
    close: () => undefined,
  });
}

async function twoModes(): Promise<TwoModes> {
  const world: ProgramWorld = createWorld(NOON, { account: { id: ACCOUNT } });
  const { clock, simulator: test } = world;
  const other = { now: () => clock.now(), schedule: clock.schedule.bind(clock) };
  const live = createSimulator({ ...other, seed: 8, livemode: true, account: { id: ACCOUNT } });
  const sample = createSimulator({ ...other, seed: 9 });
  const program = await startProgram({ world, ports: { stripe: byMode(test, live, sample) } });
  return { program, test, live };
}

const connect = async (program: Program, key: string): Promise<string> => {
  const { books } = await program.call('stripe.connect', { commandId: randomUUID(), key });
  return books?.id ?? '';
};
const open = (program: Program, id: string) => program.call('books.open', { commandId: randomUUID(), id });
const close = (program: Program) => program.call('books.close', { commandId: randomUUID() });
const found = async (program: Program): Promise<number> => {
  const { rows } = await program.call('customers.find', { text: ACME.name });
  return rows.length;
};
const waiting = async (program: Program): Promise<number> =>
  (await program.call('outbox.list', { view: 'all', limit: 50 })).operations.length;
const names = (simulator: Simulator): readonly unknown[] =>
  simulator.control.objects({ type: 'customer' }).map(({ name }) => name);

describe('Test to production checklist: the books of test and live mode', () => {
  it('are files of their own, and nothing of one is found in the other', async () => {
    const { program, test, live } = await twoModes();
    const testId = await connect(program, TEST_KEY);
    const written = await writeInvoice(program);
    await program.until('it is at Stripe', async () => names(test).length === 1);
    await close(program);
    const liveId = await connect(program, LIVE_KEY);
    expect(liveId).not.toBe(testId);
    await close(program);
    await program.call('books.openSample', { commandId: randomUUID() });
    await program.until(
      'the sample is in',
      async () => (await program.call('sync.status', {})).phase === 'idle',
    );
    const { books } = await program.call('app.state', {});
    expect(books).toMatchObject({ mode: 'sample' });
    const folders = readdirSync(join(program.directory, 'books'));
    expect(new Set(folders)).toEqual(new Set([testId, liveId, books?.id]));
    for (const folder of folders)
      expect(readdirSync(join(program.directory, 'books', folder))).toContain('quittance.db');

    for (const id of [books?.id ?? '', liveId]) {
      await open(program, id);
      expect(await found(program)).toBe(0);
      for (const call of ['drafts.get', 'invoices.get', 'drafts.review'] as const)
        expect(await program.refusal(call, { id: written.draftId }), call).toMatchObject({
          kind: 'not-found',
        });
      expect(await program.refusal('customers.get', { id: written.customerId })).toMatchObject({
        kind: 'not-found',
      });
    }
    expect(await waiting(program)).toBe(0);
    expect((await program.call('search.everything', { text: 'Acme' })).hits).toEqual([]);
    await open(program, testId);
    expect(await found(program)).toBe(1);
    expect(await program.call('drafts.get', { id: written.draftId })).toMatchObject({ state: 'editing' });
    expect(names(live)).toEqual([]);
  });

  it('keep their drafts and what waits to be sent over a switch, which then goes to their own mode', async () => {
    const { program, test, live } = await twoModes();
    const liveId = await connect(program, LIVE_KEY);
    await close(program);
    const testId = await connect(program, TEST_KEY);
    test.control.faults.script([
      { match: { method: 'POST' }, fault: { kind: 'reset', effect: 'none' }, times: 1_000_000 },
    ]);
    const written = await writeInvoice(program);
    const operationId = await clickSend(program, written);
    await open(program, liveId);
    await program.clock.advance(3_600_000);
    expect(await waiting(program)).toBe(0);
    expect(await program.refusal('outbox.get', { id: operationId })).toMatchObject({ kind: 'not-found' });
    const posts = live.control.requests().filter(({ method }) => method === 'POST');
    expect(posts).toEqual([]);
    test.control.faults.script([]);
    await open(program, testId);
    await program.until(
      'it is open',
      async () => (await program.call('invoices.get', { id: written.draftId })).badge === 'open',
    );
    expect(names(test)).toEqual([ACME.name]);
    expect(names(live)).toEqual([]);
    expect(live.control.emails()).toEqual([]);
  });

  it('take no key of the other mode, and stay as they are', async () => {
    const { program } = await twoModes();
    for (const [own, other, mode] of [
      [TEST_KEY, LIVE_KEY, 'test'],
      [LIVE_KEY, TEST_KEY, 'live'],
    ] as const) {
      const id = await connect(program, own);
      await program.call('stripe.forgetKey', { commandId: randomUUID() });
      const input = { commandId: randomUUID(), key: other };
      expect(await program.refusal('stripe.connect', input)).toMatchObject({
        kind: 'key-refused',
        reason: 'wrong-mode',
      });
      expect(await program.call('app.state', {})).toMatchObject({
        books: { id, mode, accountId: ACCOUNT },
        key: { present: false },
      });
      await close(program);
    }
  });
});
