// What is kept of an event: for de-duplication, the timeline, and recognising what this program caused. Pure.
import type { SeenEvent } from '../store/events.ts';
import type { EventSnapshot } from '../stripe/event-snapshot.ts';

export function seenEvent(event: EventSnapshot): SeenEvent {
  const subject = event.data.object;
  const { object } = subject;
  return {
    id: event.id,
    created: event.created,
    type: event.type,
    objectId: subject.id ?? null,
    invoiceStripeId: object === 'invoice' ? (subject.id ?? null) : (subject.invoice ?? null),
    paymentId: paymentOf(event),
    customerId: object === 'customer' ? (subject.id ?? null) : (subject.customer ?? null),
    idempotencyKey: event.request?.idempotency_key ?? null,
    summary: {
      object,
      status: subject.status ?? null,
      previousStatus: event.data.previous_attributes?.status ?? null,
      amount: subject.amount ?? subject.total ?? null,
      currency: subject.currency ?? null,
      reason: subject.reason ?? null,
      failure: failureOf(event),
    },
  };
}

function paymentOf({ data: { object: subject } }: EventSnapshot): string | null {
  if (subject.object === 'payment_intent') return subject.id ?? null;
  if (subject.object === 'charge') return subject.payment_intent ?? subject.id ?? null;
  const { payment } = subject;
  return subject.payment_intent ?? subject.charge ?? payment?.payment_intent ?? payment?.charge ?? null;
}

function failureOf({ data: { object: subject } }: EventSnapshot): string | null {
  const { last_payment_error: payment, last_finalization_error: finalization } = subject;
  return subject.failure_code ?? subject.failure_reason ?? payment?.code ?? finalization?.code ?? null;
}
