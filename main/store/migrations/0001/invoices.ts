// Invoices, their indexes, what is counted of them, and our drafts.
import { amountColumn } from './amount-column.ts';

export const invoices = `
CREATE TABLE invoice (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,              -- ours for one drafted here, else Stripe's
  stripe_id TEXT UNIQUE,
  number TEXT,
  number_sort TEXT NOT NULL,            -- sortKey(number ?? '')
  status TEXT NOT NULL CHECK (status IN ('draft', 'open', 'paid', 'uncollectible', 'void')),
  work TEXT CHECK (work IN ('queued', 'sending', 'failed', 'review')),  -- what the outbox is doing with it
  deleted INTEGER NOT NULL DEFAULT 0,
  customer_id TEXT,                     -- our id
  customer_stripe_id TEXT,
  customer_name TEXT NOT NULL DEFAULT '',
  customer_sort TEXT NOT NULL,          -- sortKey(customer_name)
  customer_email TEXT NOT NULL DEFAULT '',
  currency TEXT NOT NULL,
  ${amountColumn('subtotal')},
  ${amountColumn('discount')},
  ${amountColumn('tax')},
  ${amountColumn('total')},
  ${amountColumn('amount_due')},
  ${amountColumn('amount_paid')},
  ${amountColumn('amount_remaining')},
  ${amountColumn('amount_paid_off_stripe')},
  ${amountColumn('amount_refunded')},         -- succeeded refunds of its payments
  ${amountColumn('amount_refund_pending')},
  disputed INTEGER NOT NULL DEFAULT 0,  -- an open dispute on one of its payments
  processing INTEGER NOT NULL DEFAULT 0,-- a payment is processing
  issue_day TEXT NOT NULL,              -- calendar day in the business's zone; day of creation for drafts
  due_day TEXT,
  paid_day TEXT,
  created INTEGER NOT NULL,
  finalized_at INTEGER,
  sent_at INTEGER,
  paid_at INTEGER,
  po_number TEXT NOT NULL DEFAULT '',
  memo TEXT NOT NULL DEFAULT '',
  internal_note TEXT NOT NULL DEFAULT '',
  -- The badge but for the day: 'open' and 'partially-paid' are 'past-due' once due_day is before today.
  standing TEXT NOT NULL GENERATED ALWAYS AS (CASE
    WHEN work = 'review' THEN 'needs-review'
    WHEN work = 'failed' THEN 'send-failed'
    WHEN work IS NOT NULL THEN work
    WHEN disputed <> 0 THEN 'disputed'
    WHEN amount_refunded > 0 AND amount_refunded >= amount_paid THEN 'refunded'
    WHEN amount_refunded > 0 THEN 'partially-refunded'
    WHEN amount_refund_pending > 0 THEN 'refund-pending'
    WHEN processing <> 0 THEN 'processing'
    WHEN status = 'open' AND amount_paid > 0 THEN 'partially-paid'
    ELSE status END) VIRTUAL,
  due_sort TEXT NOT NULL GENERATED ALWAYS AS (ifnull(due_day, '9999-12-31')) VIRTUAL  -- without a due date comes last
) STRICT;

-- One index for each order of the list: a page is a walk along one part per status, merged.
CREATE INDEX invoice_by_issue ON invoice (deleted, status, issue_day, seq, currency, due_day);
CREATE INDEX invoice_by_due ON invoice (deleted, status, due_sort, seq, currency, due_day);
CREATE INDEX invoice_by_number ON invoice (deleted, status, number_sort, seq, currency, due_day);
CREATE INDEX invoice_by_customer ON invoice (deleted, status, customer_sort, seq, currency, due_day);
CREATE INDEX invoice_by_total ON invoice (deleted, status, total, seq, currency, due_day);
CREATE INDEX invoice_by_balance ON invoice (deleted, status, amount_remaining, seq, currency, due_day);
-- Every filter and every sum, so that counts never touch the table itself.
CREATE INDEX invoice_facts ON invoice (deleted, status, currency, due_day, total, amount_remaining, customer_id, issue_day, paid_day, standing);
CREATE INDEX invoice_of_customer ON invoice (deleted, customer_id, status, currency, due_day, amount_remaining, issue_day);
CREATE INDEX invoice_of_stripe_customer ON invoice (customer_stripe_id);
CREATE INDEX invoice_by_standing ON invoice (deleted, standing, issue_day, seq);
CREATE INDEX invoice_by_paid ON invoice (deleted, paid_day, currency, amount_paid);
CREATE INDEX invoice_exact_number ON invoice (number);
CREATE INDEX invoice_exact_customer ON invoice (customer_sort);

-- Things arrive in any order: a customer may come after its invoices.
CREATE TRIGGER customer_added AFTER INSERT ON customer BEGIN
  UPDATE customer SET (invoice_count, open_rank, last_invoiced) = (
    SELECT count(*), ifnull(sum(iif(status = 'open', amount_remaining, 0)), 0), ifnull(max(created), 0)
    FROM invoice WHERE customer_id = new.id AND deleted = 0)
  WHERE seq = new.seq;
END;
CREATE TRIGGER invoice_added AFTER INSERT ON invoice WHEN new.customer_id IS NOT NULL AND new.deleted = 0 BEGIN
  UPDATE customer SET invoice_count = invoice_count + 1,
    open_rank = open_rank + iif(new.status = 'open', new.amount_remaining, 0),
    last_invoiced = max(last_invoiced, new.created) WHERE id = new.customer_id;
END;
CREATE TRIGGER invoice_removed AFTER DELETE ON invoice WHEN old.customer_id IS NOT NULL AND old.deleted = 0 BEGIN
  UPDATE customer SET invoice_count = invoice_count - 1,
    open_rank = open_rank - iif(old.status = 'open', old.amount_remaining, 0) WHERE id = old.customer_id;
END;
CREATE TRIGGER invoice_changed AFTER UPDATE OF customer_id, deleted, status, amount_remaining ON invoice
WHEN old.customer_id IS NOT new.customer_id OR old.deleted <> new.deleted OR old.status <> new.status
  OR old.amount_remaining <> new.amount_remaining BEGIN
  UPDATE customer SET invoice_count = invoice_count - 1,
    open_rank = open_rank - iif(old.status = 'open', old.amount_remaining, 0) WHERE id = old.customer_id AND old.deleted = 0;
  UPDATE customer SET invoice_count = invoice_count + 1,
    open_rank = open_rank + iif(new.status = 'open', new.amount_remaining, 0),
    last_invoiced = max(last_invoiced, new.created) WHERE id = new.customer_id AND new.deleted = 0;
END;

CREATE TABLE draft (
  invoice_id TEXT PRIMARY KEY REFERENCES invoice (id) ON DELETE CASCADE,
  content TEXT NOT NULL CHECK (json_valid(content)),
  revision INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
`;
