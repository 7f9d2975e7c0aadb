// Money in detail: payouts and what they hold, saved ways to pay, why a payment failed, what was paid too much.
import { amountColumn } from './0001/amount-column.ts';
import { payments } from './0003/payments.ts';
import { payouts } from './0003/payouts.ts';

export const money = `
-- Kept objects that are to be applied once more, because a newer program reads more of them than the one that kept them.
CREATE TABLE apply_again (id TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;

ALTER TABLE invoice ADD COLUMN ${amountColumn('amount_overpaid')};
ALTER TABLE customer ADD COLUMN default_method_id TEXT;   -- what Stripe charges when nothing else is named
${payments}
${payouts}
INSERT INTO apply_again SELECT id FROM stripe_object
  WHERE deleted = 0 AND type IN ('customer', 'invoice', 'payment_intent', 'charge', 'balance_transaction', 'payout', 'payment_method');`;
