// A long statement is taken in by portions, and nobody sees it before it is whole. Words of the bank's may go with a person whom they name.

export const bankPortions = `
ALTER TABLE bank_statement ADD COLUMN is_whole INTEGER NOT NULL DEFAULT 1 CHECK (is_whole IN (0, 1));
ALTER TABLE bank_statement ADD COLUMN erased INTEGER NOT NULL DEFAULT 0;  -- lines whose words are gone

DROP TRIGGER bank_line_kept;
CREATE TRIGGER bank_line_kept BEFORE UPDATE OF seq, id, statement_id, account, identity, day, currency, amount ON bank_line
BEGIN SELECT RAISE(ABORT, 'what the bank booked is never changed'); END;
CREATE TRIGGER bank_line_words_kept BEFORE UPDATE OF counterparty, text ON bank_line WHEN NEW.counterparty <> '' OR NEW.text <> ''
BEGIN SELECT RAISE(ABORT, 'what the bank wrote is never changed, only erased'); END;
`;
