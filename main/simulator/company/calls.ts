// Calls the simulator's own operations with plain values, as a client would.
import type { Raw, RawObject } from '../api/form.ts';
import { findOperation } from '../api/operation.ts';
import { operations } from '../operations.ts';
import type { JsonObject } from '../world/render.ts';
import type { World } from '../world/world.ts';

export type Value = string | number | boolean | null | undefined | readonly Value[] | Values;
export interface Values {
  readonly [name: string]: Value;
}

/** Array.isArray does not know read-only arrays. */
function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

function toRaw(value: Exclude<Value, undefined>): Raw {
  if (value === null) return '';
  if (isList(value)) return value.map((element) => toRaw(element ?? null));
  if (typeof value === 'object') return toRawObject(value);
  return String(value);
}

function toRawObject(values: Values): RawObject {
  const sent: Record<string, Raw> = {};
  for (const [name, value] of Object.entries(values)) if (value !== undefined) sent[name] = toRaw(value);
  return sent;
}

/** Throws Stripe's refusal; the seed is written so that none occurs but a bank's decline. */
export function call(
  world: World,
  method: 'GET' | 'POST' | 'DELETE',
  path: string,
  params: Values = {},
): JsonObject {
  const found = findOperation(operations, method, path.split('/').slice(2));
  if (found === null) throw new RangeError(`No operation ${method} ${path}`);
  return found.operation.prepare(toRawObject(params))(world, found.ids);
}

export function idOf(object: JsonObject): string {
  const { id } = object;
  if (typeof id !== 'string') throw new TypeError('The object has no id');
  return id;
}
