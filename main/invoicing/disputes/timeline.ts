// What happened with a dispute, newest first, in words. Pure: from what the store knows.
import type { TimelineEntry } from '../invoice-timeline.ts';
import { disputeReason } from '../../../shared/text/dispute-words.ts';
import { disputeStanding, isInquiry } from '../../../shared/domain/disputes.ts';
import type { DisputeFacts, DisputeHappening, MoveFacts } from '../../store/dispute-detail.ts';

export interface DisputeTimelineFacts {
  readonly dispute: DisputeFacts;
  readonly moves: readonly MoveFacts[];
  readonly happenings: readonly DisputeHappening[];
  readonly money: (amount: number, currency: string) => string;
}

export function disputeTimeline({
  dispute,
  moves,
  happenings,
  money,
}: DisputeTimelineFacts): TimelineEntry[] {
  const begun: TimelineEntry = {
    at: dispute.created,
    text: isInquiry(dispute.status)
      ? `The bank asked about ${money(dispute.amount, dispute.currency)}`
      : `The customer disputed ${money(dispute.amount, dispute.currency)}`,
    detail: disputeReason(dispute.reason),
    stripeId: dispute.id,
    tone: 'bad',
  };
  const entries = [
    begun,
    ...moves.map((move) => moveEntry(move, money)),
    ...happenings.map((happening) => happeningEntry(happening, dispute)),
  ];
  // What happened in the same second stays in the order of a dispute's life.
  return entries.toSorted((a, b) => a.at - b.at).toReversed();
}

function moveEntry(move: MoveFacts, money: DisputeTimelineFacts['money']): TimelineEntry {
  if (move.type === 'stripe_fee')
    return {
      at: move.created,
      text: `Stripe ${move.amount < 0 ? 'took its fee of' : 'gave back its fee of'} ${money(Math.abs(move.amount), move.currency)}`,
      detail: null,
      stripeId: move.id,
      tone: 'neutral',
    };
  const gross = money(Math.abs(move.amount), move.currency);
  const fee = move.fee === 0 ? null : `Fee ${money(move.fee, move.currency)}`;
  return {
    at: move.created,
    text: move.amount < 0 ? `Stripe took ${gross}` : `Stripe gave back ${gross}`,
    detail: fee,
    stripeId: move.id,
    tone: move.amount < 0 ? 'bad' : 'good',
  };
}

const OURS = {
  staged: 'Evidence saved at Stripe',
  submitted: 'Evidence submitted to the bank',
  accepted: 'Dispute accepted',
} as const;

function happeningEntry({ kind, at }: DisputeHappening, dispute: DisputeFacts): TimelineEntry {
  if (kind !== 'closed') return { at, text: OURS[kind], detail: null, stripeId: null, tone: 'neutral' };
  const standing = disputeStanding(dispute.status);
  return {
    at,
    text: standing === 'won' ? 'You won' : standing === 'lost' ? 'You lost' : 'Closed',
    detail: null,
    stripeId: null,
    tone: standing === 'won' ? 'good' : standing === 'lost' ? 'bad' : 'neutral',
  };
}
