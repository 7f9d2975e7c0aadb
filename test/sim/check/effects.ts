// What has come about at Stripe because of each step that the program planned, told by Stripe's own events.
import { z } from 'zod';
import type { Simulator } from '../../../main/simulator/simulator.ts';

/** Of one step these must not be told more than once, whatever was repeated. */
export const EVERY_EFFECT: ReadonlySet<string> = new Set([
  'customer.created',
  'customer.tax_id.created',
  'customer.deleted',
  'tax_rate.created',
  'coupon.created',
  'coupon.deleted',
  'price.created',
  'customer.subscription.created',
  'customer.subscription.deleted',
  'invoice.created',
  'invoice.finalized',
  'invoice.sent',
  'invoice.voided',
  'invoice.marked_uncollectible',
  'invoice.paid',
  'payment_intent.succeeded',
  'charge.succeeded',
  'refund.created',
  'credit_note.created',
  'credit_note.voided',
  'charge.dispute.closed',
]);

const Event = z.object({
  id: z.string(),
  type: z.string(),
  created: z.int(),
  request: z.object({ idempotency_key: z.string().nullable() }),
});

/** How often each thing has come about, by the step's mark and the event's type. */
export type Effects = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** The invoices of which an e-mail went out since, unix seconds. */
export function sentInvoices(simulator: Simulator, since: number): ReadonlySet<string> {
  return new Set(
    simulator.control
      .emails()
      .filter(({ kind, at }) => kind === 'invoice' && at >= since)
      .map(({ about }) => about),
  );
}

/** The ids of all things of which an event tells that they were deleted. */
export function deletedObjects(simulator: Simulator): ReadonlySet<string> {
  return new Set(
    simulator.control
      .objects({ type: 'event' })
      .map((event) => About.parse(event))
      .filter(({ type }) => type.endsWith('.deleted'))
      .map(({ data }) => data.object.id),
  );
}

const About = z.object({ type: z.string(), data: z.object({ object: z.object({ id: z.string() }) }) });

/** Of everything since `since`, unix seconds. */
export function effectsAt(simulator: Simulator, since: number): Effects {
  const effects = new Map<string, Map<string, number>>();
  for (const object of simulator.control.objects({ type: 'event' })) {
    if (Number(object['created']) < since) continue;
    const { type, request } = Event.parse(object);
    const mark = markOf(request.idempotency_key);
    if (mark === null) continue;
    const told = effects.get(mark) ?? new Map<string, number>();
    effects.set(mark, told.set(type, (told.get(type) ?? 0) + 1));
  }
  return effects;
}

/** `operation:position` of `operation:position:generation`. */
function markOf(key: string | null): string | null {
  return /^(.+:\d+):\d+/.exec(key ?? '')?.[1] ?? null;
}

/** What has come about more often than it was asked for. */
export function repeated(effects: Effects): readonly string[] {
  return [...effects].flatMap(([mark, told]) =>
    [...told].flatMap(([type, times]) =>
      EVERY_EFFECT.has(type) && times > 1 ? [`I1: ${mark} caused ${times} × ${type}`] : [],
    ),
  );
}
