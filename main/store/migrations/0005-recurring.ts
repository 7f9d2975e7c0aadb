// Recurring invoices, and which invoices came of them.
import { amountColumn } from './0001/amount-column.ts';

export const recurring = `
CREATE TABLE subscription (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,              -- ours for one made here, else Stripe's
  stripe_id TEXT UNIQUE,                -- null until Stripe has answered
  status TEXT NOT NULL,                 -- Stripe's; 'planned' until Stripe has it
  work TEXT CHECK (work IN ('queued', 'failed', 'review')),  -- what the outbox is doing to make it
  customer_id TEXT,                     -- our id
  customer_stripe_id TEXT,
  customer_name TEXT NOT NULL DEFAULT '',
  customer_sort TEXT NOT NULL,
  title TEXT NOT NULL DEFAULT '',       -- its items in words
  words TEXT NOT NULL DEFAULT '',       -- what it is found by, folded like a sort key
  currency TEXT NOT NULL,
  ${amountColumn('amount')},            -- of one period, before discounts and added tax
  interval TEXT NOT NULL,
  interval_count INTEGER NOT NULL,
  collection TEXT NOT NULL,             -- send_invoice | charge_automatically
  days_until_due INTEGER,
  anchor INTEGER,                       -- unix seconds, as all times here; null until Stripe has it
  period_start INTEGER,
  period_end INTEGER,
  cancel_at INTEGER,
  ended_at INTEGER,
  pause TEXT,                           -- keep_as_draft | mark_uncollectible | void; null while it collects
  resumes_at INTEGER,
  next_at INTEGER,                      -- when Stripe makes the next invoice; null when it makes none
  latest_invoice TEXT,
  content TEXT NOT NULL CHECK (json_valid(content)),   -- RecurringContent of the contract
  preview TEXT CHECK (preview IS NULL OR json_valid(preview)),  -- what Stripe said the next invoice will be
  preview_at INTEGER,                   -- null asks Stripe anew
  created INTEGER NOT NULL,
  standing TEXT NOT NULL GENERATED ALWAYS AS (CASE
    WHEN work = 'review' THEN 'needs-review'
    WHEN work IS NOT NULL THEN work
    WHEN status IN ('canceled', 'incomplete_expired') THEN 'ended'
    WHEN pause IS NOT NULL OR status = 'paused' THEN 'paused'
    WHEN status IN ('past_due', 'unpaid') THEN 'past-due'
    WHEN status = 'incomplete' THEN 'incomplete'
    WHEN cancel_at IS NOT NULL THEN 'ending'
    ELSE 'active' END) VIRTUAL,
  next_sort INTEGER NOT NULL GENERATED ALWAYS AS (ifnull(next_at, 9999999999)) VIRTUAL  -- without a next invoice comes last
) STRICT;
CREATE INDEX subscription_by_next ON subscription (next_sort, seq);
CREATE INDEX subscription_by_customer ON subscription (customer_sort, seq);
CREATE INDEX subscription_by_created ON subscription (created, seq);
CREATE INDEX subscription_by_amount ON subscription (amount, seq);
CREATE INDEX subscription_of_customer ON subscription (customer_id);
CREATE INDEX subscription_of_stripe_customer ON subscription (customer_stripe_id);

-- What a recurring invoice uses of the catalogue, by our ids.
CREATE TABLE recurring_use (
  kind TEXT NOT NULL CHECK (kind IN ('price', 'tax-rate', 'coupon')),
  id TEXT NOT NULL,
  subscription_seq INTEGER NOT NULL,
  PRIMARY KEY (kind, id, subscription_seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX recurring_use_of_subscription ON recurring_use (subscription_seq);

ALTER TABLE invoice ADD COLUMN subscription_stripe_id TEXT;
UPDATE invoice SET subscription_stripe_id = (
  SELECT json ->> '$.parent.subscription_details.subscription' FROM stripe_object WHERE id = invoice.stripe_id)
WHERE stripe_id IS NOT NULL;
CREATE INDEX invoice_of_subscription ON invoice (subscription_stripe_id, issue_day, seq) WHERE subscription_stripe_id IS NOT NULL;
-- Every filter and every sum of recurring invoices, as invoice_facts has them for all.
CREATE INDEX invoice_recurring ON invoice (deleted, status, currency, due_day, total, amount_remaining, customer_id, issue_day, paid_day, standing)
  WHERE subscription_stripe_id IS NOT NULL;
`;
