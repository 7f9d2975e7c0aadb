// What was changed by hand on the credit balance that Stripe keeps for a customer.
// Types: docs.stripe.com/billing/customer/balance
import { credit, debit, entry, type Entry } from './entry.ts';

export interface BalanceChangeFacts {
  readonly id: string;
  /** Stripe's. */
  readonly type: string;
  readonly day: string;
  readonly customer: string;
  readonly currency: string;
  /** By Stripe's sign: negative is a credit for the customer. */
  readonly amount: number;
}

/** These follow from no invoice and no credit note; all others are booked with theirs. */
export const BY_HAND: readonly string[] = ['adjustment', 'initial', 'migration', 'unspent_receiver_credit'];

export function balanceChangeEntries(facts: BalanceChangeFacts): readonly Entry[] {
  const { id, type, day, customer, currency, amount } = facts;
  if (!BY_HAND.includes(type)) return [];
  return [
    entry('customer-credit.adjusted', id, day, [
      debit('customerCredit', currency, amount, customer),
      credit('creditAdjustments', currency, amount, customer),
    ]),
  ];
}
