// Writes what moved on a customer's credit balance as Stripe tells it.
import { mirroredCustomerBalance } from '../store/customer-balance.ts';
import { knownCustomer } from '../store/mirror-customers.ts';
import type { StripeObject } from '../stripe/request.ts';
import { CustomerBalanceSnapshot } from '../stripe/snapshots/customers.ts';
import { announce, type Batch, keep, understand } from './batch.ts';
import { quickDayOf } from './days.ts';

export function applyCustomerBalance(batch: Batch, object: StripeObject): void {
  const moved = understand(batch, CustomerBalanceSnapshot, object);
  keep(batch, object);
  if (!moved) return;
  const { id, customer, type, currency, amount, created } = moved;
  const day = quickDayOf(created, batch.context.timeZone);
  const row = { id, customer_stripe_id: customer, type, currency, amount, created, day };
  if (mirroredCustomerBalance.upsert(batch.db, row) === 'same') return;
  announce(batch, 'customer', knownCustomer(batch.db, customer)?.id ?? customer);
}
