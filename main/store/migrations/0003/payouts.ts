// Payouts, and which movements of Stripe's balance each of them holds.
import { amountColumn } from '../0001/amount-column.ts';

export const payouts = `
ALTER TABLE balance_transaction ADD COLUMN category TEXT NOT NULL DEFAULT '';  -- Stripe's reporting category
ALTER TABLE balance_transaction ADD COLUMN ${amountColumn('fee_tax')};         -- the part of the fee that is tax
ALTER TABLE balance_transaction ADD COLUMN day TEXT NOT NULL DEFAULT '';       -- of creation, in the business's zone
ALTER TABLE balance_transaction ADD COLUMN payout_id TEXT;                     -- only the payout's own list tells it
CREATE INDEX balance_transaction_of_payout ON balance_transaction (payout_id);
CREATE INDEX balance_transaction_costs ON balance_transaction (day, currency, category, type, amount, fee, fee_tax);
CREATE INDEX balance_transaction_coming ON balance_transaction (available_on, currency, net);

CREATE TABLE payout (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  status TEXT NOT NULL,
  currency TEXT NOT NULL,
  ${amountColumn('amount')},
  automatic INTEGER NOT NULL,
  method TEXT NOT NULL,                 -- standard or instant
  reconciliation TEXT NOT NULL,         -- once completed, Stripe lists what it holds
  opened INTEGER NOT NULL DEFAULT 0,    -- that list has been taken in
  balance_transaction_id TEXT,
  failure_code TEXT,
  created INTEGER NOT NULL,             -- unix seconds
  day TEXT NOT NULL,                    -- of creation, in the business's zone
  arrival_day TEXT NOT NULL             -- a date of the bank's, in no zone
) STRICT;
CREATE INDEX payout_by_arrival ON payout (arrival_day, seq, status);
CREATE INDEX payout_by_status ON payout (status, arrival_day, seq);
CREATE INDEX payout_sums ON payout (status, currency, amount);
CREATE INDEX payout_unopened ON payout (created) WHERE opened = 0 AND automatic = 1 AND reconciliation = 'completed';
`;
