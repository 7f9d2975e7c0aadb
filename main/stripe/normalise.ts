// Turns what the SDK answers into plain JSON: decimals as text, fields that we do not know kept.
import { z } from 'zod';
import type { JsonObject, ListPage, StripeObject } from './request.ts';

const AnyObject = z.looseObject({ id: z.string().min(1), object: z.string().min(1) });
const AnyRecord = z.record(z.string(), z.json());
const AnyPage = z.object({ data: z.array(AnyObject), has_more: z.boolean() });

/**
 * What writing it as JSON and reading that again would make of it, at a third of the price. The SDK's decimals say themselves in
 * JSON as text; whole numbers beyond a float's reach must be told how.
 */
function plain(value: unknown): unknown {
  if (typeof value === 'bigint') return value.toString();
  // JSON can write a number that is too large to be read as any other than infinite, and cannot write that.
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value !== 'object' || value === null) return isSayable(value) ? value : null;
  if (Array.isArray(value)) return value.map(plain);
  if (saysItself(value)) return plain(value.toJSON());
  const fields: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(value)) {
    // An assignment to this name would change what the object is.
    if (isSayable(field) && name !== '__proto__') fields[name] = plain(field);
  }
  return fields;
}

function saysItself(value: object): value is { toJSON(): unknown } {
  return 'toJSON' in value && typeof value.toJSON === 'function';
}

/** Whether JSON has a way to say it. */
function isSayable(value: unknown): boolean {
  return value !== undefined && typeof value !== 'function' && typeof value !== 'symbol';
}

/** Null when the answer is not an object of Stripe's. */
export function plainObject(answer: unknown): StripeObject | null {
  return asObject(plain(answer));
}

/** For JSON that is plain already. */
export function asObject(json: unknown): StripeObject | null {
  return AnyObject.safeParse(json).data ?? null;
}

/** For answers without an id, such as the balance. */
export function plainRecord(answer: unknown): JsonObject | null {
  const parsed = AnyRecord.safeParse(plain(answer));
  return parsed.success ? parsed.data : null;
}

export function plainPage(answer: unknown): ListPage | null {
  const parsed = AnyPage.safeParse(plain(answer));
  return parsed.success ? { data: parsed.data.data, hasMore: parsed.data.has_more } : null;
}
