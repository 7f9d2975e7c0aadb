// What moves on Stripe's balance: each balance transaction is one entry, whose other side follows from its type.
// Types and reporting categories: docs.stripe.com/reports/balance-transaction-types, reporting-categories.
import type { Account } from './accounts.ts';
import { credit, debit, entry, type Entry, type Posting } from './entry.ts';

export interface MovementFacts {
  readonly id: string;
  /** Stripe's, whatever it may be. */
  readonly type: string;
  readonly category: string;
  readonly day: string;
  /** Of settlement. */
  readonly currency: string;
  readonly amount: number;
  readonly fee: number;
  readonly feeDetails: readonly { readonly type: string; readonly amount: number }[];
  /** The payment of a charge, the dispute of an adjustment: what the other side is kept by. */
  readonly document: string;
  /** What moved, as the customer knows it, always positive; null while that is not known, or nobody's. */
  readonly presented: { readonly currency: string; readonly amount: number } | null;
}

interface OtherSide {
  readonly account: Account;
  /** Kept in the currency that the customer knows, not in that of settlement. */
  readonly presented?: true;
}

const OTHER_SIDES: Readonly<Record<string, OtherSide>> = {
  charge: { account: 'unappliedPayments', presented: true },
  payment: { account: 'unappliedPayments', presented: true },
  payment_failure_refund: { account: 'unappliedPayments', presented: true },
  payment_reversal: { account: 'unappliedPayments', presented: true },
  refund: { account: 'openRefunds', presented: true },
  payment_refund: { account: 'openRefunds', presented: true },
  refund_failure: { account: 'openRefunds', presented: true },
  payout: { account: 'payoutsInTransit' },
  payout_cancel: { account: 'payoutsInTransit' },
  payout_failure: { account: 'payoutsInTransit' },
  topup: { account: 'bank' },
  topup_reversal: { account: 'bank' },
  stripe_fee: { account: 'fees' },
  stripe_fx_fee: { account: 'fees' },
  application_fee: { account: 'fees' },
  application_fee_refund: { account: 'fees' },
  tax_fee: { account: 'feeTax' },
  reserve_transaction: { account: 'reserves' },
  reserved_funds: { account: 'reserves' },
  payment_network_reserve_hold: { account: 'reserves' },
  payment_network_reserve_release: { account: 'reserves' },
  payout_minimum_balance_hold: { account: 'reserves' },
  payout_minimum_balance_release: { account: 'reserves' },
};

const DISPUTE_CATEGORIES: ReadonlySet<string> = new Set(['dispute', 'dispute_reversal']);

/** Where the other side of a movement is booked; what is not known goes to suspense, for a person to decide. */
function otherSide({ type, category }: MovementFacts): OtherSide {
  if (type === 'adjustment' && DISPUTE_CATEGORIES.has(category)) return { account: 'disputesHeld' };
  return (Object.hasOwn(OTHER_SIDES, type) ? OTHER_SIDES[type] : undefined) ?? { account: 'suspense' };
}

/** Whether a person has to decide what a movement was. */
export function isUnknownMovement(facts: MovementFacts): boolean {
  return otherSide(facts).account === 'suspense';
}

function subOf({ account }: OtherSide, facts: MovementFacts): string {
  switch (account) {
    case 'fees':
      return facts.type;
    case 'unappliedPayments':
    case 'disputesHeld':
      return facts.document;
    case 'suspense':
      return facts.id;
    default:
      return '';
  }
}

export function movementEntry(facts: MovementFacts): Entry {
  const { currency, amount, presented } = facts;
  const side = otherSide(facts);
  const sub = subOf(side, facts);
  const isConverted = side.presented === true && presented !== null && presented.currency !== currency;
  const other = isConverted
    ? converted(side.account, facts, presented, sub)
    : [credit(side.account, currency, amount, sub)];
  return entry('movement', facts.id, facts.day, [
    debit('stripe', currency, amount),
    ...other,
    ...feePostings(facts),
  ]);
}

/** Each currency balances by itself: what was exchanged stands against itself on the conversion account. */
function converted(
  account: Account,
  { currency, amount }: MovementFacts,
  presented: { readonly currency: string; readonly amount: number },
  sub: string,
): readonly Posting[] {
  const moved = amount < 0 ? -presented.amount : presented.amount;
  return [
    credit('conversion', currency, amount),
    debit('conversion', presented.currency, moved),
    credit(account, presented.currency, moved, sub),
  ];
}

const TAXES: ReadonlySet<string> = new Set(['tax', 'withheld_tax']);

function feePostings({ type, category, currency, fee, feeDetails }: MovementFacts): readonly Posting[] {
  const isDispute = type === 'adjustment' && DISPUTE_CATEGORIES.has(category);
  const parts = feeDetails.map((part) =>
    TAXES.has(part.type)
      ? debit('feeTax', currency, part.amount)
      : debit('fees', currency, part.amount, isDispute ? 'dispute_fee' : part.type),
  );
  const named = feeDetails.reduce((sum, part) => sum + part.amount, 0);
  // Stripe's sum counts, whatever its details say.
  return [...parts, debit('fees', currency, fee - named, 'other'), credit('stripe', currency, fee)];
}
