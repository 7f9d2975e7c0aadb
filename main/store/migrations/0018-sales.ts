// What documents sold, by tax rate and by item, for reports; worked out when their case is posted.
import { amountColumn } from './0001/amount-column.ts';

export const sales = `
CREATE TABLE sale (
  document TEXT PRIMARY KEY,            -- Stripe's id of an invoice or a credit note
  ${amountColumn('total')},
  ${amountColumn('net')},               -- without tax
  country TEXT NOT NULL,                -- of the customer, as printed on the invoice; may be empty
  told TEXT NOT NULL                    -- all of it, to see whether anything is new
) STRICT, WITHOUT ROWID;
CREATE TABLE sale_tax (
  document TEXT NOT NULL,
  rate TEXT NOT NULL,                   -- Stripe's id; '-' for what is without tax
  ${amountColumn('taxable')},
  ${amountColumn('tax')},
  PRIMARY KEY (document, rate)
) STRICT, WITHOUT ROWID;
CREATE TABLE sale_item (
  document TEXT NOT NULL,
  item TEXT NOT NULL,                   -- Stripe's id of the product; '-' for what is of none
  ${amountColumn('net')},
  PRIMARY KEY (document, item)
) STRICT, WITHOUT ROWID;
-- The number audit asks which drafts were deleted with their numbers.
CREATE INDEX stripe_object_deleted ON stripe_object (type) WHERE deleted = 1;
-- Every case is looked at once more: nothing is posted anew, but what it sold is worked out.
INSERT OR IGNORE INTO posting_due (id, type) SELECT id, type FROM stripe_object WHERE type = 'invoice' AND deleted = 0;
`;
