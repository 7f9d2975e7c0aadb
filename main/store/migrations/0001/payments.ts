// Payments, refunds, fees and disputes.
import { amountColumn } from './amount-column.ts';

export const payments = `
CREATE TABLE invoice_payment (
  id TEXT PRIMARY KEY,
  invoice_stripe_id TEXT NOT NULL,
  payment_id TEXT,                      -- payment intent, else charge
  amount_paid INTEGER,
  status TEXT NOT NULL,
  created INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX invoice_payment_by_invoice ON invoice_payment (invoice_stripe_id);
CREATE INDEX invoice_payment_by_payment ON invoice_payment (payment_id);

CREATE TABLE payment (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,              -- payment intent, else charge
  charge_id TEXT,                       -- the latest
  invoice_stripe_id TEXT,
  customer_stripe_id TEXT,
  customer_name TEXT NOT NULL DEFAULT '',
  method TEXT NOT NULL DEFAULT '',      -- in words, such as "Visa 4242"
  status TEXT NOT NULL,                 -- payment intent status
  currency TEXT NOT NULL,
  ${amountColumn('amount')},
  ${amountColumn('amount_received')},
  ${amountColumn('amount_refunded')},
  failure_code TEXT,
  balance_transaction_id TEXT,
  created INTEGER NOT NULL,
  day TEXT NOT NULL
) STRICT;
CREATE INDEX payment_by_invoice ON payment (invoice_stripe_id);
CREATE INDEX payment_by_charge ON payment (charge_id);
CREATE INDEX payment_by_created ON payment (created, seq, status);
CREATE INDEX payment_by_status ON payment (status, created, seq);
CREATE INDEX payment_of_stripe_customer ON payment (customer_stripe_id);
CREATE INDEX payment_by_customer ON payment (customer_name COLLATE NOCASE, seq);
CREATE INDEX payment_sums ON payment (status, currency, amount);

CREATE TABLE refund (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,              -- the outbox step's id until Stripe has answered, else Stripe's
  stripe_id TEXT UNIQUE,
  operation_id TEXT,                    -- ours, when made here
  payment_id TEXT,
  charge_id TEXT,
  currency TEXT NOT NULL,
  ${amountColumn('amount')},
  status TEXT NOT NULL,                 -- Stripe's, or 'queued' / 'needs-review'
  reason TEXT,
  failure_reason TEXT,
  note TEXT NOT NULL DEFAULT '',
  balance_transaction_id TEXT,
  created INTEGER NOT NULL,
  day TEXT NOT NULL
) STRICT;
CREATE INDEX refund_by_payment ON refund (payment_id);
CREATE INDEX refund_by_created ON refund (created, seq, status);
CREATE INDEX refund_by_status ON refund (status, created, seq);
CREATE INDEX refund_sums ON refund (status, currency, amount);

CREATE TABLE balance_transaction (
  id TEXT PRIMARY KEY,
  type TEXT NOT NULL,
  source TEXT,
  currency TEXT NOT NULL,               -- of settlement
  ${amountColumn('amount')},
  ${amountColumn('fee')},
  ${amountColumn('net')},
  created INTEGER NOT NULL,
  available_on INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX balance_transaction_by_source ON balance_transaction (source);

CREATE TABLE dispute (
  id TEXT PRIMARY KEY,
  charge_id TEXT NOT NULL,
  payment_id TEXT,
  status TEXT NOT NULL,
  currency TEXT NOT NULL,
  ${amountColumn('amount')},
  reason TEXT NOT NULL,
  due_by INTEGER,
  created INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX dispute_by_payment ON dispute (payment_id);
`;
