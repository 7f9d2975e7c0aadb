// How a dispute stands: an icon, a word and what to do next.
import { Check, CircleAlert, Clock, Gavel, Hourglass, type LucideIcon } from 'lucide-react';
import type { DisputeRow } from '../../shared/contract/disputes.ts';
import type { DisputeStanding } from '../../shared/domain/disputes.ts';
import { disputeWords } from '../../shared/text/dispute-words.ts';
import type { Look } from '../payments/status-words.tsx';
import type { Tone } from '../ui/badge.tsx';

const SIGNS: Readonly<Record<DisputeStanding, readonly [icon: LucideIcon, tone: Tone]>> = {
  'needs-answer': [Gavel, 'bad'],
  'under-review': [Hourglass, 'info'],
  won: [Check, 'good'],
  lost: [CircleAlert, 'neutral'],
  closed: [Check, 'neutral'],
};

export function disputeLook(dispute: Pick<DisputeRow, 'standing' | 'status' | 'daysLeft'>): Look {
  const { word, next } = disputeWords(dispute);
  const [icon, tone] = SIGNS[dispute.standing];
  const isOver = dispute.standing === 'needs-answer' && dispute.daysLeft !== null && dispute.daysLeft < 0;
  return { word, next, icon: isOver ? Clock : icon, tone: isOver ? 'warning' : tone };
}
