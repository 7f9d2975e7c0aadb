// Nobody is at the computer: the program locks itself, in main, and opens when the system has recognised its owner.
import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { OwnerCheck } from '../../main/ports.ts';
import { calls } from '../../shared/contract/calls.ts';
import { clickSend, writeInvoice } from '../support/acme.ts';
import { type Program, startConnected } from '../support/program.ts';

const MINUTE = 60_000;
const locked = { kind: 'wrong-state', code: 'locked' };
const commandId = randomUUID;

/** The person at the computer, as the system sees them. */
function desk() {
  const away: (() => void)[] = [];
  const owner = {
    idle: 0,
    isThere: true,
    offers: true,
    reasons: [] as string[],
    lockScreen: () => away.forEach((listener) => listener()),
  };
  const check: OwnerCheck = {
    isOffered: () => owner.offers,
    idleSeconds: () => owner.idle,
    onAway: (listener) => void away.push(listener),
    prove: async (reason) => {
      owner.reasons.push(reason);
      return owner.isThere;
    },
  };
  return { owner, check };
}

async function lockable() {
  const { owner, check } = desk();
  const program = await startConnected({ ports: { owner: check } });
  await program.call('lock.set', { commandId: commandId(), afterMinutes: 15 });
  return { owner, program };
}

const isLocked = async (program: Program): Promise<boolean> =>
  (await program.call('app.state', {})).lock.isLocked;

describe('the lock', () => {
  it('comes after the chosen time without a key or a click, and not before', async () => {
    const { owner, program } = await lockable();
    owner.idle = 15 * 60 - 1;
    await program.clock.advance(MINUTE);
    expect(await isLocked(program)).toBe(false);
    owner.idle = 15 * 60;
    const heard: unknown[] = [];
    program.subscribe((event) => heard.push(event));
    await program.clock.advance(MINUTE);
    expect(await isLocked(program)).toBe(true);
    expect(heard).toContainEqual({ kind: 'changed', topic: 'books', ids: [] });
  });

  it('tells nothing of any books, and refuses every other call of the table', async () => {
    const { owner, program } = await lockable();
    owner.lockScreen();
    expect(await program.call('app.state', {})).toMatchObject({ books: null, known: [] });
    const open = new Set(['app.state', 'app.presence', 'lock.unlock']);
    for (const name of Object.keys(calls).filter((call) => !open.has(call)))
      expect(await program.dispatch(name, {}), name).toMatchObject({ ok: false, error: locked });
  });

  it('opens when the system recognises its owner, and stays when it does not', async () => {
    const { owner, program } = await lockable();
    await program.call('lock.now', { commandId: commandId() });
    owner.isThere = false;
    expect(await program.refusal('lock.unlock', { commandId: commandId() })).toMatchObject({
      code: 'not-confirmed',
    });
    expect(await isLocked(program)).toBe(true);
    owner.isThere = true;
    const state = await program.call('lock.unlock', { commandId: commandId() });
    expect(state).toMatchObject({ lock: { isLocked: false }, books: { mode: 'test' } });
    expect(owner.reasons).toEqual(['unlock your books', 'unlock your books']);
    owner.idle = 15 * 60;
    await program.clock.advance(MINUTE);
    expect(await isLocked(program)).toBe(true);
  });

  it('lets what was accepted go on behind it', async () => {
    const { program } = await lockable();
    await clickSend(program, await writeInvoice(program));
    await program.call('lock.now', { commandId: commandId() });
    await program.clock.advance(MINUTE);
    expect(program.simulator.control.emails()).toHaveLength(1);
  });

  it('is not passed by starting again, whatever became of its file', async () => {
    const { program } = await lockable();
    await program.restart();
    expect(await isLocked(program)).toBe(true);
    await program.restart(() => writeFileSync(join(program.directory, 'lock.json'), '{"afterMinutes":'));
    expect((await program.call('app.state', {})).lock).toMatchObject({ isLocked: true, afterMinutes: 5 });
  });

  it('is taken away by an unlocked program, and then nothing locks', async () => {
    const { owner, program } = await lockable();
    await program.call('lock.set', { commandId: commandId(), afterMinutes: null });
    owner.idle = 9999;
    owner.lockScreen();
    await program.clock.advance(MINUTE);
    expect(await isLocked(program)).toBe(false);
    await program.restart();
    expect(await isLocked(program)).toBe(false);
  });

  it('is refused where the system cannot be asked', async () => {
    const none = await startConnected();
    const lidClosed = await lockable();
    lidClosed.owner.offers = false;
    for (const program of [none, lidClosed.program]) {
      expect(await program.refusal('lock.set', { commandId: commandId(), afterMinutes: 5 })).toMatchObject({
        code: 'no-owner-check',
      });
      expect(await program.refusal('lock.now', { commandId: commandId() })).toMatchObject({
        code: 'no-owner-check',
      });
    }
    expect((await none.call('app.state', {})).lock.isOffered).toBe(false);
  });
});
