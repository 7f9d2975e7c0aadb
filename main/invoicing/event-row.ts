// One event of Stripe's in words: what happened, the particulars, and where it is shown. Pure.
import type { z } from 'zod';
import type { EventRow as RowSchema, Place } from '../../shared/contract/stripe-events.ts';
import { formatMoney } from '../../shared/domain/money.ts';
import { declineWords } from '../../shared/text/decline-words.ts';
import { eventTone, eventWords } from '../../shared/text/event-words.ts';
import type { ListedEvent } from '../store/event-list.ts';
import { EventSummary } from '../store/events.ts';

type EventRow = z.infer<typeof RowSchema>;

export function eventRow(event: ListedEvent, locale: string): EventRow {
  return {
    id: event.id,
    at: event.created,
    type: event.type,
    objectId: event.object_id,
    text: eventWords(event.type),
    detail: detailOf(event, locale),
    tone: eventTone(event.type),
    place: placeOf(event),
    cursor: `${event.created}.${event.id}`,
  };
}

const NOTHING: EventSummary = {
  object: '',
  status: null,
  previousStatus: null,
  amount: null,
  currency: null,
  reason: null,
  failure: null,
};

function detailOf(event: ListedEvent, locale: string): string | null {
  const summary = event.summary === '' ? NOTHING : EventSummary.parse(JSON.parse(event.summary));
  const { amount, currency, status, previousStatus, reason, failure } = summary;
  const parts = [
    amount === null || !isCurrency(currency) ? null : formatMoney(amount, currency, locale),
    previousStatus === null || status === null ? null : `from ${plain(previousStatus)} to ${plain(status)}`,
    reason === null ? null : plain(reason),
    failure === null ? null : failureWords(summary.object, failure),
  ].filter((part) => part !== null && part !== '');
  return parts.length === 0 ? null : parts.join(' · ');
}

/** An event is Stripe's word of that time: a currency that is none must not hide the others. */
function isCurrency(text: string | null): text is string {
  return text !== null && /^[a-z]{3}$/.test(text);
}

const PAYING = new Set(['payment_intent', 'charge']);

function failureWords(object: string, failure: string): string {
  return PAYING.has(object) ? declineWords(failure).reason : plain(failure);
}

/** Stripe's words are joined by underscores. */
function plain(word: string): string {
  return word.replaceAll('_', ' ');
}

/** The nearest thing that has a page: a dispute or a credit note itself, the invoice rather than its payment, the payment rather than its customer. */
function placeOf(event: ListedEvent): Place | null {
  if (event.dispute_id !== null)
    return { kind: 'dispute', id: event.dispute_id, label: event.invoice_number ?? 'Dispute' };
  if (event.recurring_id !== null)
    return { kind: 'recurring', id: event.recurring_id, label: event.recurring_name || 'Recurring invoice' };
  if (event.note_id !== null)
    return { kind: 'credit-note', id: event.note_id, label: event.note_number ?? 'Credit note' };
  if (event.invoice_id !== null)
    return { kind: 'invoice', id: event.invoice_id, label: event.invoice_number ?? 'Draft invoice' };
  if (event.payment_id !== null)
    return { kind: 'payment', id: event.payment_id, label: event.payment_name || 'Payment' };
  if (event.payout_id !== null) return { kind: 'payout', id: event.payout_id, label: 'Payout' };
  if (event.customer_id !== null)
    return { kind: 'customer', id: event.customer_id, label: event.customer_name ?? 'Customer' };
  return null;
}
