// The money that a customer transferred and that waits to pay something, one sum for each currency.
import type { CashBalance } from './records.ts';
import type { JsonObject } from './render.ts';
import type { World } from './world.ts';

export function cashOf(world: World, customer: string): CashBalance {
  return world.find('cash_balance', customer) ?? { id: customer, available: {}, mode: null };
}

/** As the API shows it; no money at all is shown as null. */
export function shownCash(world: World, customer: string): JsonObject {
  const { available, mode } = cashOf(world, customer);
  return {
    object: 'cash_balance',
    available: Object.keys(available).length === 0 ? null : available,
    customer,
    customer_account: null,
    livemode: world.settings.livemode,
    settings: { reconciliation_mode: mode ?? 'automatic', using_merchant_default: mode === null },
  };
}
