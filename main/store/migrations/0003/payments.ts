// What the list and the page of payments need, and saved ways to pay.

export const payments = `
ALTER TABLE payment ADD COLUMN customer_sort TEXT NOT NULL DEFAULT '';  -- sortKey(customer_name)
ALTER TABLE payment ADD COLUMN method_type TEXT NOT NULL DEFAULT '';    -- Stripe's name, such as "sepa_debit"
ALTER TABLE payment ADD COLUMN decline_code TEXT;         -- the bank's reason, where it gave one
ALTER TABLE payment ADD COLUMN advice_code TEXT;          -- try_again_later, do_not_try_again, confirm_card_data
ALTER TABLE payment ADD COLUMN next_action TEXT;          -- what the customer has to do, by Stripe's name
-- Stripe uses one status before the first attempt and after a failed one.
ALTER TABLE payment ADD COLUMN standing TEXT NOT NULL GENERATED ALWAYS AS
  (iif(status = 'requires_payment_method' AND failure_code IS NOT NULL, 'failed', status)) VIRTUAL;
DROP INDEX payment_by_created;
DROP INDEX payment_by_status;
DROP INDEX payment_sums;
-- One index for each order of the list: a page is a walk along one part for each standing, merged.
CREATE INDEX payment_by_created ON payment (standing, created, seq, currency, day, amount);
CREATE INDEX payment_by_amount ON payment (standing, amount, seq, currency, day);
CREATE INDEX payment_by_sort ON payment (standing, customer_sort, seq, currency, day, amount);
-- Every filter and every sum, so that counts never touch the table itself.
CREATE INDEX payment_facts ON payment (standing, currency, day, amount);
CREATE INDEX payment_of_transaction ON payment (balance_transaction_id);
-- All attempts of a payment.
CREATE INDEX charge_of_payment ON stripe_object (json ->> '$.payment_intent', created) WHERE type = 'charge';

CREATE TABLE payment_method (
  id TEXT PRIMARY KEY,
  customer_stripe_id TEXT,              -- null once it was detached
  type TEXT NOT NULL,
  label TEXT NOT NULL,                  -- in words, such as "Visa •••• 4242"
  exp_month INTEGER,
  exp_year INTEGER,
  created INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX payment_method_of_customer ON payment_method (customer_stripe_id, created);
`;
