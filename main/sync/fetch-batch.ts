// Fetches the objects that a run of events is about, each once, and makes sure that none changed here meanwhile.
import type { Db } from '../store/database.ts';
import { storedText } from '../store/mirror-objects.ts';
import type { Gateway, ReadFailure, StripeObject } from '../stripe/request.ts';
import { listBalances } from './customer-balances.ts';
import { canFetch, type Fetched, fetchObject } from './fetch-object.ts';
import { flatten } from './flatten.ts';
import { inPool } from './pool.ts';
import type { Target } from './targets.ts';

export interface FetchedBatch {
  readonly objects: readonly StripeObject[];
  /** Objects that cannot be had, with the reason. */
  readonly passedOver: readonly { readonly target: Target; readonly failure: ReadFailure }[];
  /** Objects that the outbox has written since they were asked for: what was fetched is too old. */
  overtaken(): readonly Target[];
}

export type BatchOutcome =
  | { readonly ok: true; readonly batch: FetchedBatch }
  | { readonly ok: false; readonly target: Target; readonly failure: ReadFailure };

/** Network only: nothing is written. */
export async function fetchBatch(
  gateway: Gateway,
  db: Db,
  targets: readonly Target[],
): Promise<BatchOutcome> {
  const wanted = distinct(targets.filter(canFetch));
  const before = new Map(wanted.map(({ id }) => [id, storedText(db, id)]));
  // A charge comes with its payment intent, so it is asked for by itself only where it did not.
  const first = await fetchAll(
    gateway,
    wanted.filter(({ object }) => object !== 'charge'),
  );
  const come = new Set(first.flatMap(partsOf));
  const charges = wanted.filter(({ object, id }) => object === 'charge' && !come.has(id));
  const second = first.some(isFailed) ? [] : await fetchAll(gateway, charges);
  const all = [...first, ...second];
  const failure = all.find(isFailed);
  if (failure) return { ok: false, target: failure.target, failure: failure.failure };
  const objects = all.flatMap((fetched) =>
    fetched.kind === 'object' ? [...fetched.beside, fetched.object] : [],
  );
  const balances = await listBalances(gateway, db, objects);
  if (!balances.ok)
    return { ok: false, target: { object: 'customer', id: balances.customer }, failure: balances.failure };
  return {
    ok: true,
    batch: {
      objects: [...objects, ...balances.objects],
      passedOver: all.flatMap((fetched) => (fetched.kind === 'passed-over' ? [fetched] : [])),
      overtaken: () => wanted.filter(({ id }) => storedText(db, id) !== before.get(id)),
    },
  };
}

function fetchAll(gateway: Gateway, targets: readonly Target[]): Promise<readonly Fetched[]> {
  return inPool(
    targets,
    (target) => fetchObject(gateway, target),
    (fetched) => !isFailed(fetched),
  );
}

function isFailed(fetched: Fetched): fetched is Extract<Fetched, { kind: 'failed' }> {
  return fetched.kind === 'failed';
}

function partsOf(fetched: Fetched): readonly string[] {
  return fetched.kind === 'object' ? flatten(fetched.object).map(({ id }) => id) : [];
}

export function distinct(targets: readonly Target[]): readonly Target[] {
  return [...new Map(targets.map((target) => [`${target.object} ${target.id}`, target])).values()];
}
