// The one badge of an invoice: first match wins, in the order of the contract.
import type { InvoiceBadge } from '../contract/invoices.ts';

export interface BadgeFacts {
  readonly status: 'draft' | 'open' | 'paid' | 'uncollectible' | 'void';
  /** What the outbox is doing with it. */
  readonly work: 'queued' | 'sending' | 'failed' | 'review' | null;
  readonly disputed: boolean;
  readonly processing: boolean;
  /** Minor units, all of the invoice's currency. */
  readonly amountPaid: number;
  readonly amountRefunded: number;
  readonly amountRefundPending: number;
  readonly dueDay: string | null;
}

/** `today` is a calendar day. The same rule is SQL in the schema (`invoice.standing`); a test holds the two together. */
export function invoiceBadge(facts: BadgeFacts, today: string): InvoiceBadge {
  if (facts.work === 'review') return 'needs-review';
  if (facts.work === 'failed') return 'send-failed';
  if (facts.work !== null) return facts.work;
  if (facts.disputed) return 'disputed';
  if (facts.amountRefunded > 0)
    return facts.amountRefunded >= facts.amountPaid ? 'refunded' : 'partially-refunded';
  if (facts.amountRefundPending > 0) return 'refund-pending';
  if (facts.processing) return 'processing';
  if (facts.status !== 'open') return facts.status;
  if (facts.dueDay !== null && facts.dueDay < today) return 'past-due';
  return facts.amountPaid > 0 ? 'partially-paid' : 'open';
}
