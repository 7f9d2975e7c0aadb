// Statuses of refunds in words, and what can be done next; how any status is shown in a list.
import {
  Ban,
  Check,
  CircleAlert,
  Clock,
  Hourglass,
  type LucideIcon,
  ShieldAlert,
  UserCheck,
} from 'lucide-react';
import './payments.css';
import { Badge, type Tone } from '../ui/badge.tsx';

export interface Look {
  readonly word: string;
  readonly icon: LucideIcon;
  readonly tone: Tone;
  /** What happens or is to be done now; empty when nothing is. */
  readonly next: string;
}

const REFUNDS: Readonly<Record<string, Look>> = {
  queued: {
    word: 'Queued',
    icon: Clock,
    tone: 'info',
    next: 'Goes to Stripe as soon as there is a connection',
  },
  pending: {
    word: 'Pending',
    icon: Clock,
    tone: 'info',
    next: 'The bank is at work; this takes 5–10 business days',
  },
  requires_action: {
    word: 'Needs the customer',
    icon: UserCheck,
    tone: 'warning',
    next: 'Stripe asks the customer for bank details by e-mail',
  },
  succeeded: { word: 'Refunded', icon: Check, tone: 'good', next: '' },
  failed: {
    word: 'Failed',
    icon: CircleAlert,
    tone: 'bad',
    next: 'The money came back to you; pay the customer another way',
  },
  canceled: { word: 'Cancelled', icon: Ban, tone: 'neutral', next: 'Nothing was paid back' },
  'needs-review': {
    word: 'Needs review',
    icon: ShieldAlert,
    tone: 'warning',
    next: 'Decide in Activity whether it happened',
  },
};

function unknown(status: string): Look {
  return { word: status.replaceAll('_', ' '), icon: Hourglass, tone: 'neutral', next: '' };
}

export function refundLook(status: string): Look {
  return REFUNDS[status] ?? unknown(status);
}

export function refundWords(status: string): string {
  return refundLook(status).word;
}

/** Why something was refunded, or why that failed: Stripe's word as people say it. */
export function reasonWords(reason: string): string {
  if (reason === 'requested_by_customer') return 'requested by the customer';
  return reason === 'duplicate' ? 'paid twice' : reason.replaceAll('_', ' ');
}

export function LookBadge({ look }: { readonly look: Look }) {
  return (
    <Badge icon={look.icon} tone={look.tone}>
      {look.word}
    </Badge>
  );
}

/** A badge and what to do next, in one line of a list; the whole text where it does not fit. */
export function StatusAndNext({ look, next = look.next }: { readonly look: Look; readonly next?: string }) {
  return (
    <span className="status-next" title={next === '' ? undefined : next}>
      <LookBadge look={look} />
      <span className="muted truncate">{next}</span>
    </span>
  );
}
