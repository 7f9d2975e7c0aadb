// Sums of recurring invoices are read from their index alone: so it holds the column by which it is chosen, too.

export const recurringFacts = `
DROP INDEX invoice_recurring;
CREATE INDEX invoice_recurring ON invoice (deleted, status, currency, due_day, total, amount_remaining, customer_id, issue_day, paid_day,
  standing, subscription_stripe_id) WHERE subscription_stripe_id IS NOT NULL;`;
