// The first schema: mirror of Stripe, our own drafts, the outbox, the event position.
// Tables that mirror Stripe have no foreign keys, because things arrive in any order; our own have.
import { APPLICATION_ID } from '../pragmas.ts';

const AMOUNT = (name: string): string =>
  `${name} INTEGER NOT NULL DEFAULT 0 CHECK (abs(${name}) < 9007199254740992)`;

export const first = `
PRAGMA application_id = ${APPLICATION_ID};

CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE setting (key TEXT PRIMARY KEY, json TEXT NOT NULL CHECK (json_valid(json))) STRICT, WITHOUT ROWID;

-- What Stripe said, whole: unknown fields and types are kept. 'deleted' marks a tombstone.
CREATE TABLE stripe_object (
  id TEXT PRIMARY KEY,
  type TEXT NOT NULL,
  created INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0,
  json TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX stripe_object_by_type ON stripe_object (type, created);

CREATE TABLE customer (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,              -- ours for one made here, else Stripe's
  stripe_id TEXT UNIQUE,                -- null until Stripe has answered
  name TEXT NOT NULL,
  name_sort TEXT NOT NULL,              -- sortKey(name) of shared/domain/sort-key.ts
  email TEXT NOT NULL DEFAULT '',
  country TEXT,
  currency TEXT,
  reference TEXT NOT NULL DEFAULT '',
  fields TEXT NOT NULL CHECK (json_valid(fields)),   -- CustomerFields of the contract
  created INTEGER NOT NULL,             -- unix seconds
  archived INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0,   -- deleted at Stripe
  work TEXT CHECK (work IN ('queued', 'failed')),
  -- Kept by triggers on invoice. open_rank adds minor units of all currencies: only for putting customers in order.
  invoice_count INTEGER NOT NULL DEFAULT 0,
  open_rank INTEGER NOT NULL DEFAULT 0,
  last_invoiced INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX customer_by_name ON customer (deleted, name_sort, seq, archived);
CREATE INDEX customer_by_created ON customer (deleted, created, seq, archived);
CREATE INDEX customer_by_open ON customer (deleted, open_rank, seq, archived);
CREATE INDEX customer_by_invoices ON customer (deleted, invoice_count, seq, archived);
CREATE INDEX customer_by_use ON customer (deleted, last_invoiced, seq, archived);
CREATE INDEX customer_by_email ON customer (deleted, email COLLATE NOCASE, seq);

CREATE TABLE tax_rate (
  id TEXT PRIMARY KEY,
  stripe_id TEXT UNIQUE,
  name TEXT NOT NULL,
  percentage TEXT NOT NULL,
  inclusive INTEGER NOT NULL,
  country TEXT,
  active INTEGER NOT NULL,
  created INTEGER NOT NULL,
  work TEXT CHECK (work IN ('queued', 'failed'))
) STRICT, WITHOUT ROWID;

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
  ${AMOUNT('subtotal')},
  ${AMOUNT('discount')},
  ${AMOUNT('tax')},
  ${AMOUNT('total')},
  ${AMOUNT('amount_due')},
  ${AMOUNT('amount_paid')},
  ${AMOUNT('amount_remaining')},
  ${AMOUNT('amount_paid_off_stripe')},
  ${AMOUNT('amount_refunded')},         -- succeeded refunds of its payments
  ${AMOUNT('amount_refund_pending')},
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
  ${AMOUNT('amount')},
  ${AMOUNT('amount_received')},
  ${AMOUNT('amount_refunded')},
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
  ${AMOUNT('amount')},
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
  ${AMOUNT('amount')},
  ${AMOUNT('fee')},
  ${AMOUNT('net')},
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
  ${AMOUNT('amount')},
  reason TEXT NOT NULL,
  due_by INTEGER,
  created INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX dispute_by_payment ON dispute (payment_id);

-- Every event seen, for de-duplication and the timeline; kept at least 35 days.
CREATE TABLE event (
  id TEXT PRIMARY KEY,
  created INTEGER NOT NULL,
  type TEXT NOT NULL,
  object_id TEXT,
  invoice_stripe_id TEXT,
  idempotency_key TEXT,
  summary TEXT NOT NULL DEFAULT ''      -- what a timeline needs of the snapshot, as JSON; no personal data beyond the mirror's
) STRICT, WITHOUT ROWID;
CREATE INDEX event_by_created ON event (created);
CREATE INDEX event_by_object ON event (object_id, created);
CREATE INDEX event_by_invoice ON event (invoice_stripe_id, created);
CREATE INDEX event_by_key ON event (idempotency_key) WHERE idempotency_key IS NOT NULL;

-- Position of the poller and of each resource's back-fill.
CREATE TABLE sync_position (
  name TEXT PRIMARY KEY,
  json TEXT NOT NULL CHECK (json_valid(json))
) STRICT, WITHOUT ROWID;

-- A command's reply, so that a repeated command changes nothing and answers the same.
CREATE TABLE command (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  reply TEXT NOT NULL CHECK (json_valid(reply)),
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE operation (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  title TEXT NOT NULL,
  subject_kind TEXT,
  subject_id TEXT,
  amount INTEGER,
  currency TEXT,
  state TEXT NOT NULL CHECK (state IN ('queued', 'sending', 'waiting', 'checking', 'needs-review', 'failed', 'done', 'canceled')),
  explanation TEXT NOT NULL DEFAULT '',
  created_at INTEGER NOT NULL,          -- unix seconds
  finished_at INTEGER
) STRICT;
CREATE INDEX operation_active ON operation (state, seq);
CREATE INDEX operation_by_subject ON operation (subject_id, seq);

-- One row, one POST, one key for life.
CREATE TABLE outbox (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  operation_id TEXT NOT NULL REFERENCES operation (id),
  position INTEGER NOT NULL,
  generation INTEGER NOT NULL DEFAULT 1,-- a retry after a refusal is a new row with a new key
  title TEXT NOT NULL,
  intent TEXT NOT NULL CHECK (json_valid(intent)),   -- what to do, with references to things that may not be at Stripe yet
  request TEXT CHECK (request IS NULL OR json_valid(request)),  -- frozen before the first attempt
  idempotency_key TEXT NOT NULL UNIQUE,
  state TEXT NOT NULL CHECK (state IN ('queued', 'sending', 'waiting', 'checking', 'needs-review', 'failed', 'done', 'canceled')),
  attempts INTEGER NOT NULL DEFAULT 0,
  floor INTEGER NOT NULL,               -- Stripe's clock (unix seconds) before anything of it can have happened
  server_error_at INTEGER,              -- Stripe's clock when it answered 5xx: from then on never repeated blindly
  next_attempt_at INTEGER,              -- milliseconds of the local clock
  result_id TEXT,                       -- id of the Stripe object that came of it
  request_id TEXT,
  error TEXT CHECK (error IS NULL OR json_valid(error)),
  UNIQUE (operation_id, position, generation)
) STRICT;
CREATE INDEX outbox_active ON outbox (state, seq);

-- Files made or downloaded once and kept: Stripe's own PDFs, the logo.
CREATE TABLE blob (
  key TEXT PRIMARY KEY,
  media_type TEXT NOT NULL,
  bytes BLOB NOT NULL,
  created INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Rows whose search entry is still to be made: the back-fill writes first and indexes later.
CREATE TABLE search_queue (
  kind TEXT NOT NULL CHECK (kind IN ('invoice', 'customer', 'payment')),
  seq INTEGER NOT NULL,
  PRIMARY KEY (kind, seq)
) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE invoice_search USING fts5 (text, content='', contentless_delete=1, tokenize='trigram remove_diacritics 1');
CREATE VIRTUAL TABLE customer_search USING fts5 (text, content='', contentless_delete=1, tokenize='trigram remove_diacritics 1');
CREATE VIRTUAL TABLE payment_search USING fts5 (text, content='', contentless_delete=1, tokenize='trigram remove_diacritics 1');
`;
