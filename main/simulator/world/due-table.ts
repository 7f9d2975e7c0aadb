// The table of what is due, which also knows what comes first: in the account's own time, or in that of a test clock.
import type { Due } from './records.ts';
import { Table } from './table.ts';

export class DueTable extends Table<Due> {
  /** Latest first, so that the earliest is taken from the end; of equal moments, the first planned is nearest to the end. */
  readonly #latestFirst: Due[] = [];

  override put(due: Due): void {
    this.#forget(due.id);
    super.put(due);
    if (due.testClock !== undefined) return;
    this.#latestFirst.splice(this.#positionOf(due.at), 0, due);
  }

  override remove(id: string): void {
    this.#forget(id);
    super.remove(id);
  }

  /** In the account's own time. */
  earliest(): Due | null {
    return this.#latestFirst.at(-1) ?? null;
  }

  /** In the time of a test clock, which is moved by hand and seldom: looked for one by one. */
  earliestOf(testClock: string): Due | null {
    let earliest: Due | null = null;
    for (const due of this.oldestFirst())
      if (due.testClock === testClock && (earliest === null || due.at < earliest.at)) earliest = due;
    return earliest;
  }

  #forget(id: string): void {
    const kept = this.get(id);
    if (kept === undefined) return;
    const index = this.#latestFirst.lastIndexOf(kept);
    if (index !== -1) this.#latestFirst.splice(index, 1);
  }

  /** The first position whose moment is not later. */
  #positionOf(at: number): number {
    let [low, high] = [0, this.#latestFirst.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#latestFirst[middle]?.at ?? 0) > at) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
