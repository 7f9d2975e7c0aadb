// Which steps of the reminder schedule were taken or passed over, for each invoice.

export const reminders = `
CREATE TABLE reminder (
  invoice_id TEXT NOT NULL REFERENCES invoice (id) ON DELETE CASCADE,
  step INTEGER NOT NULL,                -- days from the due date
  operation_id TEXT REFERENCES operation (id) ON DELETE SET NULL,  -- what sends it; null for a step that was passed over
  at INTEGER NOT NULL,                  -- unix seconds
  PRIMARY KEY (invoice_id, step)
) STRICT, WITHOUT ROWID;
`;
