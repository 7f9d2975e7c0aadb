// How a credit note stands, in words, and what is to be done about it.
import { Ban, Check, CircleAlert, Clock, TriangleAlert } from 'lucide-react';
import type { CreditNoteStatus } from '../../shared/contract/corrections.ts';
import type { Look } from '../payments/status-words.tsx';

const LOOKS: Readonly<Record<CreditNoteStatus, Look>> = {
  queued: {
    word: 'Queued',
    icon: Clock,
    tone: 'info',
    next: 'Goes to Stripe as soon as there is a connection',
  },
  'needs-review': {
    word: 'Needs review',
    icon: TriangleAlert,
    tone: 'warning',
    next: 'Stripe does not say whether it was issued; decide in Activity',
  },
  failed: {
    word: 'Not issued',
    icon: CircleAlert,
    tone: 'bad',
    next: 'Stripe refused it; see Activity for the reason',
  },
  issued: { word: 'Issued', icon: Check, tone: 'good', next: '' },
  'refund-failed': {
    word: 'Refund failed',
    icon: CircleAlert,
    tone: 'bad',
    next: 'The money came back to you; pay the customer another way',
  },
  void: { word: 'Void', icon: Ban, tone: 'neutral', next: '' },
};

const ISSUED = LOOKS.issued;

export function creditNoteLook(status: string): Look {
  return isStatus(status) ? LOOKS[status] : ISSUED;
}

function isStatus(status: string): status is CreditNoteStatus {
  return Object.hasOwn(LOOKS, status);
}

const REASONS: Readonly<Record<string, string>> = {
  duplicate: 'Invoiced or paid twice',
  fraudulent: 'Fraudulent',
  order_change: 'The order changed',
  product_unsatisfactory: 'Not as agreed',
};

export function creditReasonWords(reason: string): string {
  return REASONS[reason] ?? reason.replaceAll('_', ' ');
}
