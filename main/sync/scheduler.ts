// Keeps the mirror of Stripe in step: polls at its pace, back-fills when it must, backs off when Stripe cannot be reached.
import type { CallError } from '../../shared/contract/errors.ts';
import type { CallOutput } from '../../shared/contract/calls.ts';
import type { Clock } from '../ports.ts';
import { storageProblemOf } from '../store/sqlite-error.ts';
import { balancePosition } from '../store/sync-position.ts';
import type { ReadFailure } from '../stripe/request.ts';
import { BalanceKeeper } from './balance.ts';
import { Backfill } from './backfill.ts';
import { Changes } from './changes.ts';
import { Comparison } from './comparison.ts';
import { runCycle } from './cycle.ts';
import { type Pace, pollInterval, retryDelay } from './pace.ts';
import { createPoller, type Poller } from './poller.ts';
import { syncError } from './sync-error.ts';
import type { SyncParts } from './sync-parts.ts';

export type SyncStatus = CallOutput<'sync.status'>;

export interface SyncOptions extends SyncParts {
  readonly clock: Clock;
  /** 0 to 1, for jitter. */
  readonly random: () => number;
  readonly pace: Pace;
  /** Stripe does not accept the key any more; synchronisation has ended. */
  readonly onKeyRefused: () => void;
  /** Stripe answered again after it could not be reached. */
  readonly onReached: () => void;
  /** Nothing is left to fetch: everything is here that Stripe told before this moment of its clock, unix seconds. */
  readonly onRested: (reached: number) => void;
}

export interface Sync {
  start(): void;
  /** Ends it; resolves when the step under way is over. */
  stop(): Promise<void>;
  /** Polls at once. */
  now(): void;
  /** Polls in a moment: a write was accepted and its events are being written. */
  soon(): void;
  /** Compares everything with Stripe, from the next waking on; while that is under way nothing changes. */
  compare(): void;
  setFocused(focused: boolean): void;
  status(): SyncStatus;
}

/** Time for Stripe to write the events of a write; several writes in a row are one poll. */
const SOON_MS = 1_000;
/** Coming to the front asks at once, but not again when it has just been asked. */
const FRESH_MS = 5_000;

export function createSync(options: SyncOptions): Sync {
  return new Scheduler(options);
}

class Scheduler implements Sync {
  readonly #options: SyncOptions;
  readonly #poller: Poller;
  readonly #backfill: Backfill;
  readonly #comparison: Comparison;
  readonly #balance: BalanceKeeper;
  #phase: SyncStatus['phase'] = 'idle';
  #error: CallError | null = null;
  #failures = 0;
  /** Times in a row that the program itself or its disk failed, however well Stripe answered. */
  #breaks = 0;
  #focused = true;
  #running: Promise<void> | null = null;
  #timer: { readonly at: number; readonly cancel: () => void } | null = null;
  /** Asked for while a cycle was running. */
  #wanted: number | null = null;
  #polledAt: number | null = null;

  constructor(options: SyncOptions) {
    this.#options = options;
    this.#poller = createPoller(options);
    this.#backfill = new Backfill(options);
    this.#comparison = new Comparison(options);
    this.#balance = new BalanceKeeper(options);
  }

  start(): void {
    this.now();
  }

  now(): void {
    this.#wakeAt(this.#options.clock.now());
  }

  soon(): void {
    // While Stripe cannot be reached there is nothing to hear sooner.
    if (this.#failures === 0) this.#wakeAt(this.#options.clock.now() + SOON_MS);
  }

  compare(): void {
    this.#comparison.begin();
    this.now();
  }

  setFocused(focused: boolean): void {
    if (focused === this.#focused) return;
    this.#focused = focused;
    const stale = this.#polledAt === null || this.#options.clock.now() - this.#polledAt >= FRESH_MS;
    if (focused && stale) this.now();
    else if (this.#failures === 0) this.#sleepUntil(this.#nextPoll());
  }

  async stop(): Promise<void> {
    this.#end();
    await this.#running;
    try {
      this.#poller.rest();
    } catch (error) {
      // A full disk, say: what was not saved is asked for again, and closing must go on.
      this.#options.log.error('sync.not-saved', { error: error instanceof Error ? error.name : 'unknown' });
    }
  }

  status(): SyncStatus {
    const position = this.#backfill.position;
    const rows = position === null || position.done ? [] : position.resources;
    return {
      phase: this.#phase,
      lastPolledAt: this.#polledAt === null ? null : Math.floor(this.#polledAt / 1000),
      nextPollAt: this.#timer === null ? null : Math.floor(this.#timer.at / 1000),
      error: this.#error,
      backfill: rows.map(({ resource, objects, done }) => ({ resource, objects, done })),
      balance: balancePosition.read(this.#options.db) ?? [],
    };
  }

  get #stopped(): boolean {
    return this.#phase === 'stopped';
  }

  #end(): void {
    this.#phase = 'stopped';
    this.#timer?.cancel();
    this.#timer = null;
  }

  /** Milliseconds; now, when it has not polled yet. */
  #nextPoll(): number {
    const { clock, pace } = this.#options;
    return this.#polledAt === null ? clock.now() : this.#polledAt + pollInterval(pace, this.#focused);
  }

  /** Wakes at `at` unless it wakes earlier anyhow. */
  #wakeAt(at: number): void {
    if (this.#running) this.#wanted = Math.min(at, this.#wanted ?? at);
    else if (this.#timer === null || this.#timer.at > at) this.#sleepUntil(at);
  }

  #sleepUntil(at: number): void {
    if (this.#stopped || this.#running) return;
    const { clock } = this.#options;
    this.#timer?.cancel();
    const wake = (): void => {
      this.#timer = null;
      this.#wake();
    };
    this.#timer = { at, cancel: clock.schedule(Math.max(0, at - clock.now()), wake) };
  }

  #wake(): void {
    if (!this.#stopped && !this.#running) this.#running = this.#cycle();
  }

  async #cycle(): Promise<void> {
    const next = await this.#run();
    this.#running = null;
    const wanted = this.#wanted;
    this.#wanted = null;
    this.#sleepUntil(Math.min(next, wanted ?? next));
    this.#announceStatus();
  }

  /** Answers when to wake again, in milliseconds. */
  async #run(): Promise<number> {
    this.#phase = this.#backfill.position?.done === false ? 'back-fill' : 'polling';
    try {
      const result = await runCycle({
        parts: this.#options,
        poller: this.#poller,
        backfill: this.#backfill,
        isFirst: this.#polledAt === null,
        balance: this.#balance,
        comparison: this.#comparison,
        onPolled: () => this.#polled(),
        goOn: () =>
          !this.#stopped && this.#options.clock.now() < Math.min(this.#nextPoll(), this.#wanted ?? Infinity),
        stopped: () => this.#stopped,
        breathe: () => new Promise((resolve) => void this.#options.clock.schedule(0, resolve)),
      });
      if (result.kind === 'failed') return this.#failed(result.failure);
      this.#breaks = 0;
      if (!this.#stopped) this.#phase = 'idle';
      if (result.kind === 'interrupted') return this.#options.clock.now();
      if (!this.#stopped) this.#options.onRested(this.#poller.reached());
      return this.#nextPoll();
    } catch (error) {
      return this.#broken(error);
    }
  }

  #polled(): void {
    const { clock, onReached } = this.#options;
    this.#polledAt = clock.now();
    this.#error = null;
    if (this.#failures > 0) onReached();
    this.#failures = 0;
    if (!this.#stopped && this.#backfill.position?.done === false) this.#phase = 'back-fill';
  }

  #failed(failure: ReadFailure): number {
    this.#options.log.info('sync.failed', { why: failure.kind });
    this.#error = syncError(failure);
    if (failure.kind === 'key-refused' && failure.status === 401) {
      this.#end();
      this.#options.onKeyRefused();
    } else if (!this.#stopped) {
      this.#phase = this.#error.kind === 'offline' ? 'offline' : 'idle';
    }
    return this.#later();
  }

  /** The disk said no, or the program has a defect: nothing was half written, and it is tried again. */
  #broken(error: unknown): number {
    this.#options.log.error('sync.broken', { error: error instanceof Error ? error.name : 'unknown' });
    this.#error = storageProblemOf(error) ?? { kind: 'bug', reference: 'sync' };
    if (!this.#stopped) this.#phase = 'idle';
    this.#breaks += 1;
    return this.#later();
  }

  #later(): number {
    const { clock, random } = this.#options;
    this.#failures += 1;
    return clock.now() + retryDelay(Math.max(this.#failures, this.#breaks), random());
  }

  #announceStatus(): void {
    const changes = new Changes();
    changes.add('sync');
    this.#options.announce(changes);
  }
}
