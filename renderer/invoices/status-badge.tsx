// The state of an invoice in an icon and a word; one per invoice.
import {
  Ban,
  Check,
  CircleDot,
  CircleSlash,
  Clock,
  FilePen,
  type LucideIcon,
  OctagonAlert,
  PieChart,
  Send,
  ShieldAlert,
  TriangleAlert,
  Undo2,
} from 'lucide-react';
import type { InvoiceRow } from '../../shared/contract/invoices.ts';
import { Badge, type Tone } from '../ui/badge.tsx';

type BadgeName = InvoiceRow['badge'];

interface Look {
  readonly word: string;
  readonly icon: LucideIcon;
  readonly tone: Tone;
}

const LOOKS: Readonly<Record<BadgeName, Look>> = {
  'needs-review': { word: 'Needs review', icon: ShieldAlert, tone: 'bad' },
  'send-failed': { word: 'Send failed', icon: OctagonAlert, tone: 'bad' },
  sending: { word: 'Sending', icon: Send, tone: 'info' },
  queued: { word: 'Queued', icon: Clock, tone: 'info' },
  disputed: { word: 'Disputed', icon: ShieldAlert, tone: 'bad' },
  refunded: { word: 'Refunded', icon: Undo2, tone: 'neutral' },
  'partially-refunded': { word: 'Partially refunded', icon: Undo2, tone: 'neutral' },
  'refund-pending': { word: 'Refund pending', icon: Clock, tone: 'info' },
  processing: { word: 'Processing', icon: Clock, tone: 'info' },
  draft: { word: 'Draft', icon: FilePen, tone: 'neutral' },
  'past-due': { word: 'Past due', icon: TriangleAlert, tone: 'warning' },
  'partially-paid': { word: 'Partially paid', icon: PieChart, tone: 'accent' },
  open: { word: 'Open', icon: CircleDot, tone: 'accent' },
  paid: { word: 'Paid', icon: Check, tone: 'good' },
  uncollectible: { word: 'Uncollectible', icon: CircleSlash, tone: 'neutral' },
  void: { word: 'Void', icon: Ban, tone: 'neutral' },
};

/** The order in which statuses are offered as a filter. */
export const BADGES: readonly { readonly id: BadgeName; readonly label: string }[] = (
  [
    'draft',
    'queued',
    'sending',
    'needs-review',
    'send-failed',
    'open',
    'past-due',
    'partially-paid',
    'processing',
    'paid',
    'refund-pending',
    'partially-refunded',
    'refunded',
    'disputed',
    'uncollectible',
    'void',
  ] as const
).map((id) => ({ id, label: LOOKS[id].word }));

export interface StatusBadgeProps {
  readonly invoice: Pick<InvoiceRow, 'badge' | 'daysPastDue' | 'amountPaid' | 'paidOutsideStripe'>;
}

export function StatusBadge({ invoice }: StatusBadgeProps) {
  const { word, icon, tone } = LOOKS[invoice.badge];
  const detail = detailOf(invoice);
  return (
    <Badge icon={icon} tone={tone} {...(detail === null ? {} : { detail })}>
      {word}
    </Badge>
  );
}

/** A past-due invoice of which a part has come in is not to be reminded of the whole. */
function detailOf(invoice: StatusBadgeProps['invoice']): string | null {
  const { badge, daysPastDue: days, amountPaid, paidOutsideStripe } = invoice;
  if (badge === 'past-due' && days !== null) {
    const late = days === 1 ? '1 day' : `${days} days`;
    return amountPaid > 0 ? `${late}, partly paid` : late;
  }
  return badge === 'paid' && paidOutsideStripe ? 'outside Stripe' : null;
}
