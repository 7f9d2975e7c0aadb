// The money of a dispute: held while the case is open, given back when it is won.
import { convert, rateOf } from '../../arithmetic/currencies.ts';
import type { Dispute } from '../../world/records.ts';
import type { World } from '../../world/world.ts';
import { record } from '../balance-transactions.ts';

const FEE_EUROCENTS = 2000;

function move(world: World, dispute: Dispute, direction: -1 | 1, feeTaken: number): Dispute {
  const { defaultCurrency: currency } = world.settings;
  const withdraws = direction === -1;
  const isApart = world.settings.rules.disputeFee === 'own_transaction';
  const fee = isApart ? 0 : feeTaken;
  const transaction = record(world, {
    amount: convert(dispute.amount, dispute.currency, currency) * direction,
    ...(fee === 0 ? {} : { fee: { amount: fee, description: 'Dispute fee' } }),
    currency,
    type: 'adjustment',
    category: withdraws ? 'dispute' : 'dispute_reversal',
    source: dispute.id,
    ...rateOf(dispute.currency, currency),
    description: `${withdraws ? 'Chargeback withdrawal' : 'Chargeback reversal'} for ${dispute.charge}`,
    availableOn: world.accountNow(),
  });
  if (isApart && feeTaken !== 0) takeFee(world, dispute, feeTaken);
  return world.put('dispute', {
    ...dispute,
    inner: { transactions: [...dispute.inner.transactions, transaction.id] },
  });
}

function takeFee(world: World, dispute: Dispute, fee: number): void {
  record(world, {
    amount: -fee,
    currency: world.settings.defaultCurrency,
    type: 'stripe_fee',
    category: 'fee',
    source: dispute.id,
    description: `Dispute fee (${dispute.id})`,
    availableOn: world.accountNow(),
  });
}

function feeOf(world: World): number {
  return convert(FEE_EUROCENTS, 'eur', world.settings.defaultCurrency);
}

export function withdraw(world: World, dispute: Dispute): Dispute {
  return move(world, dispute, -1, feeOf(world));
}

/** Under the rule `wonDisputeFee` with or without the fee. */
export function reinstate(world: World, dispute: Dispute): Dispute {
  return move(world, dispute, 1, world.settings.rules.wonDisputeFee === 'returned' ? -feeOf(world) : 0);
}
