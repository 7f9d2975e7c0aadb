// Carries out the outbox: one step at a time, oldest operation first, until nothing can be done now; then sleeps until something can.
import { dueSteps, forgetWaits, nextDue } from '../store/outbox.ts';
import { isSettling } from '../store/restored.ts';
import { storageProblemOf } from '../store/sqlite-error.ts';
import { attempt, type AttemptOptions, endStep } from './attempt.ts';
import { backoff, type Moment, type Pause } from './decide.ts';
import { inVain, waitsFor, waitsInVain } from './references.ts';
import type { OutboxStep } from './step.ts';

export interface OutboxOptions extends AttemptOptions {
  /** 0 to 1. */
  readonly random: () => number;
  /** Stripe refused the key: nothing goes out until `wake(true)`. */
  readonly onKeyRefused: () => void;
  /** Stripe could not be reached, and could before. */
  readonly onUnreachable: () => void;
}

/** A step on which the program itself fails so often is left to a person: it must not hold up all others. */
const MOST_DEFECTS = 3;

/** Owns the loop and its timer. */
export class OutboxWorker {
  readonly #options: OutboxOptions;
  #running: Promise<void> | null = null;
  #stopped = false;
  #wokenMeanwhile = false;
  #wokenAnew = false;
  #cancelTimer: () => void = () => undefined;
  /** Milliseconds; nothing is tried before. */
  #pausedUntil = 0;
  /** Pauses in a row, for backing off. */
  #pauses = 0;
  /** How often the program itself failed on a step. */
  readonly #defects = new Map<string, number>();

  constructor(options: OutboxOptions) {
    this.#options = options;
  }

  /** Looks for work now; `anew` forgets every waiting time, because the network or the key is back. */
  wake(anew = false): void {
    if (this.#stopped) return;
    this.#wokenAnew ||= anew;
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
        this.#options.log.error('outbox.failed', { error: nameOf(error) });
        this.#pause({ why: 'offline' });
      }
    }
    this.#running = null;
    if (!this.#stopped) this.#sleep();
  }

  #begin(): void {
    this.#wokenAnew = false;
    this.#pausedUntil = 0;
    this.#pauses = 0;
    forgetWaits(this.#options.db);
  }

  /** Never throws before its first turn is over: `#running` has to be this run by then. */
  async #work(): Promise<void> {
    if (this.#wokenAnew) this.#begin();
    for (let step = this.#next(); step && !this.#stopped; step = this.#next()) {
      const pause = await this.#attempt(step);
      if (pause) this.#pause(pause);
      else this.#pauses = 0;
    }
  }

  async #attempt(step: OutboxStep): Promise<Pause | null> {
    try {
      return await attempt(this.#options, step, () => this.#moment());
    } catch (error) {
      const defects = (this.#defects.get(step.id) ?? 0) + 1;
      this.#defects.set(step.id, defects);
      if (storageProblemOf(error) !== null || defects < MOST_DEFECTS) throw error;
      this.#options.log.error('outbox.set-aside', { step: step.key, error: nameOf(error) });
      endStep(this.#options, step, 'needs-review', { code: 'defect', message: 'defect' });
      return null;
    }
  }

  #next(): OutboxStep | null {
    const { db, clock } = this.#options;
    if (clock.now() < this.#pausedUntil) return null;
    // Restored books do not know yet what has happened at Stripe: whoever notices that they do wakes this worker.
    if (isSettling(db)) return null;
    for (const step of dueSteps(db, clock.now())) {
      const missing = waitsFor(db, step);
      if (missing === null) return step;
      if (waitsInVain(db, step, missing)) endStep(this.#options, step, 'failed', inVain(missing));
    }
    return null;
  }

  #pause({ why }: Pause): void {
    if (why === 'offline' && this.#pauses === 0) this.#options.onUnreachable();
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
    return { now: this.#options.clock.now(), jitter: this.#options.random(), pauses: this.#pauses };
  }
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : 'unknown';
}
