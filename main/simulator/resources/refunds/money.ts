// The money of refunds on the balance: taken out, and put back when a refund comes to nothing.
import { convert, rateOf } from '../../arithmetic/currencies.ts';
import { update } from '../../world/events.ts';
import type { BalanceTransaction, Charge, Refund } from '../../world/records.ts';
import type { World } from '../../world/world.ts';
import { available, record } from '../balance-transactions.ts';

/** What all refunds of a charge up to now take in the settlement currency. */
function backInAll(world: World, charge: Charge, refunded: number): number {
  return convert(refunded, charge.currency, world.settings.defaultCurrency);
}

/** Whether the balance has what the refund takes. */
export function isCovered(world: World, charge: Charge, amount: number): boolean {
  const taken = backInAll(world, charge, charge.inner.taken + amount) - charge.inner.settledBack;
  return available(world, world.settings.defaultCurrency) >= taken;
}

/** Back out of the balance, so that all refunds of a charge together take exactly what it brought. */
export function takeBack(
  world: World,
  chargeId: string,
  refundId: string,
  amount: number,
): BalanceTransaction {
  const charge = world.get('charge', chargeId);
  const taken = charge.inner.taken + amount;
  const transaction = record(world, {
    amount: -(backInAll(world, charge, taken) - charge.inner.settledBack),
    currency: world.settings.defaultCurrency,
    type: charge.id.startsWith('py') ? 'payment_refund' : 'refund',
    category: 'refund',
    source: refundId,
    ...rateOf(charge.currency, world.settings.defaultCurrency),
    description: `REFUND FOR CHARGE (${charge.description ?? charge.id})`,
    availableOn: world.accountNow(),
  });
  world.put('charge', {
    ...charge,
    inner: { ...charge.inner, taken, settledBack: charge.inner.settledBack - transaction.amount },
  });
  return transaction;
}

/** What was taken comes back; the charge can be refunded again. */
export function putBack(world: World, refund: Refund): { readonly failure_balance_transaction?: string } {
  const charge = refund.charge === null ? undefined : world.find('charge', refund.charge);
  if (charge === undefined) return {};
  const taken =
    refund.balance_transaction === null ? null : world.get('balance_transaction', refund.balance_transaction);
  update(world, 'charge.updated', 'charge', charge, {
    ...charge,
    amount_refunded: charge.amount_refunded - refund.amount,
    refunded: false,
    inner:
      taken === null
        ? charge.inner
        : {
            ...charge.inner,
            taken: charge.inner.taken - refund.amount,
            settledBack: charge.inner.settledBack + taken.amount,
          },
  });
  if (taken === null) return {};
  const returned = record(world, {
    amount: -taken.amount,
    currency: taken.currency,
    type: 'refund_failure',
    category: 'refund_failure',
    source: refund.id,
    ...rateOf(charge.currency, world.settings.defaultCurrency),
    description: `REFUND FAILURE (${charge.description ?? charge.id})`,
    availableOn: world.accountNow(),
  });
  return { failure_balance_transaction: returned.id };
}
