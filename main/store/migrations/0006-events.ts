// Which payment and customer an event is about, and what a comparison with Stripe has found.

export const events = `
ALTER TABLE event ADD COLUMN payment_id TEXT;   -- payment intent, else charge
ALTER TABLE event ADD COLUMN customer_id TEXT;  -- Stripe's
UPDATE event SET payment_id = CASE
  WHEN type LIKE 'payment_intent.%' THEN object_id
  WHEN type LIKE 'charge.dispute.%' THEN (SELECT payment_id FROM dispute WHERE id = event.object_id)
  WHEN type LIKE 'charge.%' THEN (SELECT id FROM payment WHERE charge_id = event.object_id)
  WHEN type LIKE 'refund.%' THEN (SELECT payment_id FROM refund WHERE stripe_id = event.object_id) END;
UPDATE event SET customer_id = object_id WHERE type IN ('customer.created', 'customer.updated', 'customer.deleted');
CREATE INDEX event_by_payment ON event (payment_id, created) WHERE payment_id IS NOT NULL;
CREATE INDEX event_by_customer ON event (customer_id, created) WHERE customer_id IS NOT NULL;

-- What a comparison with everything at Stripe found to differ; emptied when the next one begins.
CREATE TABLE difference (
  object_id TEXT PRIMARY KEY,
  resource TEXT NOT NULL,               -- as the list at Stripe is called
  what TEXT NOT NULL CHECK (what IN ('missing', 'changed', 'gone')),
  fields TEXT NOT NULL CHECK (json_valid(fields)),  -- names of what differs, never its content
  created INTEGER NOT NULL              -- of the object, unix seconds; 0 where Stripe tells none
) STRICT, WITHOUT ROWID;
`;
