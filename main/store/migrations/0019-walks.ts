// What long lists are walked along: the journal of one account by day, and who owes something by name.

export const walks = `
-- An account's page is read along its own postings: their day is kept with them, and is the day of their entry.
DROP TRIGGER posting_kept;
ALTER TABLE posting ADD COLUMN day TEXT NOT NULL DEFAULT '';
UPDATE posting SET day = (SELECT day FROM journal_entry WHERE seq = entry_seq);
CREATE TRIGGER posting_kept BEFORE UPDATE ON posting BEGIN SELECT RAISE(ABORT, 'the journal is never changed'); END;
CREATE INDEX posting_of_account_by_day ON posting (account, day, entry_seq);
DROP TRIGGER journal_entry_sealed;
CREATE TRIGGER journal_entry_sealed BEFORE INSERT ON journal_entry
WHEN new.seq IS NOT (SELECT ifnull(max(seq), 0) + 1 FROM journal_entry)
  OR NOT EXISTS (SELECT 1 FROM posting WHERE entry_seq = new.seq)
  OR EXISTS (SELECT 1 FROM posting WHERE entry_seq = new.seq AND day <> new.day)
  OR EXISTS (SELECT 1 FROM posting WHERE entry_seq = new.seq GROUP BY currency HAVING sum(amount) <> 0)
BEGIN SELECT RAISE(ABORT, 'an entry is the next one, and balances'); END;

-- Nothing asks for the sums of an account's parts, of which some have as many as there are payments: what one part comes to is read from its postings.
DROP TRIGGER journal_entry_summed;
DROP TABLE ledger_sum;
CREATE TRIGGER journal_entry_summed AFTER INSERT ON journal_entry BEGIN
  INSERT INTO account_sum (account, currency, month, debit, credit)
  SELECT account, currency, substr(new.day, 1, 7), max(amount, 0), max(-amount, 0) FROM posting WHERE entry_seq = new.seq
  ON CONFLICT DO UPDATE SET debit = debit + excluded.debit, credit = credit + excluded.credit;
END;

CREATE INDEX customer_owing_by_name ON customer (name_sort, seq) WHERE deleted = 0 AND open_rank > 0;
`;
