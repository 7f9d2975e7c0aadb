// Adds amounts that are of the same currency; never across currencies.
import { checkedAmount } from '../../shared/domain/money.ts';
import type { MoneyValue } from '../ui/money.tsx';

export function addMoney(lists: readonly (readonly MoneyValue[])[]): readonly MoneyValue[] {
  const sums = new Map<string, number>();
  for (const { amount, currency } of lists.flat()) {
    sums.set(currency, checkedAmount((sums.get(currency) ?? 0) + amount));
  }
  return [...sums].map(([currency, amount]) => ({ currency, amount }));
}
