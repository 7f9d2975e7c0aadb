// What moved on the credit balances that Stripe keeps for customers.
import { amountColumn } from './0001/amount-column.ts';

export const customerBalance = `
CREATE TABLE customer_balance_transaction (
  id TEXT PRIMARY KEY,
  customer_stripe_id TEXT NOT NULL,
  type TEXT NOT NULL,                   -- Stripe's
  currency TEXT NOT NULL,
  ${amountColumn('amount')},            -- added to the balance: negative is a credit for the customer
  created INTEGER NOT NULL,
  day TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX balance_of_customer ON customer_balance_transaction (customer_stripe_id, created);

CREATE TRIGGER customer_balance_added_due AFTER INSERT ON stripe_object WHEN new.type = 'customer_balance_transaction' BEGIN
  INSERT INTO posting_due (id, type) VALUES (new.id, new.type) ON CONFLICT (id) DO NOTHING;
END;
CREATE TRIGGER customer_balance_changed_due AFTER UPDATE OF json, deleted ON stripe_object
WHEN new.type = 'customer_balance_transaction' BEGIN
  INSERT INTO posting_due (id, type) VALUES (new.id, new.type) ON CONFLICT (id) DO NOTHING;
END;
`;
