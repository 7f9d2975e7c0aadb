// Settings, what Stripe said, customers and tax rates.

export const customers = `
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE setting (key TEXT PRIMARY KEY, json TEXT NOT NULL CHECK (json_valid(json))) STRICT, WITHOUT ROWID;

-- What Stripe said, whole: unknown fields and types are kept. 'deleted' marks a tombstone.
CREATE TABLE stripe_object (
  id TEXT PRIMARY KEY,
  type TEXT NOT NULL,
  created INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0,
  json TEXT NOT NULL
) STRICT;
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
`;
