// What a bookkeeper may do with an invoice now. Pure; the commands refuse by the same rules.
import type { InvoiceDetail } from '../contract/invoices.ts';
import type { z } from 'zod';

export type InvoiceAction = z.infer<typeof InvoiceDetail>['actions'][number];

export interface ActionFacts {
  readonly status: 'draft' | 'open' | 'paid' | 'uncollectible' | 'void';
  /** Whether Stripe has it. */
  readonly atStripe: boolean;
  /** Something is on its way to Stripe for it that has neither failed nor waits for a decision. */
  readonly busy: boolean;
  readonly hasEmail: boolean;
  /** Whether a saved card or account may be charged, by the rule of `charging.ts`. */
  readonly chargeable: boolean;
  /** Minor units that may still be paid back through Stripe. */
  readonly refundable: number;
  /** Whether a revision may replace it, by the rule of `revising.ts`. */
  readonly revisable: boolean;
  /** Whether a part may be credited, by the rule of `crediting.ts`. */
  readonly creditable: boolean;
}

/** In the order in which they are offered. */
export function invoiceActions(facts: ActionFacts): InvoiceAction[] {
  return ACTIONS.filter((action) => RULES[action](facts));
}

const ACTIONS = [
  'edit',
  'send',
  'send-again',
  'charge',
  'refund',
  'credit',
  'mark-paid',
  'mark-uncollectible',
  'void',
  'revise',
  'duplicate',
  'delete',
] as const satisfies readonly InvoiceAction[];

const isFreeDraft = ({ status, busy }: ActionFacts): boolean => status === 'draft' && !busy;

/** Issued, known to Stripe, and nothing else under way with it. */
const isFree = (facts: ActionFacts, statuses: readonly ActionFacts['status'][]): boolean =>
  facts.atStripe && !facts.busy && statuses.includes(facts.status);

const RULES: Readonly<Record<InvoiceAction, (facts: ActionFacts) => boolean>> = {
  edit: isFreeDraft,
  send: isFreeDraft,
  delete: isFreeDraft,
  duplicate: () => true,
  revise: (facts) => facts.revisable && isFree(facts, ['open', 'uncollectible']),
  'send-again': (facts) => facts.hasEmail && isFree(facts, ['open', 'paid', 'uncollectible']),
  charge: (facts) => facts.chargeable && isFree(facts, ['open', 'uncollectible']),
  // Refunds are worked off one after the other, so that one under way does not forbid the next.
  refund: ({ refundable }) => refundable > 0,
  credit: ({ creditable }) => creditable,
  'mark-paid': (facts) => isFree(facts, ['open', 'uncollectible']),
  'mark-uncollectible': (facts) => isFree(facts, ['open']),
  void: (facts) => isFree(facts, ['open', 'uncollectible']),
};
