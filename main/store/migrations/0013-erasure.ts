// Customers whose personal data was erased, and what of theirs Stripe may tell again.

export const erasure = `
ALTER TABLE customer ADD COLUMN erased_at INTEGER;  -- unix seconds; the row holds no personal data from then on

-- Stripe's ids of what was erased with a customer: a later word of Stripe's is not kept, or kept without the person.
CREATE TABLE erased_object (
  id TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;
`;
