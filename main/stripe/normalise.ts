// Turns what the SDK answers into plain JSON: decimals as text, fields that we do not know kept.
import { z } from 'zod';
import type { JsonObject, ListPage, StripeObject } from './request.ts';

const AnyObject = z.looseObject({ id: z.string().min(1), object: z.string().min(1) });
const AnyRecord = z.record(z.string(), z.json());
const AnyPage = z.object({ data: z.array(AnyObject), has_more: z.boolean() });

/** The SDK's decimals say themselves in JSON as text; whole numbers beyond a float's reach must be told how. */
function plain(value: unknown): unknown {
  const text = JSON.stringify(value, (_key, field: unknown) =>
    typeof field === 'bigint' ? field.toString() : field,
  );
  return text === undefined ? null : JSON.parse(text);
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
