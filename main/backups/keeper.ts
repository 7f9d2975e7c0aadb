// Keeps the backups of one set of open books: one soon after they are opened, one a day, and one when asked; says how they stand.
import type { BackupFailure } from '../../shared/contract/backups.ts';
import type { Clock, Log } from '../ports.ts';
import { CopyEnded } from '../store/backup.ts';
import type { Db } from '../store/database.ts';
import { storageProblemOf } from '../store/sqlite-error.ts';
import type { Checker, CopyCheck } from './check.ts';
import { type Made, makeBackup } from './make.ts';
import { type BackupPlace, PlaceGone } from './place.ts';

export interface BackupKeeper {
  readonly isRunning: boolean;
  /** The last attempt, when it failed; unix seconds. */
  readonly failure: { readonly at: number; readonly why: BackupFailure } | null;
  /** Makes one now; resolves when it is made or has failed. While one is under way it is that one. */
  make(): Promise<void>;
  /** Gives up what is under way. */
  stop(): Promise<void>;
}

export interface KeeperOptions {
  readonly db: Db;
  readonly clock: Clock;
  readonly log: Log;
  readonly place: () => BackupPlace;
  readonly timeZone: () => string;
  readonly check: Checker;
  readonly onChange: () => void;
}

/** Opening books and the first look at Stripe come first. */
const FIRST_MS = 20_000;
/** Between two looks: a computer that slept through a day makes its backup within the hour. */
const LOOK_MS = 3_600_000;
const DAY_SECONDS = 86_400;

export function createBackupKeeper(options: KeeperOptions): BackupKeeper {
  return new Keeper(options);
}

/** Owns the timer and the copy under way. */
class Keeper implements BackupKeeper {
  readonly #options: KeeperOptions;
  #running: Promise<void> | null = null;
  #failure: BackupKeeper['failure'] = null;
  /** Unix seconds; of this run of the program. */
  #madeAt: number | null = null;
  #ended = false;
  #cancelTimer: () => void;
  /** Told when the keeper ends, so that nothing waits for a check that nobody needs any more. */
  readonly #end = Promise.withResolvers<void>();

  constructor(options: KeeperOptions) {
    this.#options = options;
    this.#cancelTimer = options.clock.schedule(FIRST_MS, () => this.#look());
  }

  get isRunning(): boolean {
    return this.#running !== null;
  }

  get failure(): BackupKeeper['failure'] {
    return this.#failure;
  }

  make(): Promise<void> {
    if (this.#ended) return Promise.resolve();
    this.#running ??= this.#run();
    return this.#running;
  }

  async stop(): Promise<void> {
    this.#ended = true;
    this.#cancelTimer();
    this.#end.resolve();
    await this.#running;
  }

  #look(): void {
    if (this.#ended) return;
    const isDue = this.#madeAt === null || this.#now() - this.#madeAt >= DAY_SECONDS;
    if (isDue || this.#failure !== null) void this.make();
    this.#cancelTimer = this.#options.clock.schedule(LOOK_MS, () => this.#look());
  }

  async #run(): Promise<void> {
    const at = this.#now();
    this.#options.onChange();
    try {
      const made = await this.#attempt(at);
      this.#failure = made.ok ? null : { at, why: whyOfCheck(made.check) };
      if (made.ok) this.#madeAt = at;
    } catch (error) {
      if (!(error instanceof CopyEnded)) this.#failure = { at, why: whyOf(error) };
    }
    this.#running = null;
    if (this.#ended) return;
    if (this.#failure !== null) this.#options.log.error('backup.failed', { why: this.#failure.why });
    this.#options.onChange();
  }

  #attempt(at: number): Promise<Made> {
    const { db, place, timeZone, check } = this.#options;
    return makeBackup({
      db,
      place: place(),
      kind: 'regular',
      at,
      timeZone: timeZone(),
      check: async (path, madeAt) => {
        const checked = await Promise.race([check(path, madeAt), this.#end.promise]);
        if (!checked) throw new CopyEnded();
        return checked;
      },
      goOn: () => !this.#ended,
    });
  }

  #now(): number {
    return Math.floor(this.#options.clock.now() / 1000);
  }
}

function whyOfCheck(check: Exclude<CopyCheck, { ok: true }>): BackupFailure {
  return check.why === 'storage' ? whyOfReason(check.problem.reason) : 'not-sound';
}

function whyOf(error: unknown): BackupFailure {
  if (error instanceof PlaceGone) return 'gone';
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return 'gone';
  const problem = storageProblemOf(error);
  return problem ? whyOfReason(problem.reason) : 'unknown';
}

function whyOfReason(reason: string): BackupFailure {
  if (reason === 'disk-full' || reason === 'read-only') return reason;
  return reason === 'corrupt' ? 'not-sound' : 'unknown';
}
