// Asks Stripe what one customer has saved to pay with: the list of all customers does not tell, so it is asked for when it is needed.
import { methodIdsOf } from '../store/mirror-payment-methods.ts';
import type { ReadFailure } from '../stripe/request.ts';
import { applyObjects } from './apply.ts';
import { Changes } from './changes.ts';
import { fetchBatch } from './fetch-batch.ts';
import { readAll } from './read-all.ts';
import { reportPassedOver, reportProblems, type SyncParts } from './sync-parts.ts';

export type Refreshed =
  | { readonly ok: true; readonly known: number }
  | { readonly ok: false; readonly failure: ReadFailure };

/** What is known here and was not listed has been taken away: it is asked for by id, which tells whose it is now. */
export async function refreshPaymentMethods(parts: SyncParts, customerStripeId: string): Promise<Refreshed> {
  const { db, gateway } = parts;
  const list = await readAll(gateway, 'paymentMethods', { customer: customerStripeId });
  if (!list.ok) return list;
  const listed = new Set(list.data.map(({ id }) => id));
  const absent = methodIdsOf(db, customerStripeId).filter((id) => !listed.has(id));
  const gone = absent.map((id) => ({ object: 'payment_method', id }));
  // Which of them Stripe takes first is told by the customer.
  const others = await fetchBatch(gateway, db, [{ object: 'customer', id: customerStripeId }, ...gone]);
  if (!others.ok) return { ok: false, failure: others.failure };
  reportPassedOver(parts, others.batch.passedOver);
  const changes = new Changes();
  const objects = [...list.data, ...others.batch.objects];
  const context = { timeZone: parts.timeZone(), changes };
  reportProblems(
    parts,
    db.transaction(() => applyObjects(db, objects, context)),
  );
  if (!changes.empty) parts.announce(changes);
  return { ok: true, known: list.data.length };
}
