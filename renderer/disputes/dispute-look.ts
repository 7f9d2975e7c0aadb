// How a dispute stands: an icon, a word and what to do next.
import { Check, CircleAlert, Clock, Gavel, Hourglass, type LucideIcon } from 'lucide-react';
import { type DisputeStanding, disputeStanding } from '../../shared/domain/disputes.ts';
import { disputeWords } from '../../shared/text/dispute-words.ts';
import type { Look } from '../payments/status-words.tsx';
import type { Tone } from '../ui/badge.tsx';

interface DisputeState {
  /** Stripe's word. */
  readonly status: string;
  readonly daysLeft?: number | null;
}

const SIGNS: Readonly<Record<DisputeStanding, readonly [icon: LucideIcon, tone: Tone]>> = {
  'needs-answer': [Gavel, 'bad'],
  'under-review': [Hourglass, 'info'],
  won: [Check, 'good'],
  lost: [CircleAlert, 'neutral'],
  closed: [Check, 'neutral'],
};

/** Without `daysLeft` where only the status is shown. */
export function disputeLook({ status, daysLeft = null }: DisputeState): Look {
  const { word, next } = disputeWords({ status, daysLeft });
  const standing = disputeStanding(status);
  const [icon, tone] = SIGNS[standing];
  const isOver = standing === 'needs-answer' && daysLeft !== null && daysLeft < 0;
  return { word, next, icon: isOver ? Clock : icon, tone: isOver ? 'warning' : tone };
}
