// What lives in Stripe's test clocks: customers of a test account whose time is moved by hand. Plain lists leave them out, but the books
// hold them like everybody else: their events come among the others, and their payments stand on plain lists and in the account's
// balance. Books without them would name payments of nobody and not be in balance with Stripe. In live mode there are none.
import { objectsInClock } from '../store/in-clock.ts';
import type { Db } from '../store/database.ts';
import type { EventSnapshot } from '../stripe/event-snapshot.ts';
import type { Gateway, JsonObject, ListResource, ReadFailure, StripeObject } from '../stripe/request.ts';
import { completeObject } from './fetch-object.ts';
import { inPool } from './pool.ts';
import { readAll } from './read-all.ts';
import { isRefusedAlone } from '../stripe/refused-alone.ts';
import type { Target } from './targets.ts';

const CLOCK = 'test_helpers.test_clock';

type Objects =
  | { readonly ok: true; readonly objects: readonly StripeObject[] }
  | { readonly ok: false; readonly failure: ReadFailure };

/** Network only. Of the clocks among `objects`: their customers, and of those all that lists leave out or may leave out. */
export async function listInClocks(gateway: Gateway, objects: readonly StripeObject[]): Promise<Objects> {
  const clocks = objects.filter(({ object }) => object === CLOCK);
  const customers = await listEach(gateway, 'customers', clocks, (clock) => ({ test_clock: clock.id }));
  if (!customers.ok) return customers;
  const ofCustomer = ({ id }: StripeObject): JsonObject => ({ customer: id });
  const found = [...customers.objects];
  for (const resource of ['subscriptions', 'invoices', 'creditNotes'] as const) {
    const list = await listEach(gateway, resource, customers.objects, ofCustomer);
    if (!list.ok) return list;
    found.push(...list.objects);
  }
  const invoices = found.filter(({ object }) => object === 'invoice');
  const payments = await listEach(gateway, 'invoicePayments', invoices, ({ id }) => ({ invoice: id }));
  return payments.ok ? { ok: true, objects: [...found, ...payments.objects] } : payments;
}

/** Whole, each of them. What a key may not read, or Stripe refuses, is left out, as it is of the lists themselves. */
async function listEach(
  gateway: Gateway,
  resource: ListResource,
  of: readonly StripeObject[],
  params: (object: StripeObject) => JsonObject,
): Promise<Objects> {
  const lists = await inPool(
    of,
    async (object) => whole(gateway, await readAll(gateway, resource, params(object))),
    (list) => list.ok,
  );
  const failed = lists.find((list) => !list.ok);
  return failed ?? { ok: true, objects: lists.flatMap((list) => (list.ok ? list.objects : [])) };
}

async function whole(gateway: Gateway, list: Awaited<ReturnType<typeof readAll>>): Promise<Objects> {
  if (!list.ok) return isNotForKey(list.failure) ? { ok: true, objects: [] } : list;
  const objects: StripeObject[] = [];
  for (const object of list.data) {
    const completed = await completeObject(gateway, object);
    if (!completed.ok) return completed;
    objects.push(completed.object);
  }
  return { ok: true, objects };
}

/** A refusal for another reason may be for what was just deleted, as the last of a page: the whole is asked for again. */
function isNotForKey(failure: ReadFailure): boolean {
  return isRefusedAlone(failure) && !(failure.kind === 'refused' && failure.code === 'resource_missing');
}

/** A clock that is deleted takes its customers and their subscriptions with it; whether events tell of each is not known. */
export function goneWithClock(db: Db, { type, data }: EventSnapshot): readonly Target[] {
  const { id } = data.object;
  return type === `${CLOCK}.deleted` && id ? objectsInClock(db, id) : [];
}
