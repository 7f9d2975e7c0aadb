// What happened with an invoice, newest first, in words. Pure: from what the store knows.
import type { z } from 'zod';
import type { TimelineEntry as EntrySchema } from '../../shared/contract/common.ts';
import { disputeReason } from '../../shared/text/dispute-words.ts';
import { paidOutsideWords } from '../../shared/text/paid-outside.ts';
import { declineWords } from '../../shared/text/decline-words.ts';
import type { InvoiceNoteFacts } from '../store/credit-note-detail.ts';
import type {
  InvoiceEventFacts,
  InvoiceFacts,
  InvoicePaymentFacts,
  InvoiceWorkFacts,
} from '../store/invoice-detail.ts';
import type { DisputeFacts, RefundFacts } from '../store/payment-detail.ts';

export type TimelineEntry = z.infer<typeof EntrySchema>;

export interface TimelineFacts {
  readonly invoice: InvoiceFacts;
  readonly payments: readonly InvoicePaymentFacts[];
  readonly refunds: readonly RefundFacts[];
  readonly disputes: readonly DisputeFacts[];
  readonly events: readonly InvoiceEventFacts[];
  readonly work: readonly InvoiceWorkFacts[];
  readonly notes: readonly InvoiceNoteFacts[];
  /** Formats minor units of the invoice's currency. */
  readonly money: (amount: number) => string;
}

export function invoiceTimeline(facts: TimelineFacts): TimelineEntry[] {
  const entries = [
    ...ownHistory(facts),
    ...facts.payments.map((payment) => paymentEntry(payment, facts.money)),
    ...facts.refunds.map((refund) => refundEntry(refund, facts.money)),
    ...facts.notes.flatMap((note) => noteEntry(note, facts.money)),
    ...facts.disputes.map((dispute) => disputeEntry(dispute, facts.money)),
    ...facts.work.map(workEntry),
  ];
  // What happened in the same second stays in the order of an invoice's life.
  return entries.toSorted((a, b) => a.at - b.at).toReversed();
}

const entry = (at: number, text: string, more: Partial<TimelineEntry> = {}): TimelineEntry => ({
  at,
  text,
  detail: null,
  stripeId: null,
  tone: 'neutral',
  ...more,
});

function ownHistory({ invoice, events, money }: TimelineFacts): readonly TimelineEntry[] {
  const { stripe_id: stripeId } = invoice;
  const once = (
    at: number | null,
    text: string,
    more: Partial<TimelineEntry> = {},
  ): readonly TimelineEntry[] => (at === null ? [] : [entry(at, text, { stripeId, ...more })]);
  const outside = invoice.amount_paid_off_stripe;
  return [
    entry(invoice.created, 'Draft created'),
    ...once(invoice.finalized_at, `Issued as ${invoice.number ?? 'an invoice'}`, {
      detail: money(invoice.total),
    }),
    ...sentEntries(invoice, events),
    ...events.flatMap(failedPaymentEntry),
    ...(outside > 0
      ? once(invoice.paid_at, `Marked as paid outside Stripe`, {
          detail: [money(outside), paidOutsideWords(invoice.paid_by, invoice.paid_reference)]
            .filter((part) => part !== null)
            .join(' · '),
          tone: 'good',
        })
      : []),
    ...once(invoice.uncollectible_at, 'Written off as uncollectible', {
      tone: 'bad',
      detail: 'It can still be paid.',
    }),
    ...once(invoice.voided_at, 'Voided', { detail: 'The number is kept; nothing is owed.' }),
  ];
}

/** By the events while Stripe has them, which are 30 days; after that the last time is what is known. */
function sentEntries(invoice: InvoiceFacts, events: readonly InvoiceEventFacts[]): readonly TimelineEntry[] {
  const sent = events.filter(({ type }) => type === 'invoice.sent');
  const text = invoice.customer_email === '' ? 'Sent' : `Sent to ${invoice.customer_email}`;
  const more = { stripeId: invoice.stripe_id };
  if (sent.length > 0)
    return sent.map((event, index) => entry(event.created, index === 0 ? text : `${text} again`, more));
  return invoice.sent_at === null ? [] : [entry(invoice.sent_at, text, more)];
}

function failedPaymentEntry(event: InvoiceEventFacts): readonly TimelineEntry[] {
  if (event.type !== 'invoice.payment_failed') return [];
  return [
    entry(event.created, 'A payment failed', {
      detail: event.failure === null ? null : declineWords(event.failure).reason,
      tone: 'warning',
    }),
  ];
}

function paymentEntry(payment: InvoicePaymentFacts, money: (amount: number) => string): TimelineEntry {
  const amount = money(payment.amount);
  const more = { stripeId: payment.id, detail: payment.method === '' ? null : payment.method };
  switch (payment.status) {
    case 'succeeded':
      return entry(payment.created, `Paid ${amount}`, { ...more, tone: 'good' });
    case 'processing':
      return entry(payment.created, `Payment of ${amount} is being processed`, more);
    case 'requires_action':
      return entry(payment.created, `Payment of ${amount} waits for the customer`, {
        ...more,
        tone: 'warning',
      });
    default:
      return entry(payment.created, `Payment of ${amount} did not go through`, {
        stripeId: payment.id,
        detail: declineWords(payment.decline_code, payment.failure_code).reason,
        tone: 'warning',
      });
  }
}

const REFUND_WORDS: Readonly<Record<string, readonly [text: string, tone: TimelineEntry['tone']]>> = {
  queued: ['is on its way to Stripe', 'neutral'],
  pending: ['is pending', 'neutral'],
  requires_action: ['waits for the customer', 'warning'],
  failed: ['failed', 'bad'],
  canceled: ['was canceled', 'warning'],
  'needs-review': ['needs your decision', 'warning'],
};

export function refundEntry(refund: RefundFacts, money: (amount: number) => string): TimelineEntry {
  const amount = money(refund.amount);
  const words = REFUND_WORDS[refund.status];
  return entry(refund.created, words ? `Refund of ${amount} ${words[0]}` : `Refunded ${amount}`, {
    stripeId: refund.stripe_id,
    detail: inWords(refund.failure_reason ?? refund.reason),
    tone: words?.[1] ?? 'neutral',
  });
}

/** One that is still on its way is told by the work on it. */
function noteEntry(note: InvoiceNoteFacts, money: (amount: number) => string): readonly TimelineEntry[] {
  if (note.stripe_id === null) return [];
  const isVoid = note.status === 'void';
  return [
    entry(note.created, `Credit note of ${money(note.amount)} issued${isVoid ? ', later voided' : ''}`, {
      stripeId: note.stripe_id,
      detail: note.number,
    }),
  ];
}

export function disputeEntry(dispute: DisputeFacts, money: (amount: number) => string): TimelineEntry {
  const verdict =
    dispute.status === 'won' ? ' and you won' : dispute.status === 'lost' ? ' and you lost' : '';
  return entry(dispute.created, `The customer disputed ${money(dispute.amount)}${verdict}`, {
    stripeId: dispute.id,
    detail: disputeReason(dispute.reason),
    tone: dispute.status === 'won' ? 'neutral' : 'bad',
  });
}

function workEntry(work: InvoiceWorkFacts): TimelineEntry {
  const tone = work.state === 'failed' ? 'bad' : work.state === 'needs-review' ? 'warning' : 'neutral';
  return entry(work.created_at, work.title, {
    detail: work.explanation === '' ? null : work.explanation,
    tone,
  });
}

/** Stripe's codes are words joined by underscores. */
function inWords(code: string | null): string | null {
  if (code === null || code === '') return null;
  const text = code.replaceAll('_', ' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}
