// What moves the money that a customer transferred.
import { cashOf, shownCash } from '../../world/cash-balance.ts';
import { emit, emitJson } from '../../world/events.ts';
import type { CashTransaction } from '../../world/records.ts';
import type { World } from '../../world/world.ts';

export function availableCash(world: World, customer: string, currency: string): number {
  return cashOf(world, customer).available[currency] ?? 0;
}

export function emitFundsAvailable(world: World, customer: string): void {
  emitJson(world, 'cash_balance.funds_available', shownCash(world, customer));
}

/** Why a balance moved, as its transaction says it. */
export type CashReason = Pick<
  CashTransaction,
  'type' | 'applied_to_payment' | 'funded' | 'refunded_from_payment'
>;

export function moveCash(
  world: World,
  customer: string,
  currency: string,
  amount: number,
  reason: CashReason,
): CashTransaction {
  const cash = cashOf(world, customer);
  const ending = (cash.available[currency] ?? 0) + amount;
  world.put('cash_balance', { ...cash, available: { ...cash.available, [currency]: ending } });
  const transaction = world.put('customer_cash_balance_transaction', {
    id: world.id('ccsbtxn'),
    object: 'customer_cash_balance_transaction',
    ...reason,
    created: world.accountNow(),
    currency,
    customer,
    customer_account: null,
    ending_balance: ending,
    livemode: false,
    net_amount: amount,
  });
  emit(world, 'customer_cash_balance_transaction.created', 'customer_cash_balance_transaction', transaction);
  return transaction;
}
