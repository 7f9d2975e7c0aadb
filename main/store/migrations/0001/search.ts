// Kept files and the search index.

export const search = `
-- Files made or downloaded once and kept: Stripe's own PDFs, the logo.
CREATE TABLE blob (
  key TEXT PRIMARY KEY,
  media_type TEXT NOT NULL,
  bytes BLOB NOT NULL,
  created INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Rows whose search entry is still to be made: the back-fill writes first and indexes later.
CREATE TABLE search_queue (
  kind TEXT NOT NULL CHECK (kind IN ('invoice', 'customer', 'payment')),
  seq INTEGER NOT NULL,
  PRIMARY KEY (kind, seq)
) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE invoice_search USING fts5 (text, content='', contentless_delete=1, tokenize='trigram remove_diacritics 1');
CREATE VIRTUAL TABLE customer_search USING fts5 (text, content='', contentless_delete=1, tokenize='trigram remove_diacritics 1');
CREATE VIRTUAL TABLE payment_search USING fts5 (text, content='', contentless_delete=1, tokenize='trigram remove_diacritics 1');
`;
