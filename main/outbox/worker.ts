// Carries out the outbox: one step at a time, oldest operation first, until nothing can be done now; then sleeps until something can.
import { dueSteps, nextDue } from '../store/outbox.ts';
import { attempt, type AttemptOptions } from './attempt.ts';
import { backoff, type Moment, type Pause } from './decide.ts';
import { waitsFor } from './references.ts';
import type { OutboxStep } from './step.ts';

export interface OutboxOptions extends AttemptOptions {
  /** 0 to 1. */
  readonly random: () => number;
  /** Stripe refused the key: nothing goes out until `wake(true)`. */
  readonly onKeyRefused: () => void;
}

/** Owns the loop and its timer. */
export class OutboxWorker {
  readonly #options: OutboxOptions;
  #running: Promise<void> | null = null;
  #stopped = false;
  #wokenMeanwhile = false;
  #cancelTimer: () => void = () => undefined;
  /** Milliseconds; nothing is tried before. */
  #pausedUntil = 0;
  /** Pauses in a row, for backing off. */
  #pauses = 0;

  constructor(options: OutboxOptions) {
    this.#options = options;
  }

  /** Looks for work now; `anew` forgets a pause, because the network or the key is back. */
  wake(anew = false): void {
    if (this.#stopped) return;
    if (anew) this.#pausedUntil = 0;
    this.#wokenMeanwhile = true;
    this.#running ??= this.#run();
  }

  /** Resolves when no step is under way; afterwards nothing starts. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.#cancelTimer();
    await this.#running;
  }

  async #run(): Promise<void> {
    while (this.#wokenMeanwhile && !this.#stopped) {
      this.#wokenMeanwhile = false;
      try {
        await this.#work();
      } catch (error) {
        // A full disk, say: the step is found as it was committed and looked up again later.
        this.#options.log.error('outbox.failed', { error: error instanceof Error ? error.name : 'unknown' });
        this.#pause({ why: 'offline' });
      }
    }
    this.#running = null;
    if (!this.#stopped) this.#sleep();
  }

  async #work(): Promise<void> {
    for (let step = this.#next(); step && !this.#stopped; step = this.#next()) {
      const pause = await attempt(this.#options, step, () => this.#moment());
      if (pause) this.#pause(pause);
      else this.#pauses = 0;
    }
  }

  #next(): OutboxStep | null {
    const { db, clock } = this.#options;
    if (clock.now() < this.#pausedUntil) return null;
    for (const step of dueSteps(db, clock.now())) if (waitsFor(db, step) === null) return step;
    return null;
  }

  #pause({ why }: Pause): void {
    this.#pausedUntil = why === 'key' ? Number.POSITIVE_INFINITY : backoff(this.#pauses, this.#moment());
    this.#pauses += 1;
    if (why === 'key') this.#options.onKeyRefused();
  }

  #sleep(): void {
    const { db, clock } = this.#options;
    this.#cancelTimer();
    const now = clock.now();
    const paused = this.#pausedUntil > now;
    const at = paused ? this.#pausedUntil : nextDue(db, now);
    if (at === null || !Number.isFinite(at)) return;
    this.#cancelTimer = clock.schedule(at - now, () => this.wake());
  }

  #moment(): Moment {
    return { now: this.#options.clock.now(), jitter: this.#options.random() };
  }
}
