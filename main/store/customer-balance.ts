// The credit balances that Stripe keeps for customers: what it says they are, and what moved on them.
import type { Money } from '../../shared/contract/common.ts';
import { BY_HAND } from '../../shared/domain/books/customer-balance.ts';
import type { Db } from './database.ts';
import { mirrorTable } from './mirror-table.ts';

export type MirroredCustomerBalanceTransaction = {
  readonly id: string;
  readonly customer_stripe_id: string;
  readonly type: string;
  readonly currency: string;
  readonly amount: number;
  readonly created: number;
  readonly day: string;
};

export const mirroredCustomerBalance = mirrorTable<MirroredCustomerBalanceTransaction>(
  'customer_balance_transaction',
  'id',
  [],
  ['customer_stripe_id', 'type', 'currency', 'amount', 'created', 'day'],
);

/** By Stripe's sign: negative is a credit for the customer, positive is owed by them. Null while there is none. */
export function customerBalance(db: Db, stripeId: string | null): Money | null {
  const row = db.get<{ balance: number | null; currency: string | null }>(
    `SELECT json ->> '$.balance' AS balance, json ->> '$.currency' AS currency FROM stripe_object WHERE id = ?`,
    [stripeId],
  );
  const { balance, currency } = row ?? {};
  if (typeof balance !== 'number' || balance === 0 || typeof currency !== 'string') return null;
  return { amount: balance, currency };
}

/** What the movements that are known come to, in one currency. */
export function knownBalance(db: Db, stripeId: string, currency: string): number {
  const row = db.get<{ sum: number | null }>(
    'SELECT sum(amount) AS sum FROM customer_balance_transaction WHERE customer_stripe_id = ? AND currency = ?',
    [stripeId, currency],
  );
  return row?.sum ?? 0;
}

export function hasKnownBalance(db: Db, stripeId: string): boolean {
  return (
    db.get('SELECT 1 FROM customer_balance_transaction WHERE customer_stripe_id = ? LIMIT 1', [stripeId]) !==
    undefined
  );
}

export interface StatementAdjustment {
  readonly day: string;
  readonly currency: string;
  readonly amount: number;
}

/** What was changed by hand, oldest first. */
export function statementAdjustments(db: Db, stripeId: string | null): readonly StatementAdjustment[] {
  return db.all<StatementAdjustment>(
    `SELECT day, currency, amount FROM customer_balance_transaction
     WHERE customer_stripe_id = ? AND type IN (SELECT value FROM json_each(?)) ORDER BY created, id`,
    [stripeId, JSON.stringify(BY_HAND)],
  );
}
