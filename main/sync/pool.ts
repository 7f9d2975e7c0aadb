// Runs several requests at a time, never more than a few, and stops beginning new ones when told to.

/** Stripe counts concurrent requests of an account; other programs of the business need room, too. */
const MOST_AT_ONCE = 4;

/** Results in the order of `items`; those that were not begun are absent. `goOn` is asked after each result. */
export async function inPool<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
  goOn: (result: Result) => boolean,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  let next = 0;
  let stopped = false;
  const lane = async (): Promise<void> => {
    while (!stopped && next < items.length) {
      const at = next;
      next += 1;
      const item = items[at];
      if (item === undefined) return;
      const result = await work(item);
      results[at] = result;
      if (!goOn(result)) stopped = true;
    }
  };
  await Promise.all(Array.from({ length: Math.min(MOST_AT_ONCE, items.length) }, lane));
  return results.filter((result) => result !== undefined);
}
