// Works through a long list in portions, so that whatever else the program does has its turn in between.

/** Lets others have their turn; rejects where there is nobody left to work for. */
export type Pause = () => Promise<void>;

/** Rows or elements that take a slow computer some milliseconds to read. */
const PORTION = 250;

/** Pauses between items, not after the last: what is short is done at once. */
export async function eachInTurns<Item>(
  items: Iterable<Item>,
  pause: Pause,
  act: (item: Item) => void,
  portion: number = PORTION,
): Promise<void> {
  let done = 0;
  for (const item of items) {
    if (done > 0 && done % portion === 0) await pause();
    act(item);
    done += 1;
  }
}

/** Characters or bytes of a file that it takes a moment to go through once. */
const LONG_FILE = 500_000;

/** Between two passes over a whole file. */
export async function restAfter(length: number, pause: Pause): Promise<void> {
  if (length > LONG_FILE) await pause();
}

export async function mapInTurns<Item, Result>(
  items: Iterable<Item>,
  pause: Pause,
  map: (item: Item) => Result,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  await eachInTurns(items, pause, (item) => results.push(map(item)));
  return results;
}

/** Many at once, as a statement of SQL takes them. */
export function portionsInTurns<Item>(
  items: readonly Item[],
  pause: Pause,
  act: (portion: readonly Item[]) => void,
): Promise<void> {
  const starts = Array.from({ length: Math.ceil(items.length / PORTION) }, (_, index) => index * PORTION);
  return eachInTurns(starts, pause, (start) => act(items.slice(start, start + PORTION)), 1);
}
