// Invoices that replace an issued one.

export const revisions = `
ALTER TABLE invoice ADD COLUMN revises TEXT;  -- Stripe's id of the invoice that this one replaces once it is issued
UPDATE invoice SET revises = (SELECT json ->> '$.from_invoice.invoice' FROM stripe_object WHERE id = invoice.stripe_id)
  WHERE stripe_id IS NOT NULL;
CREATE INDEX invoice_revising ON invoice (revises) WHERE revises IS NOT NULL;
`;
