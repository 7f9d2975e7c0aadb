// The table of postings with checks that cost nothing: a bound on amounts without a function, and a trigger that ends the transaction.
// A trigger that may abort one statement, and a check that calls a function, make SQLite keep a copy of every page that a statement
// touches, to be able to undo just that; nobody ever goes on after half an entry.

export const postingChecks = `
DROP TRIGGER journal_entry_sealed;
DROP TRIGGER journal_entry_summed;
CREATE TABLE posting_again (
  entry_seq INTEGER NOT NULL,
  line INTEGER NOT NULL,
  account INTEGER NOT NULL,             -- a number of the chart
  sub TEXT NOT NULL,                    -- of its sub-ledger; empty where it has none
  currency TEXT NOT NULL,
  amount INTEGER NOT NULL CHECK (amount BETWEEN -9007199254740991 AND 9007199254740991),  -- debits are positive
  day TEXT NOT NULL DEFAULT '',         -- of its entry
  PRIMARY KEY (entry_seq, line)
) STRICT, WITHOUT ROWID;
INSERT INTO posting_again (entry_seq, line, account, sub, currency, amount, day)
  SELECT entry_seq, line, account, sub, currency, amount, day FROM posting ORDER BY entry_seq, line;
DROP TABLE posting;
ALTER TABLE posting_again RENAME TO posting;
CREATE INDEX posting_of_account ON posting (account, sub, entry_seq);
CREATE INDEX posting_of_account_by_day ON posting (account, day, entry_seq);
CREATE TRIGGER posting_before_its_entry BEFORE INSERT ON posting
WHEN EXISTS (SELECT 1 FROM journal_entry WHERE seq = new.entry_seq)
BEGIN SELECT RAISE(ROLLBACK, 'an entry is never added to'); END;
CREATE TRIGGER posting_kept BEFORE UPDATE ON posting BEGIN SELECT RAISE(ABORT, 'the journal is never changed'); END;
CREATE TRIGGER posting_stays BEFORE DELETE ON posting BEGIN SELECT RAISE(ABORT, 'the journal is never changed'); END;
CREATE TRIGGER journal_entry_sealed BEFORE INSERT ON journal_entry
WHEN new.seq IS NOT (SELECT ifnull(max(seq), 0) + 1 FROM journal_entry)
  OR NOT EXISTS (SELECT 1 FROM posting WHERE entry_seq = new.seq)
  OR EXISTS (SELECT 1 FROM posting WHERE entry_seq = new.seq AND day <> new.day)
  OR EXISTS (SELECT 1 FROM posting WHERE entry_seq = new.seq GROUP BY currency HAVING sum(amount) <> 0)
BEGIN SELECT RAISE(ABORT, 'an entry is the next one, and balances'); END;
CREATE TRIGGER journal_entry_summed AFTER INSERT ON journal_entry BEGIN
  INSERT INTO account_sum (account, currency, month, debit, credit)
  SELECT account, currency, substr(new.day, 1, 7), max(amount, 0), max(-amount, 0) FROM posting WHERE entry_seq = new.seq
  ON CONFLICT DO UPDATE SET debit = debit + excluded.debit, credit = credit + excluded.credit;
END;
`;
