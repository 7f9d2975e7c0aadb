// The state of an operation in an icon and a word.
import { Ban, Check, CircleAlert, Clock, type LucideIcon, Search, Send, TriangleAlert } from 'lucide-react';
import type { OperationState } from '../../shared/contract/activity.ts';
import { Badge, type Tone } from '../ui/badge.tsx';

interface Looks {
  readonly icon: LucideIcon;
  readonly tone: Tone;
  readonly word: string;
}

const LOOKS: Readonly<Record<OperationState, Looks>> = {
  queued: { icon: Clock, tone: 'neutral', word: 'Queued' },
  sending: { icon: Send, tone: 'info', word: 'Sending' },
  waiting: { icon: Clock, tone: 'warning', word: 'Waiting' },
  checking: { icon: Search, tone: 'info', word: 'Checking' },
  'needs-review': { icon: TriangleAlert, tone: 'warning', word: 'Needs review' },
  failed: { icon: CircleAlert, tone: 'bad', word: 'Failed' },
  done: { icon: Check, tone: 'good', word: 'Accepted' },
  canceled: { icon: Ban, tone: 'neutral', word: 'Cancelled' },
};

export function OperationBadge({ state }: { readonly state: OperationState }) {
  const { icon, tone, word } = LOOKS[state];
  return (
    <Badge icon={icon} tone={tone}>
      {word}
    </Badge>
  );
}
