// Events, positions of the synchronisation, commands and the outbox.

export const work = `
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
CREATE INDEX event_finalized ON event (created, object_id) WHERE type = 'invoice.finalized';
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
`;
