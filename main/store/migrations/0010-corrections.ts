// Credit notes in a table of their own, which refunds they stand for, and what a person has said needs nothing more.
import { amountColumn } from './0001/amount-column.ts';

export const corrections = `
CREATE TABLE credit_note (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,              -- the operation's id for one made here, else Stripe's
  stripe_id TEXT UNIQUE,                -- null until Stripe has answered
  operation_id TEXT,                    -- the mark in Stripe's metadata, when made here
  number TEXT,
  invoice_stripe_id TEXT NOT NULL,
  status TEXT NOT NULL,                 -- Stripe's, or 'queued' / 'failed' / 'needs-review'
  reason TEXT,
  memo TEXT NOT NULL DEFAULT '',
  currency TEXT NOT NULL,
  ${amountColumn('amount')},            -- with its taxes
  ${amountColumn('tax')},
  ${amountColumn('pre_payment')},       -- taken off what is owed
  ${amountColumn('post_payment')},      -- given back of what was paid: the three below
  ${amountColumn('refunded')},
  ${amountColumn('to_balance')},
  ${amountColumn('outside')},
  created INTEGER NOT NULL,             -- unix seconds
  day TEXT NOT NULL                     -- printed date, in the business's zone
) STRICT;
CREATE INDEX credit_note_of_invoice ON credit_note (invoice_stripe_id, created);
CREATE INDEX credit_note_by_created ON credit_note (created, seq, status);
CREATE INDEX credit_note_by_status ON credit_note (status, created, seq);
CREATE INDEX credit_note_by_number ON credit_note (number);
CREATE INDEX credit_note_sums ON credit_note (status, currency, amount);

-- Which refunds an issued credit note stands for.
CREATE TABLE credited_refund (
  credit_note_stripe_id TEXT NOT NULL,
  refund_stripe_id TEXT NOT NULL,
  ${amountColumn('amount')},
  PRIMARY KEY (credit_note_stripe_id, refund_stripe_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX credited_refund_by_refund ON credited_refund (refund_stripe_id);

-- Refunds and credit notes without their counterpart that need nothing more, as a person has said.
CREATE TABLE correction_settled (
  stripe_id TEXT PRIMARY KEY,
  note TEXT NOT NULL,
  at INTEGER NOT NULL                   -- unix seconds
) STRICT, WITHOUT ROWID;

INSERT OR IGNORE INTO apply_again SELECT id FROM stripe_object WHERE type = 'credit_note' AND deleted = 0;`;
