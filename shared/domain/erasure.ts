// When a customer's personal data can be erased: not while anything is still to come of the business with them. Pure.

/** How many of each there are. */
export interface ErasureFacts {
  readonly drafts: number;
  readonly openInvoices: number;
  readonly recurring: number;
  readonly openDisputes: number;
  readonly processing: number;
  readonly pendingRefunds: number;
  readonly work: number;
}

const REASONS: readonly (readonly [keyof ErasureFacts, string])[] = [
  ['work', 'Something is still under way with this customer. See Activity.'],
  ['drafts', 'There is a draft for this customer. Send or delete it first.'],
  // Its invoice is open for as long, and nothing can be done about that until the bank has answered.
  ['processing', 'A payment of this customer is processing. Wait until the bank has answered.'],
  ['openInvoices', 'An invoice of this customer is open. It must be paid, voided or written off first.'],
  ['recurring', 'A recurring invoice of this customer is active. End it first.'],
  ['openDisputes', 'A dispute with this customer is open. It must be decided first.'],
  ['pendingRefunds', 'A refund to this customer is on its way. Wait until it has arrived.'],
];

/** The first reason against it, in words; null when there is none. */
export function erasureRefusal(facts: ErasureFacts): string | null {
  return REASONS.find(([name]) => facts[name] > 0)?.[1] ?? null;
}
