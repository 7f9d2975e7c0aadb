// What every simulation begins with, made once: a Stripe account with something to do in it, and the books of two machines that know it.
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { dashboard } from '../../support/dashboard.ts';
import { readSteps } from '../../../main/simulator/journal.ts';
import { createSimulator, type Simulator } from '../../../main/simulator/simulator.ts';
import type { Change } from '../../../main/simulator/world/world.ts';

import { type Before, endOfBooks } from '../check/books.ts';
import { createChance, seedOf } from '../machine/chance.ts';
import { KEY, Machine } from '../machine/machine.ts';
import { Timeline } from '../machine/timeline.ts';
import { CATALOGUE } from './catalogue.ts';
import { createDesk, type Desk } from './desk.ts';
import { DISPUTES } from './disputes.ts';
import { INVOICES } from './invoices.ts';
import { RECURRING } from './recurring.ts';
import { SALES } from './sales.ts';
import type { Click, SceneName, Scenes } from './scene.ts';

const SCENES: Scenes = { ...SALES, ...INVOICES, ...CATALOGUE, ...RECURRING, ...DISPUTES };

// The table has every kind of operation for a name; Object.keys forgets it.
export const scenes = Object.keys(SCENES) as readonly SceneName[];

/** A Monday at noon in Berlin. */
const START = Date.UTC(2026, 5, 15, 10, 0, 0);
const SEED = 7;
/** What has happened is older than what the programs look at again before a simulation begins. */
const REST_MS = 1_200_000;

export const MACHINES = 2;

export interface Template {
  readonly folder: string;
  readonly booksId: string;
  /** Milliseconds since the epoch. */
  readonly start: number;
  /** All that is at Stripe. */
  readonly world: readonly Change[];
  /** Of each machine, below its folder. */
  readonly files: readonly (readonly string[])[];
  /** What each machine's books hold. */
  readonly before: readonly Before[];
  /** Of each machine. */
  readonly clicks: readonly Readonly<Record<SceneName, Click>>[];
}

/** Begins either with what a template has, or empty and with a journal. */
export function simulatorOn(
  timeline: Timeline,
  start: { readonly records: readonly Change[] } | { readonly file: string },
): Simulator {
  return createSimulator({
    now: () => timeline.now,
    schedule: (delayMs, task) => timeline.schedule(delayMs, task),
    seed: SEED,
    ...start,
  });
}

/** Makes the template in an empty folder. */
export async function makeTemplate(folder: string): Promise<Template> {
  mkdirSync(folder, { recursive: true });
  const timeline = new Timeline(START);
  const file = join(folder, 'stripe.jsonl');
  const simulator = simulatorOn(timeline, { file });
  const shop = { stripe: dashboard(simulator), simulator };

  const orders = new Map<SceneName, (desk: Desk) => Promise<Click>>();
  for (const kind of scenes) {
    orders.set(kind, await SCENES[kind](shop));
    // Everything falls into a second of its own.
    const until = timeline.now + 1_000;
    while (await timeline.step(until));
  }
  const { id: accountId } = await shop.stripe.accounts.retrieveCurrent();
  const booksId = `${accountId}-test`;
  const machines = Array.from({ length: MACHINES }, (_, number) =>
    machineIn(folder, number, booksId, timeline, simulator),
  );
  const clicks: Record<SceneName, Click>[] = [];
  for (const { machine, desk } of machines) {
    await machine.start();
    await desk.call('stripe.connect', { commandId: desk.commandId(), key: KEY });
    await desk.settle();
    const own: [SceneName, Click][] = [];
    for (const [kind, order] of orders) own.push([kind, await order(desk)]);
    // Each kind has been ordered.
    clicks.push(Object.fromEntries(own) as Record<SceneName, Click>);
  }
  const before: Before[] = [];
  const until = timeline.now + REST_MS;
  while (await timeline.step(until));
  for (const { machine, desk } of machines) {
    await desk.settle();
    if (machine.db) before.push(endOfBooks(machine.db));
    await machine.close();
  }
  simulator.close();
  const template: Template = {
    folder,
    booksId,
    start: timeline.now,
    world: remembered(file),
    files: machines.map((_, number) => filesBelow(join(folder, machineName(number)))),
    before,
    clicks,
  };
  writeFileSync(join(folder, 'template.json'), JSON.stringify(template));
  return template;
}

interface Place {
  readonly machine: Machine;
  readonly desk: Desk;
}

function machineIn(
  folder: string,
  number: number,
  booksId: string,
  timeline: Timeline,
  simulator: Simulator,
): Place {
  const directory = join(folder, machineName(number));
  mkdirSync(directory, { recursive: true });
  const chance = createChance(seedOf(SEED, number));
  const machine = new Machine({
    timeline,
    simulator,
    directory,
    booksId,
    chance,
    passage: () => ({ there: 10, back: 10, fault: null }),
    diesAt: () => false,
    onCommit: () => undefined,
  });
  return { machine, desk: createDesk(machine, timeline, () => chance.uuid()) };
}

/** Both machines have heard of all that has happened: it need not be read again before every simulation. */
function remembered(file: string): readonly Change[] {
  const last = new Map<string, Change>();
  for (const change of readSteps(file).flat()) {
    const { kind, id, record } = change;
    if (kind === 'event' || kind === 'idempotency' || kind === 'email') continue;
    if (record === null) last.delete(`${kind} ${id}`);
    else last.set(`${kind} ${id}`, change);
  }
  return [...last.values()];
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)));
}

export function machineName(number: number): string {
  return `machine-${number + 1}`;
}

/** As an earlier `makeTemplate` has left it in the folder. */
export function readTemplate(folder: string): Template {
  // Written by this module alone.
  return JSON.parse(readFileSync(join(folder, 'template.json'), 'utf8')) as Template;
}

/** Puts copies of the machines' files, for one simulation, into a folder. */
export function copyTemplate({ folder, files }: Template, to: string, machines: number): void {
  for (const [number, paths] of files.slice(0, machines).entries()) {
    for (const path of paths) {
      const copy = join(to, machineName(number), path);
      mkdirSync(dirname(copy), { recursive: true });
      copyFileSync(join(folder, machineName(number), path), copy);
    }
  }
}
