// Lists what moved on the credit balances of customers. No event and no list of all of them tells it: the customer's own balance does,
// where it is not what the known movements come to, and an invoice of which a balance was taken that is not known yet.
import { z } from 'zod';
import { hasKnownBalance, knownBalance } from '../store/customer-balance.ts';
import type { Db } from '../store/database.ts';
import type { Gateway, ReadFailure, StripeObject } from '../stripe/request.ts';
import { inPool } from './pool.ts';
import { readAll } from './read-all.ts';
import { isRefusedAlone } from '../stripe/refused-alone.ts';

const Holder = z.object({
  object: z.literal('customer'),
  id: z.string(),
  balance: z.int(),
  currency: z.string(),
});
const Applied = z.object({
  object: z.literal('invoice'),
  customer: z.string(),
  starting_balance: z.int().refine((balance) => balance !== 0),
});

/** Whose movements are to be listed because of what was read; each once. */
export function customersToList(db: Db, objects: readonly StripeObject[]): readonly string[] {
  const ids = objects.flatMap((object) => {
    const holder = Holder.safeParse(object).data;
    if (holder) return knownBalance(db, holder.id, holder.currency) === holder.balance ? [] : [holder.id];
    const applied = Applied.safeParse(object).data;
    return applied && !hasKnownBalance(db, applied.customer) ? [applied.customer] : [];
  });
  return [...new Set(ids)];
}

export type Balances =
  | { readonly ok: true; readonly objects: readonly StripeObject[] }
  | { readonly ok: false; readonly customer: string; readonly failure: ReadFailure };

/** Network only. What a key may not read, or Stripe refuses, is left out: nothing depends on it. */
export async function listBalances(
  gateway: Gateway,
  db: Db,
  objects: readonly StripeObject[],
): Promise<Balances> {
  const lists = await inPool(
    customersToList(db, objects),
    async (customer) => ({ customer, list: await readAll(gateway, 'customerBalance', { customer }) }),
    ({ list }) => list.ok || isRefusedAlone(list.failure),
  );
  const found: StripeObject[] = [];
  for (const { customer, list } of lists) {
    if (list.ok) found.push(...list.data);
    else if (!isRefusedAlone(list.failure)) return { ok: false, customer, failure: list.failure };
  }
  return { ok: true, objects: found };
}
