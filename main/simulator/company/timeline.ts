// Happenings in the order of their moments; those after the end of the history never happen.

export interface Timeline {
  /** `at` in milliseconds. */
  add(at: number, happen: () => void): void;
  /** Runs all that lies before the end, also what is added on the way. */
  run(perform: (at: number, happen: () => void) => void): void;
}

export function createTimeline(end: number): Timeline {
  const waiting: { readonly at: number; readonly order: number; readonly happen: () => void }[] = [];
  let added = 0;
  return {
    add(at, happen) {
      if (at >= end) return;
      added += 1;
      const order = added;
      let index = waiting.length;
      while (index > 0 && (waiting[index - 1]?.at ?? 0) <= at) index -= 1;
      waiting.splice(index, 0, { at, order, happen });
    },
    run(perform) {
      for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) perform(next.at, next.happen);
    },
  };
}
