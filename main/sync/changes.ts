// What a transaction changed, gathered while it runs and announced after its commit.
import type { ChangeEvent, Topic } from '../../shared/contract/events.ts';

/** More ids than this of one topic are announced as "many". */
const MOST_IDS = 200;

export class Changes {
  readonly #ids = new Map<Topic, Set<string>>();

  add(topic: Topic, ...ids: readonly string[]): void {
    const known = this.#ids.get(topic) ?? new Set<string>();
    // Beyond "many" it does not matter which.
    for (const id of ids) if (known.size <= MOST_IDS) known.add(id);
    this.#ids.set(topic, known);
  }

  get empty(): boolean {
    return this.#ids.size === 0;
  }

  events(): readonly ChangeEvent[] {
    return [...this.#ids].map(([topic, ids]) => ({
      kind: 'changed',
      topic,
      ids: ids.size > MOST_IDS ? [] : [...ids],
    }));
  }
}
