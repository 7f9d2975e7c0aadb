// Which books are open and with which key: opening, switching, closing, starting again, and every way in which a key is wrong.
import { randomUUID } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Ports } from '../../../main/ports.ts';
import { createSimulator, type Simulator } from '../../../main/simulator/simulator.ts';
import { clickSend, writeInvoice } from '../../support/acme.ts';
import { type Program, startConnected, startProgram, TEST_KEY } from '../../support/program.ts';

type Transports = Ports['stripe'];

interface Stripes {
  readonly stripe: Transports;
  /** Whose account the real Stripe's keys open; sample data has its own. */
  real: Simulator;
  /** Opened and not closed. */
  held(): number;
}

/** Two accounts at Stripe, and one of sample data, with a count of the transports that are held. */
function stripes(real = createSimulator({ now: () => Date.now(), seed: 7 })): Stripes {
  const sample = createSimulator({ now: () => Date.now(), seed: 1 });
  let held = 0;
  const all: Stripes = {
    real,
    held: () => held,
    stripe: ({ kind }) => {
      held += 1;
      return {
        options: { httpClient: kind === 'demo' ? sample.httpClient : all.real.httpClient },
        download: async () => null,
        close: () => {
          held -= 1;
        },
      };
    },
  };
  return all;
}

const state = (program: Program) => program.call('app.state', {});
const connect = (program: Program, key = TEST_KEY) =>
  program.call('stripe.connect', { commandId: randomUUID(), key });
const openSample = (program: Program) => program.call('books.openSample', { commandId: randomUUID() });
const close = (program: Program) => program.call('books.close', { commandId: randomUUID() });

const secondAccount = (): Simulator => createSimulator({ now: () => Date.now(), seed: 8 });

describe('starting', () => {
  it('opens nothing the first time', async () => {
    const program = await startProgram();
    expect(await state(program)).toMatchObject({ books: null, known: [], problem: null });
    expect(await program.refusal('home.get', {})).toEqual({ kind: 'no-books' });
  });

  it('opens the last books with their key', async () => {
    const program = await startConnected();
    const before = await state(program);
    await program.restart();
    expect(await state(program)).toMatchObject({
      books: before.books,
      key: { present: true, kind: 'secret', problem: null },
    });
  });

  it('opens the sample when that was last, and nothing after the books were closed', async () => {
    const program = await startProgram();
    await openSample(program);
    await program.restart();
    expect((await state(program)).books).toMatchObject({ id: 'sample', mode: 'sample' });
    await close(program);
    await program.restart();
    expect(await state(program)).toMatchObject({ books: null, known: [{ id: 'sample' }] });
  });

  it('begins even when what remembers the last books names none', async () => {
    const program = await startProgram();
    await program.restart(() =>
      writeFileSync(join(program.directory, 'library.json'), JSON.stringify({ last: 'gone', books: [] })),
    );
    expect(await state(program)).toMatchObject({ books: null, problem: null });
  });
});

describe('opening and closing', () => {
  it('holds one way to Stripe while books are open, and none afterwards', async () => {
    const world = stripes();
    const program = await startProgram({ ports: { stripe: world.stripe } });
    await openSample(program);
    expect(world.held()).toBe(1);
    await connect(program);
    expect(world.held()).toBe(1);
    await close(program);
    expect(world.held()).toBe(0);
  });

  it('asks Stripe for nothing any more once the books are closed', async () => {
    const program = await startConnected();
    await close(program);
    const asked = program.simulator.control.requests().length;
    await program.clock.advance(3_600_000);
    expect(program.simulator.control.requests()).toHaveLength(asked);
  });

  it('is done one after the other when it is asked for twice at once', async () => {
    const world = stripes();
    const program = await startProgram({ ports: { stripe: world.stripe } });
    await Promise.all([openSample(program), openSample(program), connect(program), openSample(program)]);
    expect(await state(program)).toMatchObject({ books: { id: 'sample' }, problem: null });
    expect(world.held()).toBe(1);
  });

  it('loses nothing of what was on its way', async () => {
    const program = await startConnected();
    const written = await writeInvoice(program);
    program.simulator.control.faults.script([
      { match: { method: 'POST', path: '/v1/invoices/*/send' }, fault: { kind: 'slow', delayMs: 5_000 } },
    ]);
    await clickSend(program, written);
    await program.until('it is being sent', async () =>
      program.simulator.control.requests().some(({ path }) => path.endsWith('/send')),
    );
    const { books } = await state(program);
    const closing = close(program);
    await program.clock.advance(10_000);
    await closing;
    await program.call('books.open', { commandId: randomUUID(), id: books?.id ?? '' });
    await program.clock.advance(60_000);
    expect(await program.call('invoices.get', { id: written.draftId })).toMatchObject({ badge: 'open' });
    expect(program.simulator.control.emails()).toHaveLength(1);
  });

  it('says what is wrong with the file, leaves other books usable, and opens it once it is mended', async () => {
    const world = stripes();
    const program = await startProgram({ ports: { stripe: world.stripe } });
    const { books } = await connect(program);
    const id = books?.id ?? '';
    const path = join(program.directory, 'books', id, 'quittance.db');
    await program.restart(() => {
      for (const end of ['', '-wal', '-shm']) rmSync(`${path}${end}`, { force: true });
      writeFileSync(path, 'These are my recipes.');
    });
    const problem = { kind: 'storage', reason: 'foreign' };
    expect(await state(program)).toMatchObject({ books: null, problem, problemBooksId: id });
    expect(await program.refusal('home.get', {})).toMatchObject(problem);
    expect(world.held()).toBe(0);
    expect(await openSample(program)).toMatchObject({ books: { id: 'sample' }, problem: null });
    rmSync(path);
    expect(await connect(program)).toMatchObject({ books: { id }, problem: null, problemBooksId: null });
  });
});

describe('a key', () => {
  it.each([
    ['pk_test_4eC39HqLyjWDarjtT1zdp7dc', 'publishable'],
    ['sk_test_short', 'malformed'],
    ['sk_live_4eC39HqLyjWDarjtT1zdp7dc', 'revoked'],
  ])('%s is refused as %s, and leaves open what is open', async (key, reason) => {
    const program = await startProgram();
    await openSample(program);
    const input = { commandId: randomUUID(), key };
    expect(await program.refusal('stripe.connect', input)).toMatchObject({ kind: 'key-refused', reason });
    expect((await state(program)).books).toMatchObject({ id: 'sample' });
  });

  it('of the other mode than it says is refused', async () => {
    const real = createSimulator({
      now: () => Date.now(),
      seed: 7,
      keys: ['sk_live_4eC39HqLyjWDarjtT1zdp7dc'],
    });
    const program = await startProgram({ ports: { stripe: stripes(real).stripe } });
    const input = { commandId: randomUUID(), key: 'sk_live_4eC39HqLyjWDarjtT1zdp7dc' };
    expect(await program.refusal('stripe.connect', input)).toMatchObject({ reason: 'wrong-mode' });
  });

  it('of another account is refused for books that wait for theirs', async () => {
    const world = stripes();
    const program = await startProgram({ ports: { stripe: world.stripe } });
    const { books } = await connect(program);
    await program.call('stripe.forgetKey', { commandId: randomUUID() });
    world.real = secondAccount();
    const input = { commandId: randomUUID(), key: TEST_KEY };
    expect(await program.refusal('stripe.connect', input)).toMatchObject({ reason: 'wrong-account' });
    expect(await state(program)).toMatchObject({ books, key: { present: false } });
    await close(program);
    expect((await connect(program)).books?.id).not.toBe(books?.id);
  });

  it('is forgotten when it is told to be, and the books stay open for writing', async () => {
    const program = await startConnected();
    await program.call('stripe.forgetKey', { commandId: randomUUID() });
    expect((await state(program)).key).toMatchObject({ present: false, kind: null });
    const written = await writeInvoice(program);
    await program.restart();
    expect(await state(program)).toMatchObject({ books: { mode: 'test' }, key: { present: false } });
    expect(await program.call('drafts.get', { id: written.draftId })).toMatchObject({ state: 'editing' });
    expect(program.simulator.control.objects({ type: 'customer' })).toEqual([]);
    await connect(program);
    await program.until(
      'what was written meanwhile is at Stripe',
      async () => program.simulator.control.objects({ type: 'customer' }).length === 1,
    );
  });

  it('that is revoked is said to be; a new one sends what waited, once', async () => {
    const program = await startConnected();
    const written = await writeInvoice(program);
    program.simulator.control.revokeKey({ key: TEST_KEY });
    await clickSend(program, written);
    await program.clock.advance(3_600_000);
    expect((await state(program)).key.problem).toMatchObject({ kind: 'key-refused', reason: 'revoked' });
    expect(await program.call('invoices.get', { id: written.draftId })).toMatchObject({ badge: 'queued' });
    const fresh = 'rk_test_51HqLyjWDarjtT1zdp7dcFresh';
    expect((await connect(program, fresh)).key).toMatchObject({ kind: 'restricted', problem: null });
    await program.clock.advance(60_000);
    expect(await program.call('invoices.get', { id: written.draftId })).toMatchObject({ badge: 'open' });
    expect(program.simulator.control.emails()).toHaveLength(1);
  });

  it('for live mode that was kept is not given to a simulator', async () => {
    const live = 'sk_live_4eC39HqLyjWDarjtT1zdp7dc';
    const program = await startConnected({
      ports: {
        keys: { keeps: 'os', load: async () => live, save: async () => 'os', forget: async () => undefined },
      },
    });
    const simulated: Transports = () => ({
      options: { host: '127.0.0.1', port: '1', protocol: 'http' },
      download: async () => null,
      close: () => undefined,
    });
    await program.restartWith({ stripe: simulated });
    expect(await state(program)).toMatchObject({
      books: { mode: 'test' },
      key: { present: false, problem: { reason: 'wrong-mode' } },
    });
  });
});
