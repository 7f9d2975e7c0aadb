// Items, prices and coupons, in tables of their own.

export const catalogue = `
CREATE TABLE product (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,              -- ours for one made here, else Stripe's
  stripe_id TEXT UNIQUE,                -- null until Stripe has answered
  name TEXT NOT NULL,
  name_sort TEXT NOT NULL,              -- sortKey(name) of shared/domain/sort-key.ts
  description TEXT NOT NULL DEFAULT '',
  unit_label TEXT NOT NULL DEFAULT '',
  words TEXT NOT NULL,                  -- what it is found by, folded like a sort key
  default_price TEXT,                   -- Stripe's id
  active INTEGER NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0,   -- deleted at Stripe
  created INTEGER NOT NULL,             -- unix seconds
  work TEXT CHECK (work IN ('queued', 'failed'))
) STRICT;
CREATE INDEX product_by_name ON product (deleted, active, name_sort, seq);
CREATE INDEX product_by_created ON product (deleted, active, created, seq);

CREATE TABLE price (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  stripe_id TEXT UNIQUE,
  product_id TEXT,                      -- ours; null until the item is known
  product_stripe_id TEXT,
  currency TEXT NOT NULL,
  unit_amount_decimal TEXT,             -- null where Stripe works it out by tiers
  interval TEXT,                        -- null is paid once
  interval_count INTEGER,
  label TEXT NOT NULL DEFAULT '',
  active INTEGER NOT NULL,
  created INTEGER NOT NULL,
  work TEXT CHECK (work IN ('queued', 'failed'))
) STRICT;
CREATE INDEX price_of_product ON price (product_id, active, seq);
CREATE INDEX price_of_stripe_product ON price (product_stripe_id);

CREATE TABLE coupon (
  id TEXT PRIMARY KEY,                  -- the same here and at Stripe
  name TEXT NOT NULL,
  percent_off TEXT,
  amount_off INTEGER CHECK (abs(amount_off) < 9007199254740992),
  currency TEXT,
  duration TEXT NOT NULL,
  months INTEGER,
  valid INTEGER NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0,
  redeemed INTEGER NOT NULL DEFAULT 0,
  created INTEGER NOT NULL,
  work TEXT CHECK (work IN ('queued', 'failed'))
) STRICT, WITHOUT ROWID;

-- Which invoices and drafts use a tax rate or an item; worked out together with their search entry.
CREATE TABLE catalogue_use (
  kind TEXT NOT NULL CHECK (kind IN ('tax-rate', 'product')),
  id TEXT NOT NULL,                     -- ours
  invoice_seq INTEGER NOT NULL,
  PRIMARY KEY (kind, id, invoice_seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX catalogue_use_of_invoice ON catalogue_use (invoice_seq);
INSERT OR IGNORE INTO search_queue (kind, seq) SELECT 'invoice', seq FROM invoice;

INSERT OR IGNORE INTO apply_again SELECT id FROM stripe_object
  WHERE type IN ('coupon', 'product', 'price') AND deleted = 0;`;
