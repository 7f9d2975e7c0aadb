// Takes in one page of a back-fill: asks for it, completes what Stripe cut short, writes it together with the position.
import { knownCustomer } from '../store/mirror-customers.ts';
import { type BackfillPosition, backfillPosition } from '../store/sync-position.ts';
import { customersBetween } from '../store/unsettled.ts';
import type { ListPage, ReadFailure, StripeObject } from '../stripe/request.ts';
import { applyObjects } from './apply.ts';
import { afterPage, type NextPage, startAgain } from './backfill-plan.ts';
import { Changes } from './changes.ts';
import { fetchBatch } from './fetch-batch.ts';
import { completeInvoice } from './fetch-object.ts';
import { inPool } from './pool.ts';
import { reportPassedOver, reportProblems, type SyncParts } from './sync-parts.ts';

export type Taken =
  | { readonly ok: true; readonly position: BackfillPosition }
  | { readonly ok: false; readonly failure: ReadFailure };

export async function takePage(parts: SyncParts, position: BackfillPosition, next: NextPage): Promise<Taken> {
  const answer = await parts.gateway.list(next.resource, next.params);
  if (!answer.ok) return afterRefusal(parts, position, next, answer.failure);
  const page = answer.value;
  const completed = await inPool(
    page.data,
    (object) => completeInvoice(parts.gateway, object),
    (result) => result.ok,
  );
  const objects: StripeObject[] = [];
  for (const result of completed) {
    if (!result.ok) return result;
    objects.push(result.object);
  }
  const missed = await missedCustomers(parts, position, next, page);
  if (!missed.ok) return missed;
  const hasMore = page.hasMore && page.data.length > 0;
  const last = page.data.at(-1)?.id ?? null;
  const after = afterPage(position, next.resource, { last, objects: page.data.length, hasMore });
  write(parts, [...objects, ...missed.objects], after);
  return { ok: true, position: after };
}

function write(parts: SyncParts, objects: readonly StripeObject[], position: BackfillPosition): void {
  const { db } = parts;
  const changes = new Changes();
  const context = { timeZone: parts.timeZone(), changes, indexing: 'later' } as const;
  const problems = db.transaction(() => {
    backfillPosition.write(db, position);
    return applyObjects(db, objects, context);
  });
  reportProblems(parts, problems);
  changes.add('sync');
  parts.announce(changes);
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
): Taken {
  const forbidden = failure.kind === 'key-refused' && failure.status === 403;
  if (failure.kind !== 'refused' && !forbidden) return { ok: false, failure };
  const gone = failure.kind === 'refused' && failure.code === 'resource_missing';
  const again = gone && 'starting_after' in next.params;
  const after = again
    ? startAgain(position, next.resource)
    : afterPage(position, next.resource, { last: null, objects: 0, hasMore: false });
  parts.log.error('sync.list-refused', { resource: next.resource, why: failure.kind, again });
  write(parts, [], after);
  return { ok: true, position: after };
}

type Missed =
  | { readonly ok: true; readonly objects: readonly StripeObject[] }
  | { readonly ok: false; readonly failure: ReadFailure };

/** Deleted customers vanish from the list: those that are here and should have stood on this page are asked for by id. */
async function missedCustomers(
  parts: SyncParts,
  position: BackfillPosition,
  next: NextPage,
  page: ListPage,
): Promise<Missed> {
  if (position.kind === 'first' || next.resource !== 'customers') return { ok: true, objects: [] };
  const { db, gateway } = parts;
  const listed = new Set(page.data.map(({ id }) => id));
  const from = page.hasMore ? Number(page.data.at(-1)?.['created'] ?? 0) : 0;
  const after = next.params['starting_after'];
  const before = typeof after === 'string' ? knownCustomer(db, after)?.created : undefined;
  const absent = customersBetween(db, from, before ?? position.startedAt).filter((id) => !listed.has(id));
  const outcome = await fetchBatch(
    gateway,
    db,
    absent.map((id) => ({ object: 'customer', id })),
  );
  if (!outcome.ok) return { ok: false, failure: outcome.failure };
  reportPassedOver(parts, outcome.batch.passedOver);
  return { ok: true, objects: outcome.batch.objects };
}
