// What happened with a payment, newest first, in words. Pure: from what the store knows.
import type { z } from 'zod';
import type { TimelineEntry as EntrySchema } from '../../shared/contract/common.ts';
import { formatDay } from '../../shared/domain/dates.ts';
import { declineWords } from '../../shared/text/decline-words.ts';
import type { DisputeFacts, PaymentFacts, RefundFacts } from '../store/payment-detail.ts';
import { disputeEntry, refundEntry } from './invoice-timeline.ts';
import type { Attempt } from './payment-attempts.ts';

type TimelineEntry = z.infer<typeof EntrySchema>;

export interface PaymentTimelineFacts {
  readonly payment: PaymentFacts;
  readonly attempts: readonly Attempt[];
  readonly refunds: readonly RefundFacts[];
  readonly disputes: readonly DisputeFacts[];
  /** Unix seconds. */
  readonly now: number;
  readonly locale: string;
  /** Formats minor units of the payment's currency. */
  readonly money: (amount: number) => string;
}

export function paymentTimeline(facts: PaymentTimelineFacts): TimelineEntry[] {
  const { attempts, refunds, disputes, money } = facts;
  const entries = [
    ...attempts.map((attempt) => attemptEntry(attempt, money)),
    ...refunds.map((refund) => refundEntry(refund, money)),
    ...disputes.map((dispute) => disputeEntry(dispute, money)),
    ...settledEntries(facts),
  ];
  return entries.toSorted((a, b) => a.at - b.at).toReversed();
}

function attemptEntry(attempt: Attempt, money: (amount: number) => string): TimelineEntry {
  const base = {
    at: attempt.at,
    stripeId: attempt.id,
    detail: attempt.method === '' ? null : attempt.method,
  };
  switch (attempt.outcome) {
    case 'succeeded':
      return { ...base, text: `Paid ${money(attempt.amount)}`, tone: 'good' };
    case 'pending':
      return { ...base, text: `Payment of ${money(attempt.amount)} is being processed`, tone: 'neutral' };
    case 'failed':
      return {
        ...base,
        text: `Payment of ${money(attempt.amount)} failed`,
        detail: [attempt.method, declineWords(...attempt.failure).reason]
          .filter((part) => part !== '')
          .join(': '),
        tone: 'warning',
      };
  }
}

/** Money becomes available without a word from Stripe: by its date. */
function settledEntries({ payment, now, locale }: PaymentTimelineFacts): readonly TimelineEntry[] {
  const { available_on: availableOn, transaction_id: stripeId, arrival_day: arrival } = payment;
  if (availableOn === null || availableOn > now) return [];
  const detail = arrival === null ? null : `With the payout of ${formatDay(arrival, locale)}`;
  return [{ at: availableOn, text: 'Available for payout', detail, stripeId, tone: 'neutral' }];
}
