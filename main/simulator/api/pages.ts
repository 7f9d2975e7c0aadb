// Stripe's lists: newest first, cursors by id, one page at a time.
import { missing, refuse } from './failure.ts';
import type { Page } from './common-params.ts';
import type { Records } from '../world/records.ts';
import { listOf, render, type JsonObject, type ShownKind } from '../world/render.ts';
import type { World } from '../world/world.ts';

const DEFAULT_LIMIT = 10;

interface Slice<R> {
  readonly records: readonly R[];
  readonly hasMore: boolean;
}

function refuseBoth(page: Page): void {
  if (page.starting_after !== undefined && page.ending_before !== undefined) {
    throw refuse('Received both starting_after and ending_before parameters. Please pass in only one.', {
      code: 'parameters_exclusive',
    });
  }
}

function take<R>(records: Iterable<R>, keeps: (record: R) => boolean, limit: number): Slice<R> {
  const taken: R[] = [];
  for (const record of records) {
    if (!keeps(record)) continue;
    if (taken.length === limit) return { records: taken, hasMore: true };
    taken.push(record);
  }
  return { records: taken, hasMore: false };
}

/** A page of a table. `keeps` filters; a cursor that is not there is refused as Stripe does. */
export function pageOf<K extends ShownKind>(
  world: World,
  kind: K,
  url: string,
  page: Page,
  keeps: (record: Records[K]) => boolean,
  refuseCursor: (id: string, param: string) => Error = (id, param) => missing(kind, id, param),
): JsonObject {
  refuseBoth(page);
  const table = world.table(kind);
  const limit = page.limit ?? DEFAULT_LIMIT;
  for (const param of ['starting_after', 'ending_before'] as const) {
    const cursor = page[param];
    if (cursor !== undefined && table.get(cursor) === undefined) throw refuseCursor(cursor, param);
  }
  const slice =
    page.ending_before === undefined
      ? take(table.newestFirst(page.starting_after), keeps, limit)
      : take(table.oldestFirst(page.ending_before), keeps, limit);
  const records = page.ending_before === undefined ? slice.records : slice.records.toReversed();
  return listOf(
    url,
    records.map((record) => render(world, kind, record)),
    slice.hasMore,
  );
}

/** A page of a list that is part of another object, in its own order. */
export function pageOfArray(url: string, rows: readonly JsonObject[], page: Page): JsonObject {
  refuseBoth(page);
  const limit = page.limit ?? DEFAULT_LIMIT;
  const positionOf = (id: string): number => {
    const position = rows.findIndex((row) => row['id'] === id);
    if (position === -1) throw missing('object', id, 'starting_after');
    return position;
  };
  if (page.ending_before !== undefined) {
    const end = positionOf(page.ending_before);
    return listOf(url, rows.slice(Math.max(0, end - limit), end), end > limit);
  }
  const start = page.starting_after === undefined ? 0 : positionOf(page.starting_after) + 1;
  return listOf(url, rows.slice(start, start + limit), start + limit < rows.length);
}

/** A page of the few objects that belong to another one, given oldest first. */
export function pageOfOwned<K extends ShownKind>(
  world: World,
  kind: K,
  url: string,
  page: Page,
  ids: readonly string[],
  keeps: (record: Records[K]) => boolean,
): JsonObject {
  const records = ids.toReversed().map((id) => world.get(kind, id));
  const rows = records.filter(keeps).map((record) => render(world, kind, record));
  return pageOfArray(url, rows, page);
}
