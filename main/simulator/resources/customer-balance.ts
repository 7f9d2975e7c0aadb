// A customer's credit balance (negative: the business owes) and the transactions that explain it.
import { pageFields } from '../api/common-params.ts';
import { operation, type Operation } from '../api/operation.ts';
import { pageOf } from '../api/pages.ts';
import { currency, clearable, integer, required, text } from '../api/params.ts';
import { update } from '../world/events.ts';
import type { CustomerBalanceTransaction } from '../world/records.ts';
import { shown } from '../world/render.ts';
import type { World } from '../world/world.ts';
import { liveCustomer } from './customer-lookup.ts';

export interface BalanceChange {
  /** Added to the balance: negative is a credit for the customer. */
  readonly amount: number;
  readonly currency: string;
  readonly type: CustomerBalanceTransaction['type'];
  readonly invoice?: string;
  readonly creditNote?: string;
  readonly description?: string | null;
}

export function recordBalance(
  world: World,
  customerId: string,
  change: BalanceChange,
): CustomerBalanceTransaction {
  const customer = world.get('customer', customerId);
  const balance = customer.balance + change.amount;
  // The first amount of any kind decides the customer's currency.
  world.put('customer', { ...customer, balance, currency: customer.currency ?? change.currency });
  return world.put('customer_balance_transaction', {
    id: world.id('cbtxn'),
    object: 'customer_balance_transaction',
    amount: change.amount,
    checkout_session: null,
    created: world.now(),
    credit_note: change.creditNote ?? null,
    currency: change.currency,
    customer: customerId,
    customer_account: null,
    description: change.description ?? null,
    ending_balance: balance,
    invoice: change.invoice ?? null,
    livemode: false,
    metadata: {},
    type: change.type,
  });
}

/** As {@link recordBalance}, with the event that the customer changed. */
export function adjustBalance(
  world: World,
  customerId: string,
  change: BalanceChange,
): CustomerBalanceTransaction {
  const before = world.get('customer', customerId);
  const transaction = recordBalance(world, customerId, change);
  update(world, 'customer.updated', 'customer', before, world.get('customer', customerId));
  return transaction;
}

export const customerBalanceOperations: readonly Operation[] = [
  operation(
    'GET /v1/customers/:customer/balance_transactions',
    pageFields,
    (world, params, customer = '') => {
      liveCustomer(world, customer);
      const url = `/v1/customers/${customer}/balance_transactions`;
      return pageOf(
        world,
        'customer_balance_transaction',
        url,
        params,
        (transaction) => transaction.customer === customer,
      );
    },
  ),
  operation(
    'POST /v1/customers/:customer/balance_transactions',
    { amount: required(integer), currency: required(currency), description: clearable(text(350)) },
    (world, params, customer = '') => {
      liveCustomer(world, customer);
      return shown(
        adjustBalance(world, customer, {
          ...params,
          type: 'adjustment',
          description: params.description ?? null,
        }),
      );
    },
  ),
];
