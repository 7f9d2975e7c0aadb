// Fetches one object as it is at Stripe now, whole: with all lines of an invoice or a credit note, and all payments.
import { z } from 'zod';
import { isFetchable } from '../stripe/reads.ts';
import type { Gateway, ListResource, ReadFailure, StripeObject } from '../stripe/request.ts';
import { readAll } from './read-all.ts';
import { isRefusedAlone } from '../stripe/refused-alone.ts';
import type { Target } from './targets.ts';

export type Fetched =
  | {
      readonly kind: 'object';
      readonly target: Target;
      readonly object: StripeObject;
      /** What Stripe tells of it only in a list of its own. */
      readonly beside: readonly StripeObject[];
    }
  /** This object alone cannot be had: the key may not read it, or Stripe refuses it. Others can go on. */
  | { readonly kind: 'passed-over'; readonly target: Target; readonly failure: ReadFailure }
  /** Stripe cannot be asked now. */
  | { readonly kind: 'failed'; readonly target: Target; readonly failure: ReadFailure };

/** What Stripe no longer has, or never had, is answered as a deleted object. */
export async function fetchObject(gateway: Gateway, target: Target): Promise<Fetched> {
  const answer = await gateway.get(target.object, target.id);
  if (!answer.ok) return failed(target, answer.failure);
  if (answer.value === null) {
    const deleted = { id: target.id, object: target.object, deleted: true };
    return { kind: 'object', target, object: deleted, beside: [] };
  }
  const completed = await completeObject(gateway, answer.value);
  if (!completed.ok) return failed(target, completed.failure);
  const beside = await listBeside(gateway, completed.object);
  return beside.ok
    ? { kind: 'object', target, object: completed.object, beside: beside.data }
    : failed(target, beside.failure);
}

/** A dispute names what was taken and given back, but not a fee that was taken apart. */
async function listBeside(
  gateway: Gateway,
  { object, id }: StripeObject,
): Promise<Awaited<ReturnType<typeof readAll>>> {
  return object === 'dispute'
    ? readAll(gateway, 'balanceTransactions', { source: id })
    : { ok: true, data: [], stripeTime: null };
}

/** Whether an object of this type is worth asking for. */
export function canFetch(target: Target): boolean {
  return isFetchable(target.object) && target.object !== 'event';
}

function failed(target: Target, failure: ReadFailure): Fetched {
  return { kind: isRefusedAlone(failure) ? 'passed-over' : 'failed', target, failure };
}

const More = z.object({ has_more: z.literal(true) });

interface Cut {
  readonly field: string;
  readonly resource: ListResource;
  /** The parameter that names the object. */
  readonly of: string;
}

const CUTS: Readonly<Record<string, readonly Cut[]>> = {
  invoice: [
    { field: 'lines', resource: 'invoiceLines', of: 'invoice' },
    { field: 'payments', resource: 'invoicePayments', of: 'invoice' },
  ],
  credit_note: [{ field: 'lines', resource: 'creditNoteLines', of: 'credit_note' }],
};

/** Looked up by Stripe's text, which must not find what every object inherits. */
function cutsOf({ object }: StripeObject): readonly Cut[] {
  return (Object.hasOwn(CUTS, object) ? CUTS[object] : undefined) ?? [];
}

/** Whether Stripe sent only the first lines of an invoice or a credit note, or the first payments. */
export function isCutShort(object: StripeObject): boolean {
  return cutsOf(object).some(({ field }) => More.safeParse(object[field]).success);
}

export type Completed =
  | { readonly ok: true; readonly object: StripeObject }
  | { readonly ok: false; readonly failure: ReadFailure };

/** Stripe puts only the first lines and payments into an object; the rest is listed. */
export async function completeObject(gateway: Gateway, object: StripeObject): Promise<Completed> {
  if (!isCutShort(object)) return { ok: true, object };
  let whole = object;
  for (const { field, resource, of } of cutsOf(object)) {
    if (!More.safeParse(object[field]).success) continue;
    const list = await readAll(gateway, resource, { [of]: object.id });
    if (!list.ok) return list;
    whole = { ...whole, [field]: { object: 'list', data: list.data, has_more: false } };
  }
  return { ok: true, object: whole };
}
