// Statements of the bank: their lines as the bank wrote them, and what a person has said of them.
import { amountColumn } from './0001/amount-column.ts';

const balance = (name: string): string => `${name} INTEGER CHECK (abs(${name}) < 9007199254740992)`;

export const bank = `
CREATE TABLE bank_statement (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  file_name TEXT NOT NULL,
  format TEXT NOT NULL,                 -- csv, ofx or camt.053
  account TEXT NOT NULL,                -- IBAN or number, or what the person calls it
  currency TEXT NOT NULL,
  ${balance('opening')},                -- null where the file does not say
  ${balance('closing')},
  ${balance('unexplained')},            -- what the lines of the file leave between the two
  first_day TEXT NOT NULL,              -- of the lines of the file, those that were known included
  last_day TEXT NOT NULL,
  known INTEGER NOT NULL,               -- lines that an earlier file had brought
  left_out INTEGER NOT NULL,            -- rows that are no lines, or are not booked yet
  imported_at INTEGER NOT NULL          -- unix seconds
) STRICT;

CREATE TABLE bank_line (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  statement_id TEXT NOT NULL REFERENCES bank_statement (id) ON DELETE CASCADE,
  account TEXT NOT NULL,
  identity TEXT NOT NULL,               -- by the bank's id, or a hash of its content and which of equal ones it is
  day TEXT NOT NULL,                    -- of the bank's, in no zone
  currency TEXT NOT NULL,
  ${amountColumn('amount')},            -- positive comes in
  counterparty TEXT NOT NULL,
  text TEXT NOT NULL,
  UNIQUE (account, identity)
) STRICT;
CREATE INDEX bank_line_by_day ON bank_line (day, seq);
CREATE INDEX bank_line_of_statement ON bank_line (statement_id);
CREATE TRIGGER bank_line_kept BEFORE UPDATE ON bank_line BEGIN SELECT RAISE(ABORT, 'what the bank wrote is never changed'); END;

-- What a person has said; what is found without one is worked out anew and kept nowhere.
CREATE TABLE bank_match (
  line_id TEXT PRIMARY KEY REFERENCES bank_line (id) ON DELETE CASCADE,
  payout_id TEXT NOT NULL UNIQUE,       -- Stripe's: one payout is one deposit
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE bank_aside (
  line_id TEXT PRIMARY KEY REFERENCES bank_line (id) ON DELETE CASCADE,
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE bank_apart (
  line_id TEXT NOT NULL REFERENCES bank_line (id) ON DELETE CASCADE,
  payout_id TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (line_id, payout_id)
) STRICT, WITHOUT ROWID;

-- How files with these columns are read, as a person has said.
CREATE TABLE bank_csv_shape (
  shape TEXT PRIMARY KEY,
  mapping TEXT NOT NULL CHECK (json_valid(mapping)),
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
`;
