// Disputes as a list with all that Stripe tells of them, and the answers to them before they are sent.
import { amountColumn } from './0001/amount-column.ts';

export const disputes = `
CREATE TABLE dispute_again (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  charge_id TEXT NOT NULL,
  payment_id TEXT,
  status TEXT NOT NULL,                 -- Stripe's
  standing TEXT NOT NULL GENERATED ALWAYS AS (CASE
    WHEN status IN ('needs_response', 'warning_needs_response', 'appeal_needs_response') THEN 'needs-answer'
    WHEN status IN ('won', 'lost') THEN status
    WHEN status IN ('warning_closed', 'prevented') THEN 'closed'
    ELSE 'under-review' END) VIRTUAL,
  currency TEXT NOT NULL,
  ${amountColumn('amount')},
  reason TEXT NOT NULL,
  network_reason TEXT,
  due_by INTEGER,                       -- unix seconds; null when the bank takes no answer
  refundable INTEGER NOT NULL DEFAULT 0 CHECK (refundable IN (0, 1)),
  has_evidence INTEGER NOT NULL DEFAULT 0 CHECK (has_evidence IN (0, 1)),
  submissions INTEGER NOT NULL DEFAULT 0,
  was_late INTEGER NOT NULL DEFAULT 0 CHECK (was_late IN (0, 1)),
  created INTEGER NOT NULL,
  day TEXT NOT NULL
) STRICT;
INSERT INTO dispute_again (id, charge_id, payment_id, status, currency, amount, reason, due_by, created, day)
  SELECT id, charge_id, payment_id, status, currency, amount, reason, due_by, created, date(created, 'unixepoch') FROM dispute
  ORDER BY created, id;
DROP TABLE dispute;
ALTER TABLE dispute_again RENAME TO dispute;
CREATE INDEX dispute_by_payment ON dispute (payment_id);
CREATE INDEX dispute_by_created ON dispute (created, seq, standing);
CREATE INDEX dispute_by_standing ON dispute (standing, created, seq, currency, amount);

-- What the bookkeeper writes, until Stripe has it: by Stripe's name of the field.
CREATE TABLE dispute_answer (
  dispute_id TEXT PRIMARY KEY,
  texts TEXT NOT NULL CHECK (json_valid(texts)),
  changed_at INTEGER NOT NULL           -- unix seconds
) STRICT, WITHOUT ROWID;

-- One file a field. The bytes are in \`blob\` until they are at Stripe.
CREATE TABLE dispute_file (
  id TEXT PRIMARY KEY,                  -- ours
  dispute_id TEXT NOT NULL,
  field TEXT NOT NULL,                  -- Stripe's name
  name TEXT NOT NULL,
  media_type TEXT NOT NULL,
  size INTEGER NOT NULL,                -- bytes
  stripe_id TEXT,                       -- once it was uploaded
  removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1)),  -- stands for what Stripe has in the field and is to lose
  UNIQUE (dispute_id, field)
) STRICT, WITHOUT ROWID;

INSERT INTO apply_again SELECT id FROM stripe_object WHERE deleted = 0 AND type = 'dispute' AND true
  ON CONFLICT DO NOTHING;
`;
