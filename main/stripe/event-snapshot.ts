// What this program needs of Stripe's events. Their objects are snapshots in the account's own API version: only what has always been there is read.
import { z } from 'zod';
import type { StripeObject } from './request.ts';

const Code = z.object({ code: z.string().nullish() }).nullish();
const Id = z
  .union([z.string(), z.object({ id: z.string() }).transform(({ id }) => id)])
  .nullish()
  .catch(null);
const Word = z.string().nullish().catch(null);

const EventObject = z.object({
  id: z.string().nullish(),
  object: z.string(),
  status: Word,
  amount: z.int().nullish().catch(null),
  total: z.int().nullish().catch(null),
  currency: Word,
  reason: Word,
  failure_code: Word,
  failure_reason: Word,
  last_payment_error: Code.catch(null),
  last_finalization_error: Code.catch(null),
  customer: Id,
  invoice: Id,
  from_invoice: z.object({ invoice: Id }).nullish().catch(null),
  payment_intent: Id,
  charge: Id,
  failure_balance_transaction: Id,
  payment_method: Id,
  payment: z.object({ payment_intent: Id, charge: Id }).nullish().catch(null),
});

export const EventSnapshot = z.object({
  id: z.string(),
  type: z.string(),
  created: z.int().nonnegative(),
  data: z.object({
    object: EventObject,
    previous_attributes: z.object({ status: Word }).nullish().catch(null),
  }),
  request: z.object({ idempotency_key: Word }).nullish().catch(null),
});
export type EventSnapshot = z.infer<typeof EventSnapshot>;

/** Null for an event without an object that could be named: there is nothing to fetch or to show. */
export function readEvent(event: StripeObject): EventSnapshot | null {
  return EventSnapshot.safeParse(event).data ?? null;
}
