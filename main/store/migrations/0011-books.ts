// The journal: entries and their postings, which are only ever added, and what still waits to be posted.
import { amountColumn } from './0001/amount-column.ts';

/** Types of Stripe's objects from which entries follow. */
const BOOKED = `('invoice', 'invoice_payment', 'credit_note', 'balance_transaction', 'charge', 'refund', 'dispute', 'payout')`;

export const books = `
CREATE TABLE journal_entry (
  seq INTEGER PRIMARY KEY,              -- 1, 2, 3, … without a gap
  case_id TEXT NOT NULL,                -- Stripe's id of the object whose case it belongs to
  cause TEXT NOT NULL,                  -- what happened and to what, such as 'invoice.finalized:in_1'
  version INTEGER NOT NULL,             -- 1; each correction of the same cause is the next
  day TEXT NOT NULL,
  posted_at INTEGER NOT NULL,           -- unix seconds
  chain TEXT NOT NULL,                  -- hash of this entry and of the chain before it
  UNIQUE (cause, version)
) STRICT;
CREATE INDEX journal_entry_of_case ON journal_entry (case_id, seq);
CREATE INDEX journal_entry_by_day ON journal_entry (day, seq);

CREATE TABLE posting (
  entry_seq INTEGER NOT NULL,
  line INTEGER NOT NULL,
  account INTEGER NOT NULL,             -- a number of the chart
  sub TEXT NOT NULL,                    -- of its sub-ledger; empty where it has none
  currency TEXT NOT NULL,
  ${amountColumn('amount')},            -- debits are positive
  PRIMARY KEY (entry_seq, line)
) STRICT, WITHOUT ROWID;
CREATE INDEX posting_of_account ON posting (account, sub, entry_seq);

-- The sum of every account by month. Kept by the trigger below, and compared with the postings when the books are verified.
CREATE TABLE ledger_sum (
  account INTEGER NOT NULL,
  sub TEXT NOT NULL,
  currency TEXT NOT NULL,
  month TEXT NOT NULL,                  -- '2026-11'
  ${amountColumn('debit')},
  ${amountColumn('credit')},            -- positive
  PRIMARY KEY (account, sub, currency, month)
) STRICT, WITHOUT ROWID;

-- The same over all parts of an account, of which some have as many as there are payments: what every screen asks for.
CREATE TABLE account_sum (
  account INTEGER NOT NULL,
  currency TEXT NOT NULL,
  month TEXT NOT NULL,
  ${amountColumn('debit')},
  ${amountColumn('credit')},            -- positive
  PRIMARY KEY (account, currency, month)
) STRICT, WITHOUT ROWID;

-- An entry is written after its postings and seals them: it must be the next one, and balance in every currency.
CREATE TRIGGER journal_entry_sealed BEFORE INSERT ON journal_entry
WHEN new.seq IS NOT (SELECT ifnull(max(seq), 0) + 1 FROM journal_entry)
  OR NOT EXISTS (SELECT 1 FROM posting WHERE entry_seq = new.seq)
  OR EXISTS (SELECT 1 FROM posting WHERE entry_seq = new.seq GROUP BY currency HAVING sum(amount) <> 0)
BEGIN SELECT RAISE(ABORT, 'an entry is the next one, and balances'); END;
CREATE TRIGGER journal_entry_summed AFTER INSERT ON journal_entry BEGIN
  INSERT INTO ledger_sum (account, sub, currency, month, debit, credit)
  SELECT account, sub, currency, substr(new.day, 1, 7), max(amount, 0), max(-amount, 0) FROM posting WHERE entry_seq = new.seq
  ON CONFLICT DO UPDATE SET debit = debit + excluded.debit, credit = credit + excluded.credit;
  INSERT INTO account_sum (account, currency, month, debit, credit)
  SELECT account, currency, substr(new.day, 1, 7), max(amount, 0), max(-amount, 0) FROM posting WHERE entry_seq = new.seq
  ON CONFLICT DO UPDATE SET debit = debit + excluded.debit, credit = credit + excluded.credit;
END;
CREATE TRIGGER posting_before_its_entry BEFORE INSERT ON posting
WHEN EXISTS (SELECT 1 FROM journal_entry WHERE seq = new.entry_seq)
BEGIN SELECT RAISE(ABORT, 'an entry is never added to'); END;
CREATE TRIGGER journal_entry_kept BEFORE UPDATE ON journal_entry BEGIN SELECT RAISE(ABORT, 'the journal is never changed'); END;
CREATE TRIGGER journal_entry_stays BEFORE DELETE ON journal_entry BEGIN SELECT RAISE(ABORT, 'the journal is never changed'); END;
CREATE TRIGGER posting_kept BEFORE UPDATE ON posting BEGIN SELECT RAISE(ABORT, 'the journal is never changed'); END;
CREATE TRIGGER posting_stays BEFORE DELETE ON posting BEGIN SELECT RAISE(ABORT, 'the journal is never changed'); END;

-- Objects that are new or have changed since they were last posted: written with them, so that none is forgotten.
CREATE TABLE posting_due (
  id TEXT PRIMARY KEY,
  type TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TRIGGER stripe_object_added_due AFTER INSERT ON stripe_object WHEN new.type IN ${BOOKED} BEGIN
  INSERT INTO posting_due (id, type) VALUES (new.id, new.type) ON CONFLICT (id) DO NOTHING;
END;
CREATE TRIGGER stripe_object_changed_due AFTER UPDATE OF json, deleted ON stripe_object WHEN new.type IN ${BOOKED} BEGIN
  INSERT INTO posting_due (id, type) VALUES (new.id, new.type) ON CONFLICT (id) DO NOTHING;
END;
INSERT INTO posting_due (id, type) SELECT id, type FROM stripe_object WHERE type IN ${BOOKED};
-- Of the kept objects, which do not wait until they are applied once more.
CREATE INDEX kept_note_of_invoice ON stripe_object (json ->> '$.invoice') WHERE type = 'credit_note';

-- Cases whose books do not agree with what Stripe says of them, since they were last posted.
CREATE TABLE books_problem (
  case_id TEXT PRIMARY KEY,
  rule TEXT NOT NULL,
  currency TEXT NOT NULL,
  ${amountColumn('expected')},
  ${amountColumn('found')}
) STRICT, WITHOUT ROWID;
`;
