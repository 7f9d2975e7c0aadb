// An operation of the API: address, parameters and what it does, stated in one place.
import { parseFields, type Fields, type Parsed } from './params.ts';
import type { RawObject } from './form.ts';
import type { World } from '../world/world.ts';
import type { JsonObject } from '../world/render.ts';

export interface Operation {
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** Segments below /v1/; a segment that starts with a colon stands for an id. */
  readonly pattern: readonly string[];
  /** Refuses unfit parameters at once; what it returns does the work. */
  prepare(raw: RawObject): (world: World, ids: readonly string[]) => JsonObject;
}

export function operation<const F extends Fields>(
  address: `${'GET' | 'POST' | 'DELETE'} /v1/${string}`,
  fields: F,
  run: (world: World, params: Parsed<F>, ...ids: string[]) => JsonObject,
): Operation {
  const [verb, path = ''] = address.split(' ');
  const method = verb === 'GET' || verb === 'DELETE' ? verb : 'POST';
  return {
    method,
    pattern: path.split('/').slice(2),
    prepare(raw) {
      const params = parseFields(fields, raw);
      return (world, ids) => run(world, params, ...ids);
    },
  };
}

export interface Match {
  readonly operation: Operation;
  readonly ids: readonly string[];
}

/** Fixed segments win over ids: `/invoices/create_preview` is not an invoice. */
export function findOperation(
  operations: readonly Operation[],
  method: string,
  segments: readonly string[],
): Match | null {
  let best: Match | null = null;
  for (const candidate of operations) {
    if (candidate.method !== method) continue;
    const ids = idsOf(candidate.pattern, segments);
    if (ids !== null && (best === null || ids.length < best.ids.length)) best = { operation: candidate, ids };
  }
  return best;
}

function idsOf(pattern: readonly string[], segments: readonly string[]): readonly string[] | null {
  if (pattern.length !== segments.length) return null;
  const ids: string[] = [];
  for (const [index, part] of pattern.entries()) {
    const segment = segments[index] ?? '';
    if (part.startsWith(':')) ids.push(segment);
    else if (part !== segment) return null;
  }
  return ids;
}
