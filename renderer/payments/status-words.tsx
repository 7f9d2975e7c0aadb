// Statuses of payments and refunds in words, and what can be done next.
import {
  Ban,
  Check,
  CircleAlert,
  Clock,
  CreditCard,
  Hourglass,
  type LucideIcon,
  ShieldAlert,
  UserCheck,
} from 'lucide-react';
import './payments.css';
import { Badge, type Tone } from '../ui/badge.tsx';

interface Look {
  readonly word: string;
  readonly icon: LucideIcon;
  readonly tone: Tone;
  /** What happens or is to be done now; empty when nothing is. */
  readonly next: string;
}

const PAYMENTS: Readonly<Record<string, Look>> = {
  succeeded: { word: 'Succeeded', icon: Check, tone: 'good', next: '' },
  processing: {
    word: 'Processing',
    icon: Clock,
    tone: 'info',
    next: 'The bank is at work; a direct debit takes 2–4 business days',
  },
  requires_action: {
    word: 'Needs the customer',
    icon: UserCheck,
    tone: 'warning',
    next: 'The customer confirms it on the payment page; send the link again',
  },
  requires_payment_method: {
    word: 'Not paid',
    icon: Hourglass,
    tone: 'neutral',
    next: 'The customer has not paid yet',
  },
  requires_confirmation: {
    word: 'Not confirmed',
    icon: Hourglass,
    tone: 'neutral',
    next: 'The customer has not finished paying',
  },
  requires_capture: {
    word: 'Authorised',
    icon: CreditCard,
    tone: 'info',
    next: 'The money is reserved; capture it in Stripe’s dashboard',
  },
  canceled: { word: 'Cancelled', icon: Ban, tone: 'neutral', next: 'Nothing was charged' },
};

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

/** Stripe uses one status before the first attempt and after a declined one; then there is a method that was tried. */
const DECLINED: Look = {
  word: 'Declined',
  icon: CircleAlert,
  tone: 'bad',
  next: 'The customer needs another way to pay; send the link again',
};

/** `method` is empty as long as the customer has not tried to pay. */
export function paymentLook(status: string, method = ''): Look {
  if (status === 'requires_payment_method' && method !== '') return DECLINED;
  return PAYMENTS[status] ?? unknown(status);
}

export function refundLook(status: string): Look {
  return REFUNDS[status] ?? unknown(status);
}

export function paymentWords(status: string, method: string): string {
  return paymentLook(status, method).word;
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
