// Turns a planned request into the one that goes over the wire: every reference becomes the id that Stripe gave.
import type { FrozenRequest, Json, JsonObject } from '../stripe/request.ts';
import type { Reference, StepIntent } from './step.ts';
import { isReference } from './step.ts';

export type Resolved =
  | { readonly ok: true; readonly request: FrozenRequest }
  /** Something it refers to is not at Stripe yet. */
  | { readonly ok: false; readonly missing: Reference };

/** Pure but for `stripeIdOf`, which answers null while Stripe does not have the thing. */
export function resolveIntent(intent: StepIntent, stripeIdOf: (reference: Reference) => Json): Resolved {
  const missing: Reference[] = [];
  const resolve = (value: Json): Json => {
    if (isReference(value)) {
      const id = stripeIdOf(value);
      if (id === null) missing.push(value);
      return id;
    }
    if (isList(value)) return value.map(resolve);
    if (typeof value === 'object' && value !== null) return resolveObject(value);
    return value;
  };
  const resolveObject = (object: JsonObject): JsonObject =>
    Object.fromEntries(Object.entries(object).map(([name, value]) => [name, resolve(value)]));
  const params = resolveObject(intent.params);
  const target =
    typeof intent.target === 'string' || intent.target === null ? intent.target : resolve(intent.target);
  const first = missing[0];
  if (first) return { ok: false, missing: first };
  return {
    ok: true,
    request: { operation: intent.operation, target: typeof target === 'string' ? target : null, params },
  };
}

/** `Array.isArray` does not tell the compiler that what is left is no read-only list. */
function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
