// Which revenue account an item is sold to, as the bookkeeper chose it from time to time.

export const itemAccounts = `
CREATE TABLE item_account (
  seq INTEGER PRIMARY KEY,
  item TEXT NOT NULL,                   -- ours
  account INTEGER NOT NULL,             -- a number of the chart
  after_entry INTEGER NOT NULL,         -- the last entry of the journal when it was chosen: what is first posted later follows it
  at INTEGER NOT NULL                   -- unix seconds
) STRICT;
CREATE INDEX item_account_of_item ON item_account (item, seq);
CREATE TRIGGER item_account_next BEFORE INSERT ON item_account
WHEN new.after_entry IS NOT (SELECT ifnull(max(seq), 0) FROM journal_entry)
BEGIN SELECT RAISE(ABORT, 'an account is chosen for what is posted later'); END;
CREATE TRIGGER item_account_kept BEFORE UPDATE ON item_account BEGIN SELECT RAISE(ABORT, 'what was chosen is never changed'); END;
CREATE TRIGGER item_account_stays BEFORE DELETE ON item_account BEGIN SELECT RAISE(ABORT, 'what was chosen is never changed'); END;
`;
