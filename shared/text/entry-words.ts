// What an entry of the journal is, in words.
import type { EntryKind } from '../domain/books/entry.ts';

const WORDS: Readonly<Record<EntryKind, string>> = {
  'invoice.finalized': 'Invoice issued',
  'invoice.balance-applied': 'Customer balance applied',
  'invoice.paid-outside': 'Paid outside Stripe',
  'invoice.overpaid': 'Overpaid, kept as credit',
  'invoice.voided': 'Invoice voided',
  'invoice.written-off': 'Marked uncollectible',
  'invoice.recovered': 'Came in after all',
  'payment.applied': 'Payment applied',
  'credit-note.issued': 'Credit note issued',
  'credit-note.voided': 'Credit note voided',
  movement: 'Moved on the Stripe balance',
  'payout.arrived': 'Payout arrived',
  'dispute.lost': 'Dispute lost',
  'customer-credit.adjusted': 'Customer credit changed by hand',
  opening: 'Opening balance',
};

/** A kind that is not known is named as it is. */
export function entryWords(kind: string): string {
  return Object.entries(WORDS).find(([known]) => known === kind)?.[1] ?? kind;
}

const MOVEMENTS: Readonly<Record<string, string>> = {
  charge: 'Payment received',
  charge_failure: 'Payment failed later',
  refund: 'Refund paid',
  refund_failure: 'Refund failed later',
  dispute: 'Disputed payment taken back',
  dispute_reversal: 'Disputed payment given back',
  fee: 'Fee of Stripe',
  tax: 'Tax on fees of Stripe',
  payout: 'Payout sent',
  payout_reversal: 'Payout came back',
  other_adjustment: 'Adjustment by Stripe',
  topup: 'Top-up from the bank',
  topup_reversal: 'Top-up came back',
};

/** A movement of Stripe's balance, by its reporting category. */
export function movementWords(category: string): string {
  return (Object.hasOwn(MOVEMENTS, category) ? MOVEMENTS[category] : undefined) ?? WORDS.movement;
}
