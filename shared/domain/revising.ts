// When an issued invoice can be replaced by a revision. Pure.
// Open and uncollectible ones, none of a subscription: docs.stripe.com/invoicing/invoice-edits.

export interface RevisingFacts {
  readonly status: 'draft' | 'open' | 'paid' | 'uncollectible' | 'void';
  readonly ofRecurring: boolean;
  /** Minor units that have come in. */
  readonly paid: number;
  /** Whether a payment is on its way. */
  readonly processing: boolean;
  /** How many credit notes are in force: Stripe would not carry them over. */
  readonly creditNotes: number;
}

/** Why it cannot be replaced, in words; null when it can. */
export function revisingRefusal(facts: RevisingFacts): string | null {
  if (facts.status === 'void') return 'A void invoice cannot be revised. Duplicate it instead.';
  if (facts.status === 'paid') return 'A paid invoice cannot be revised. Credit or refund it instead.';
  if (facts.status === 'draft') return 'A draft is edited, not revised.';
  if (facts.ofRecurring) return 'An invoice of a recurring one cannot be revised. Credit it instead.';
  if (facts.paid > 0) return 'A part of it has been paid, so it cannot be voided. Credit it instead.';
  if (facts.processing) return 'A payment of it is processing. Wait until the bank has answered.';
  if (facts.creditNotes > 0)
    return 'It has a credit note, which would not be carried over. Credit the rest instead.';
  return null;
}
