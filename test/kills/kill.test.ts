// Sixty times killed at a random moment of a send, a refund, a credit note, a recurring invoice, a void or a dispute: after the restart each accepted click has happened exactly once.
import { randomInt } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { keepFigure } from '../figures/figures.ts';
import type { LoopbackProcess } from '../support/loopback-process.ts';
import { KINDS } from './kinds.ts';
import { allDone, prepareWorld, type World } from './world.ts';

const ROUNDS_OF_EACH = 10;
const ROUNDS = ROUNDS_OF_EACH * KINDS.length;
/** A send takes some fifty milliseconds against a simulator on this machine, so kills spread over all its steps. */
const LONGEST_LIFE_MS = 160;

const directory = mkdtempSync(join(tmpdir(), 'quittance-kills-'));
let world: World;

beforeAll(async () => {
  world = await prepareWorld(directory, ROUNDS_OF_EACH);
}, 300_000);

afterAll(async () => {
  await world.simulator.close();
  rmSync(directory, { recursive: true, force: true });
});

/** Clicks whose answer arrived: accepted for certain. One that was cut off may or may not have been. */
const accepted = new Map(KINDS.map(({ name }) => [name, new Set<string>()]));

/** The click, and death some moments later: in every other turn of a kind after its answer has come, however slow the machine is. */
async function killRound(round: number): Promise<void> {
  const kind = KINDS[round % KINDS.length];
  if (!kind) throw new Error('There are as many rounds as kinds have turns');
  const program = await world.open();
  const turn = Math.floor(round / KINDS.length);
  const click = await kind.ready(world, program, turn);
  const settled = Promise.allSettled([click().then((id) => accepted.get(kind.name)?.add(id))]);
  if (turn % 2 === 0) await settled;
  await sleep(randomInt(LONGEST_LIFE_MS));
  await program.kill();
  await settled;
}

/** All is told and posted, and both sides of every figure are the same. */
async function inBalance(program: LoopbackProcess): Promise<boolean> {
  for (let second = 0; second < 60; second += 1) {
    const { state, waiting } = await program.call('books.proof', {});
    if (state === 'in-balance' && waiting === 0) return true;
    await sleep(1000);
  }
  return false;
}

it(`does every accepted click exactly once through ${ROUNDS} kills`, async () => {
  for (let round = 0; round < ROUNDS; round += 1) await killRound(round);
  const program = await world.open();
  await allDone(program);
  for (const kind of KINDS) await kind.check(world, accepted.get(kind.name) ?? new Set());
  expect(await inBalance(program)).toBe(true);
  await program.quit();
  // A click that is cut off before its answer proves less: all that were waited for must have been accepted.
  const counts = KINDS.map(({ name }) => `${name} ${accepted.get(name)?.size}`);
  const all = [...accepted.values()].reduce((sum, { size }) => sum + size, 0);
  expect(all).toBeGreaterThanOrEqual(ROUNDS / 2);
  keepFigure('kills', ROUNDS);
  process.stdout.write(
    `kills: ${ROUNDS} in the middle of ${KINDS.length} kinds of work; accepted for certain ${all} (${counts.join(', ')}); done twice or lost 0\n`,
  );
}, 600_000);
