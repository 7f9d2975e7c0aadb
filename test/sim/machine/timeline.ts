// The one clock of a simulation: what is to happen, in order; time passes only from one happening to the next.

interface Happening {
  readonly at: number;
  /** Of two at the same moment the one that was planned first happens first. */
  readonly order: number;
  readonly run: () => void;
  canceled: boolean;
}

/** Everything that a happening has begun without a timer has ended after one turn of the event loop. */
function rest(): Promise<void> {
  return new Promise((resolve) => void setImmediate(resolve));
}

export class Timeline {
  #now: number;
  #planned = 0;
  /** Latest first. */
  readonly #happenings: Happening[] = [];

  /** `start` in milliseconds since the epoch. */
  constructor(start: number) {
    this.#now = start;
  }

  get now(): number {
    return this.#now;
  }

  /** Runs `run` once after `delayMs`; the returned function cancels it. */
  schedule(delayMs: number, run: () => void): () => void {
    this.#planned += 1;
    const at = this.#now + Math.max(0, Math.ceil(delayMs));
    const happening: Happening = { at, order: this.#planned, run, canceled: false };
    // Before all that are as late or earlier in the list, so that equals leave in the order in which they came.
    this.#happenings.splice(this.#placeOf(happening), 0, happening);
    return () => {
      happening.canceled = true;
    };
  }

  /** Lets the next thing happen; false when it would be after `until`, or there is none: then it is `until`. */
  async step(until: number): Promise<boolean> {
    await rest();
    for (let next = this.#happenings.at(-1); next; next = this.#happenings.at(-1)) {
      if (next.at > until) break;
      this.#happenings.pop();
      if (next.canceled) continue;
      this.#now = Math.max(this.#now, next.at);
      next.run();
      await rest();
      return true;
    }
    this.#now = Math.max(this.#now, until);
    return false;
  }

  /** When the next thing happens; null when nothing is planned. */
  get next(): number | null {
    while (this.#happenings.at(-1)?.canceled === true) this.#happenings.pop();
    return this.#happenings.at(-1)?.at ?? null;
  }

  /** Time passes without anything happening, as for a computer that sleeps: what was due happens afterwards. */
  leap(ms: number): void {
    this.#now += ms;
  }

  #placeOf({ at }: Happening): number {
    let [low, high] = [0, this.#happenings.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#happenings[middle]?.at ?? 0) > at) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
