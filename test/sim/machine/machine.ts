// One computer with the program on it: its folder, its clock, its network; it can be closed, die, sleep and be set back to a backup.
import { join } from 'node:path';
import { type App, createApp } from '../../../main/app.ts';
import { pathOf } from '../../../main/hosts/common/download.ts';
import type { Ports } from '../../../main/ports.ts';
import type { Result } from '../../../shared/contract/errors.ts';
import { type CallInput, type CallName, calls } from '../../../shared/contract/calls.ts';
import type { Db } from '../../../main/store/database.ts';
import { closeWatched, Died, watchAllCommits, watchCommits, watchedDb } from './commits.ts';
import { Disk } from './disk.ts';
import type { MachineOptions, Moment } from './machine-options.ts';
import { createNetwork } from './network.ts';

export const KEY = 'sk_test_simulation0000000';

const UNAUTHORIZED = 401;

/** One run of the program, from its start to its end. */
interface Life {
  alive: boolean;
  app: App | null;
}

export class Machine {
  readonly #options: MachineOptions;
  readonly #booksFolder: string;
  #life: Life | null = null;
  #starts = 0;
  readonly #keys = new Map<string, string>();
  /** How far the computer's clock is from the true time, milliseconds. */
  #skewMs = 0;
  #asleepUntil = 0;
  #commits = 0;
  #requests = 0;
  /** Stripe has refused a key of the life that runs. */
  #isKeyRefused = false;
  readonly #disk = new Disk();
  readonly logLines: string[] = [];

  constructor(options: MachineOptions) {
    this.#options = options;
    this.#booksFolder = join(options.directory, 'books', options.booksId);
    this.#keys.set(options.booksId, KEY);
    watchAllCommits();
  }

  get isRunning(): boolean {
    return this.#life?.alive === true;
  }

  /** Counts the starts of the program, so that what belongs to an earlier one can be told. */
  get starts(): number {
    return this.#starts;
  }

  /** Counts what was written to its books, so that what has not changed need not be looked at again. */
  get commits(): number {
    return this.#commits;
  }

  /** The open books; null when there are none. */
  get db(): Db | null {
    return this.isRunning ? watchedDb(this.#booksFolder) : null;
  }

  /** Whether the program can be clicked. */
  get isReady(): boolean {
    return this.isRunning && this.#life?.app !== null;
  }

  /** The time by the computer's own clock. */
  get now(): number {
    return this.#options.timeline.now + this.#skewMs;
  }

  /** Of the books that it has open. */
  get booksFolder(): string {
    return this.#booksFolder;
  }

  /** Where its backups go. */
  get backupsFolder(): string {
    const { directory, booksId } = this.#options;
    return join(directory, 'backups', booksId);
  }

  jumpClock(ms: number): void {
    this.#skewMs += ms;
  }

  /** From now on the books cannot grow: what needs another page is refused by SQLite itself. */
  fillDisk(): void {
    this.#disk.fill(this.db);
  }

  freeDisk(): void {
    this.#disk.free(this.db);
  }

  async start(): Promise<void> {
    if (this.isRunning) return;
    const life: Life = { alive: true, app: null };
    this.#life = life;
    this.#starts += 1;
    this.#isKeyRefused = false;
    closeWatched(this.#booksFolder);
    watchCommits(this.#booksFolder, this.#watch(life));
    try {
      const app = await createApp(this.#ports(life));
      if (life.alive) life.app = app;
      await app.dispatch('app.presence', { focused: false });
    } catch (error) {
      if (!(error instanceof Died)) throw error;
    }
  }

  /** Ends the program at once: what was not committed is gone, and what it was about to do is not done. */
  die(): void {
    if (this.#life) this.#life.alive = false;
  }

  /** Closes the program as a person does: what is under way comes to its end first. It may die of that. */
  async close(): Promise<void> {
    const { timeline } = this.#options;
    const app = this.#life?.app;
    if (!app || !this.isRunning) return;
    // Either way it is over.
    const over = (): void => this.die();
    void app.close().then(over, over);
    while (this.isRunning) {
      await timeline.step(timeline.now);
      if (timeline.next !== null && this.isRunning) await timeline.step(timeline.next);
    }
    this.end();
  }

  /** The lid is closed: from now on nothing of it happens for so long, and what was due then comes at once. */
  sleep(ms: number): void {
    this.#asleepUntil = this.#options.timeline.now + ms;
  }

  /** Whether the lid stays closed for longer than that. */
  isAsleepFor(ms: number): boolean {
    return this.#asleepUntil > this.#options.timeline.now + ms;
  }

  /** Starts the program a second time on the same books, which must not open to it. Throws when they do. */
  async startTwice(): Promise<void> {
    if (!this.isReady) return;
    const second: Life = { alive: true, app: null };
    const app = await createApp(this.#ports(second));
    const reply = await app.dispatch('app.state', {});
    const state = calls['app.state'].output.parse(reply.ok ? reply.value : null);
    await app.close();
    second.alive = false;
    if (state.books !== null) throw new Error('The books are open twice');
  }

  /** Whether a person has to do something before it goes on: the key, or books that could not be opened. */
  async complains(): Promise<boolean> {
    // Without either there is nothing to complain of, and a sleep of two days has a thousand such looks.
    if (!this.#isKeyRefused && this.db !== null) return false;
    const reply = await this.dispatch('app.state', {});
    if (!reply.ok) return true;
    const state = calls['app.state'].output.parse(reply.value);
    return state.books === null || state.key.problem !== null || !state.key.present;
  }

  /** Whether its last look at Stripe went well, and none is under way. */
  async isUpToDate(): Promise<boolean> {
    const reply = await this.dispatch('sync.status', {});
    if (!reply.ok) return false;
    const { phase, error } = calls['sync.status'].output.parse(reply.value);
    return phase === 'idle' && error === null;
  }

  /** Whatever it was doing, it is over, and its files are closed. */
  end(): void {
    this.die();
    closeWatched(this.#booksFolder);
  }

  dispatch<Name extends CallName>(name: Name, input: CallInput<Name>): Promise<Result<unknown>> {
    const app = this.#life?.alive === true ? this.#life.app : null;
    return app === null ? new Promise(() => undefined) : app.dispatch(name, input);
  }

  #schedule(life: Life, delayMs: number, task: () => void): () => void {
    const { timeline } = this.#options;
    if (!life.alive) return () => undefined;
    let cancel = timeline.schedule(delayMs, () => {
      const asleepMs = this.#asleepUntil - timeline.now;
      if (life.alive && asleepMs > 0) cancel = this.#schedule(life, asleepMs, task);
      else if (life.alive) task();
    });
    return () => cancel();
  }

  #watch(life: Life): Parameters<typeof watchCommits>[1] {
    const touch = (): void => {
      if (!life.alive) throw new Died();
    };
    const moment = (when: Moment['when']): void => {
      if (this.#options.diesAt({ at: 'commit', when }, this.#commits)) this.die();
      touch();
    };
    return {
      touch,
      opened: (db) => this.#disk.opened(db),
      before: () => {
        this.#commits += 1;
        moment('before');
      },
      after: (db) => {
        this.#options.onCommit(db);
        moment('after');
      },
    };
  }

  #ports(life: Life): Ports {
    const { directory, chance, simulator } = this.#options;
    const log = (event: string, fields?: object): void => {
      this.logLines.push(JSON.stringify({ event, ...fields }));
    };
    return {
      clock: {
        now: () => this.now,
        schedule: (delayMs, task) => this.#schedule(life, delayMs, task),
      },
      randomId: () => chance.uuid(),
      confirmer: { confirm: async () => true },
      owner: null,
      directory,
      keys: {
        keeps: 'os',
        load: async (slot) => this.#keys.get(slot) ?? null,
        save: async (slot, secret) => {
          this.#keys.set(slot, secret);
          return 'os';
        },
        forget: async (slot) => {
          this.#keys.delete(slot);
        },
      },
      files: { save: async (name) => ({ kind: 'saved', name }) },
      notifier: { notify: () => undefined },
      opener: { open: async () => true },
      clipboard: { write: async () => true },
      log: { info: log, error: log },
      documents: { pdf: async () => new Uint8Array(), svg: async () => [], close: async () => undefined },
      stripe: () => ({
        options: { httpClient: this.#network(life) },
        download: async (address) => simulator.pdf(pathOf(address)),
        close: () => undefined,
      }),
      isOnline: () => true,
      locale: 'en-IE',
      timeZone: 'Europe/Berlin',
      version: '0.0.0',
      packaged: false,
    };
  }

  #network(life: Life): ReturnType<typeof createNetwork> {
    const { timeline, simulator, passage, diesAt } = this.#options;
    return createNetwork({
      timeline,
      simulator,
      isAlive: () => life.alive,
      open: (request) => {
        this.#requests += 1;
        const ordinal = this.#requests;
        const moment = (when: Moment['when']): void => {
          if (life.alive && diesAt({ at: 'request', when }, ordinal)) this.die();
        };
        return {
          passage: passage(request, ordinal),
          onLeave: () => moment('before'),
          onAnswer: (status) => {
            if (status === UNAUTHORIZED && life.alive) this.#isKeyRefused = true;
            moment('after');
          },
        };
      },
    });
  }
}
