// The first day of the books, where they do not begin with the first thing that Stripe tells of.

export const beginnings = `
CREATE TABLE beginning (
  seq INTEGER PRIMARY KEY,
  day TEXT,                             -- null: from the first thing on
  at INTEGER NOT NULL                   -- unix seconds
) STRICT;
CREATE TRIGGER beginning_kept BEFORE UPDATE ON beginning BEGIN SELECT RAISE(ABORT, 'what was chosen is never changed'); END;
CREATE TRIGGER beginning_stays BEFORE DELETE ON beginning BEGIN SELECT RAISE(ABORT, 'what was chosen is never changed'); END;
`;
