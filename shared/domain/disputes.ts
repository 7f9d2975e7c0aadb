// How a dispute stands and what can be done about it. Pure; the program and the page judge alike.
import { dayOf, daysBetween } from './dates.ts';

/** What a bookkeeper tells apart; `closed` is an inquiry that ended, or a case that the network settled before it began. */
export const DISPUTE_STANDINGS = ['needs-answer', 'under-review', 'won', 'lost', 'closed'] as const;
export type DisputeStanding = (typeof DISPUTE_STANDINGS)[number];

/** By Stripe's word (SDK Disputes.d.ts, `Status`). */
const STANDINGS: Readonly<Record<string, DisputeStanding>> = {
  needs_response: 'needs-answer',
  warning_needs_response: 'needs-answer',
  appeal_needs_response: 'needs-answer',
  under_review: 'under-review',
  warning_under_review: 'under-review',
  appeal_under_review: 'under-review',
  won: 'won',
  lost: 'lost',
  warning_closed: 'closed',
  prevented: 'closed',
};

/** A status that Stripe invents later counts as under way: neither won nor lost, and nothing can be answered. */
export function disputeStanding(status: string): DisputeStanding {
  return Object.hasOwn(STANDINGS, status) ? (STANDINGS[status] ?? 'under-review') : 'under-review';
}

/** The bank only asks; no money has been taken. */
export function isInquiry(status: string): boolean {
  return status.startsWith('warning_');
}

export function isAppeal(status: string): boolean {
  return status.startsWith('appeal_');
}

export interface DisputeState {
  /** Stripe's word. */
  readonly status: string;
  /** Unix seconds; null when the bank takes no answer, or Stripe names no day. */
  readonly dueBy: number | null;
}

/** Why the dispute cannot be answered at `now` (unix seconds), in words; null when it can. */
export function answerRefusal({ status, dueBy }: DisputeState, now: number): string | null {
  switch (disputeStanding(status)) {
    case 'won':
      return 'The dispute is won: there is nothing left to answer.';
    case 'lost':
      return 'The dispute is lost: the bank takes no answer any more.';
    case 'closed':
      return 'The dispute is closed: there is nothing left to answer.';
    case 'under-review':
      return 'The bank has the case already. Evidence can be submitted once only.';
    case 'needs-answer':
      return dueBy !== null && now > dueBy
        ? 'The time to answer is over: the bank takes no evidence any more.'
        : null;
  }
}

/** Why the dispute cannot be accepted, in words; null when it can. */
export function acceptRefusal({ status }: Pick<DisputeState, 'status'>): string | null {
  if (isInquiry(status))
    return 'An inquiry is not accepted: refund the payment, and the bank has no more to ask.';
  return disputeStanding(status) === 'needs-answer'
    ? null
    : 'Only a dispute that waits for an answer can be accepted.';
}

export type DisputeAction = 'stage' | 'submit' | 'accept';

export function disputeActions(state: DisputeState, now: number): readonly DisputeAction[] {
  return [
    ...(answerRefusal(state, now) === null ? (['stage', 'submit'] as const) : []),
    ...(acceptRefusal(state) === null ? (['accept'] as const) : []),
  ];
}

/** Whole calendar days of the business's zone until the last day to answer: 0 is today, negative is past; null without a deadline. */
export function daysToAnswer(dueBy: number | null, now: number, timeZone: string): number | null {
  return dueBy === null ? null : daysBetween(dayOf(now, timeZone), dayOf(dueBy, timeZone));
}
