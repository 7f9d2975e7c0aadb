// Reads one page of a back-fill whole: completes what Stripe cut short, and asks for what should have stood on it.
import { storedCreated } from '../store/mirror-objects.ts';
import type { BackfillPosition } from '../store/sync-position.ts';
import { objectsBetween } from '../store/unsettled.ts';
import type { ListPage, ReadFailure, StripeObject } from '../stripe/request.ts';
import { afterPage, type NextPage, objectOf, startAgain } from './backfill-plan.ts';
import { listBalances } from './customer-balances.ts';
import { fetchBatch } from './fetch-batch.ts';
import { completeObject, isCutShort } from './fetch-object.ts';
import { inPool } from './pool.ts';
import { isRefusedAlone } from '../stripe/refused-alone.ts';
import { listInClocks } from './test-clocks.ts';
import { reportPassedOver, type SyncParts } from './sync-parts.ts';

export type PageRead =
  | {
      readonly ok: true;
      readonly objects: readonly StripeObject[];
      readonly position: BackfillPosition;
      /** Stripe's clock, unix seconds. */
      readonly stripeTime: number | null;
    }
  | { readonly ok: false; readonly failure: ReadFailure };

/** Network only. `previous` is the last object of the page before, where that is still at hand; the last of `objects` is the page's own last. */
export async function readPage(
  parts: SyncParts,
  position: BackfillPosition,
  next: NextPage,
  previous: StripeObject | undefined,
): Promise<PageRead> {
  const answer = await parts.gateway.list(next.resource, next.params);
  if (!answer.ok) return afterRefusal(parts, position, next, answer.failure);
  const page = answer.value;
  const whole = await completed(parts, page.data);
  if (!whole.ok) return whole;
  const missed = await missedObjects(parts, position, next, page, previous);
  if (!missed.ok) return missed;
  const inClocks = await listInClocks(parts.gateway, whole.objects);
  if (!inClocks.ok) return inClocks;
  const balances = await listBalances(parts.gateway, parts.db, [...whole.objects, ...inClocks.objects]);
  if (!balances.ok) return balances;
  const hasMore = page.hasMore && page.data.length > 0;
  const last = page.data.at(-1)?.id ?? null;
  const after = afterPage(position, next.resource, { last, objects: page.data.length, hasMore });
  return {
    ok: true,
    objects: [...missed.objects, ...inClocks.objects, ...balances.objects, ...whole.objects],
    position: after,
    stripeTime: answer.stripeTime,
  };
}

type Objects =
  | { readonly ok: true; readonly objects: readonly StripeObject[] }
  | { readonly ok: false; readonly failure: ReadFailure };

async function completed(parts: SyncParts, page: readonly StripeObject[]): Promise<Objects> {
  const results = await inPool(
    page.filter(isCutShort),
    (object) => completeObject(parts.gateway, object),
    (result) => result.ok,
  );
  const whole = new Map<string, StripeObject>();
  for (const result of results) {
    if (!result.ok) return result;
    whole.set(result.object.id, result.object);
  }
  return { ok: true, objects: page.map((object) => whole.get(object.id) ?? object) };
}

/**
 * A key that may not read this resource leaves it out. The object that the last page ended with may be gone; then the
 * list begins again, which repeats what is known and loses nothing.
 */
function afterRefusal(
  parts: SyncParts,
  position: BackfillPosition,
  next: NextPage,
  failure: ReadFailure,
): PageRead {
  if (!isRefusedAlone(failure)) return { ok: false, failure };
  const gone = failure.kind === 'refused' && failure.code === 'resource_missing';
  const again = gone && 'starting_after' in next.params;
  const after = again
    ? startAgain(position, next.resource)
    : afterPage(position, next.resource, { last: null, objects: 0, hasMore: false });
  parts.log.error('sync.list-refused', { resource: next.resource, why: failure.kind, again });
  return { ok: true, objects: [], position: after, stripeTime: null };
}

/** What was deleted vanishes from its list: what is here and should have stood on this page is asked for by id. */
async function missedObjects(
  parts: SyncParts,
  position: BackfillPosition,
  next: NextPage,
  page: ListPage,
  previous: StripeObject | undefined,
): Promise<Objects> {
  const object = objectOf(next.resource);
  if (object === undefined || !isLookedFor(position.kind, object)) return { ok: true, objects: [] };
  const { db, gateway } = parts;
  const listed = new Set(page.data.map(({ id }) => id));
  const from = page.hasMore ? Number(page.data.at(-1)?.['created'] ?? 0) : 0;
  const after = next.params['starting_after'];
  const known = typeof after === 'string' ? storedCreated(db, after) : undefined;
  const before = previous === undefined ? known : Number(previous['created']);
  const absent = objectsBetween(db, object, from, before ?? position.startedAt).filter(
    (id) => !listed.has(id),
  );
  const outcome = await fetchBatch(
    gateway,
    db,
    absent.map((id) => ({ object, id })),
  );
  if (!outcome.ok) return { ok: false, failure: outcome.failure };
  reportPassedOver(parts, outcome.batch.passedOver);
  return { ok: true, objects: outcome.batch.objects };
}

/** Of what a repair misses, only customers are deleted without a word on something else; a comparison looks at everything. */
function isLookedFor(kind: BackfillPosition['kind'], object: string): boolean {
  return kind === 'compare' || (kind === 'repair' && object === 'customer');
}
