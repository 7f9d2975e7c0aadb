// Closed months: which are, since when, and what was posted after they were.

export const closings = `
CREATE TABLE closing (
  seq INTEGER PRIMARY KEY,              -- 1, 2, 3, … without a gap
  through TEXT,                         -- '2026-10': all months up to it are closed from here on; null for none
  reason TEXT NOT NULL,                 -- why months were opened again; empty for a closing
  at INTEGER NOT NULL,                  -- unix seconds
  after_entry INTEGER NOT NULL,         -- the last entry of the journal when it was made
  chain TEXT NOT NULL                   -- hash of this closing, of the one before it and of the journal up to it
) STRICT;
CREATE TRIGGER closing_next BEFORE INSERT ON closing
WHEN new.seq IS NOT (SELECT ifnull(max(seq), 0) + 1 FROM closing)
  OR new.after_entry IS NOT (SELECT ifnull(max(seq), 0) FROM journal_entry)
BEGIN SELECT RAISE(ABORT, 'a closing is the next one, and stands at the end of the journal'); END;
CREATE TRIGGER closing_kept BEFORE UPDATE ON closing BEGIN SELECT RAISE(ABORT, 'a closing is never changed'); END;
CREATE TRIGGER closing_stays BEFORE DELETE ON closing BEGIN SELECT RAISE(ABORT, 'a closing is never changed'); END;

-- The day on which it happened, of an entry that is posted later because the month of that day was closed.
ALTER TABLE journal_entry ADD COLUMN happened TEXT;
CREATE TRIGGER journal_entry_in_open_month BEFORE INSERT ON journal_entry
WHEN substr(new.day, 1, 7) <= (SELECT through FROM closing ORDER BY seq DESC LIMIT 1)
BEGIN SELECT RAISE(ABORT, 'a closed month is never posted to'); END;
`;
