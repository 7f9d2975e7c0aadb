// The whole program over a simulator in this process, on a virtual clock and a real data folder: what journeys are told with.
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { type App, createApp } from '../../main/app.ts';
import { pathOf } from '../../main/hosts/common/download.ts';
import type { Ports } from '../../main/ports.ts';
import type { SimulatorOptions } from '../../main/simulator/options.ts';
import { createSimulator, type Simulator } from '../../main/simulator/simulator.ts';
import { type CallInput, type CallName, type CallOutput, calls } from '../../shared/contract/calls.ts';
import type { CallError, Result } from '../../shared/contract/errors.ts';
import { searchProgram } from '../canaries/program-search.ts';
import { checkWritten } from './check-written.ts';
import { createVirtualClock, NOON, type VirtualClock } from './virtual-clock.ts';
import { wholeOf } from './whole-of.ts';

export const TEST_KEY = 'sk_test_4eC39HqLyjWDarjtT1zdp7dc';

export interface Program {
  readonly clock: VirtualClock;
  readonly simulator: Simulator;
  readonly directory: string;
  readonly notifications: readonly { readonly title: string; readonly body: string }[];
  readonly logLines: readonly string[];
  readonly savedFiles: ReadonlyMap<string, Uint8Array>;
  readonly opened: readonly string[];
  readonly copied: readonly string[];
  /** The call's value; fails the test when it is refused. */
  call<Name extends CallName>(name: Name, input: CallInput<Name>): Promise<CallOutput<Name>>;
  /** The call's error; fails the test when it is not refused. */
  refusal<Name extends CallName>(name: Name, input: CallInput<Name>): Promise<CallError>;
  /** Lets virtual time pass until the condition holds; fails the test after an hour of it. */
  until(what: string, holds: () => Promise<boolean>): Promise<void>;
  /** The reply as it is. */
  dispatch(name: string, input: unknown): Promise<Result<unknown>>;
  /** Hears what changed, until the returned function is called. */
  subscribe: App['subscribe'];
  /** Closes the program and starts it again on the same folder; `meanwhile` happens in between. */
  restart(meanwhile?: () => void): Promise<void>;
  /** The computer is off for so long: closes the program, lets the time pass at Stripe, and starts it again. */
  asleep(ms: number): Promise<void>;
  /** The same as a restart, with other ports from then on. */
  restartWith(other: Partial<Ports>): Promise<void>;
  setOnline(online: boolean): void;
}

/** The clock and what stands for Stripe. */
export interface ProgramWorld {
  readonly clock: VirtualClock;
  readonly simulator: Simulator;
}

export interface ProgramOptions {
  /** One that was made before; the other options of time and Stripe then say nothing. */
  readonly world?: ProgramWorld;
  readonly simulator?: Partial<SimulatorOptions>;
  readonly ports?: Partial<Ports>;
  /** Milliseconds since the epoch. */
  readonly start?: number;
}

export function createWorld(start: number, options: Partial<SimulatorOptions> = {}): ProgramWorld {
  const clock = createVirtualClock(start);
  const schedule = (delayMs: number, task: () => void): (() => void) => clock.schedule(delayMs, task);
  return { clock, simulator: createSimulator({ now: () => clock.now(), schedule, seed: 7, ...options }) };
}

export async function startProgram(options: ProgramOptions = {}): Promise<Program> {
  const directory = mkdtempSync(join(tmpdir(), 'quittance-'));
  const { clock, simulator } = options.world ?? createWorld(options.start ?? NOON, options.simulator);
  const records = {
    notifications: [] as { title: string; body: string }[],
    logLines: [] as string[],
    opened: [] as string[],
    copied: [] as string[],
  };
  const savedFiles = new Map<string, Uint8Array>();
  let online = true;
  const keys = new Map<string, string>();
  const ports: Ports = {
    clock,
    randomId: randomUUID,
    directory,
    keys: {
      keeps: 'session',
      load: async (slot) => keys.get(slot) ?? null,
      save: async (slot, secret) => {
        keys.set(slot, secret);
        return 'session';
      },
      forget: async (slot) => {
        keys.delete(slot);
      },
    },
    files: {
      save: async (name, _mediaType, produce, check) => {
        const content = await produce();
        const whole = await wholeOf(content);
        if (check && !(content instanceof Uint8Array)) await checkWritten(directory, whole, check);
        savedFiles.set(name, whole);
        return { kind: 'saved', name };
      },
    },
    notifier: { notify: (notification) => records.notifications.push(notification) },
    opener: {
      open: async (address) => {
        records.opened.push(address);
        return true;
      },
    },
    confirmer: { confirm: async () => true },
    owner: null,
    clipboard: {
      write: async (text) => {
        records.copied.push(text);
        return true;
      },
    },
    log: {
      info: (event, fields) => records.logLines.push(JSON.stringify({ event, ...fields })),
      error: (event, fields) => records.logLines.push(JSON.stringify({ event, ...fields })),
    },
    documents: { pdf: async () => new Uint8Array(), svg: async () => [], close: async () => undefined },
    stripe: () => ({
      options: { httpClient: simulator.httpClient },
      download: async (address) => simulator.pdf(pathOf(address)),
      close: () => undefined,
    }),
    isOnline: () => online,
    locale: 'en-IE',
    timeZone: 'Europe/Berlin',
    version: '0.0.0',
    packaged: false,
    ...options.ports,
  };
  const search = searchProgram();
  let app: App = await createApp(ports);
  onTestFinished(async () => {
    await app.close();
    simulator.close();
    search.end({ directory, savedFiles, records });
    rmSync(directory, { recursive: true, force: true });
  });

  const send = async (name: string, input: unknown): Promise<Result<unknown>> => {
    const reply = await app.dispatch(name, input);
    search.hear(name, input, reply);
    return reply;
  };
  const dispatch = async <Name extends CallName>(
    name: Name,
    input: CallInput<Name>,
  ): Promise<Result<unknown>> => send(name, input);

  const program: Program = {
    clock,
    simulator,
    directory,
    ...records,
    savedFiles,
    async call(name, input) {
      const reply = await dispatch(name, input);
      expect(reply, `${name} is answered`).toMatchObject({ ok: true });
      // Parsed by this very schema a moment ago in dispatch; the table's type cannot follow a generic name through zod.
      return calls[name].output.parse(reply.ok ? reply.value : null) as CallOutput<typeof name>;
    },
    async refusal(name, input) {
      const reply = await dispatch(name, input);
      if (reply.ok) throw new Error(`${name} was expected to be refused`);
      return reply.error;
    },
    async until(what, holds) {
      for (let second = 0; second < 3600; second += 1) {
        if (await holds()) return;
        await clock.advance(1000);
      }
      throw new Error(`It never happened: ${what}`);
    },
    dispatch: send,
    subscribe: (listener) => app.subscribe(listener),
    async restart(meanwhile) {
      await app.close();
      meanwhile?.();
      app = await createApp(ports);
    },
    async asleep(ms) {
      await app.close();
      await clock.advance(ms);
      app = await createApp(ports);
    },
    async restartWith(other) {
      await app.close();
      app = await createApp({ ...ports, ...other });
    },
    setOnline(next) {
      online = next;
    },
  };
  return program;
}

/** A program that is connected to its simulator and has done its first synchronisation. */
export async function startConnected(options: ProgramOptions = {}): Promise<Program> {
  const program = await startProgram(options);
  await connectTo(program);
  return program;
}

/** Connects a program to its simulator and lets it do its first synchronisation. */
export async function connectTo(program: Program): Promise<void> {
  await program.call('stripe.connect', { commandId: randomUUID(), key: TEST_KEY });
  await program.until(
    'the first synchronisation',
    async () => (await program.call('sync.status', {})).phase === 'idle',
  );
}
