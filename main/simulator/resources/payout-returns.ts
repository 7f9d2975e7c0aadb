// Payouts that come back: cancelled in time, or refused by the business's bank, even after they were paid.
import { refuse } from '../api/failure.ts';
import { emit, update } from '../world/events.ts';
import type { Payout } from '../world/records.ts';
import type { World } from '../world/world.ts';
import { record } from './balance-transactions.ts';

const why: Readonly<Record<string, string>> = {
  account_closed: 'The bank account has been closed.',
  could_not_process: 'The bank could not process this transfer.',
  no_account:
    'The bank account details on file are probably incorrect. No bank account could be located with those details.',
};

/** The money is on the balance again. */
export function returnPayout(
  world: World,
  payout: Payout,
  change: { readonly status: 'canceled' | 'failed'; readonly code?: string },
): Payout {
  const { status, code } = change;
  const type = status === 'failed' ? 'payout_failure' : 'payout_cancel';
  const back = record(world, {
    amount: payout.amount,
    currency: payout.currency,
    type,
    category: 'payout_reversal',
    source: payout.id,
    description: status === 'failed' ? 'STRIPE PAYOUT FAILED' : 'STRIPE PAYOUT CANCELED',
    availableOn: world.accountNow(),
  });
  const returned = update(world, 'payout.updated', 'payout', payout, {
    ...payout,
    failure_balance_transaction: back.id,
    failure_code: code ?? null,
    failure_message: code === undefined ? null : (why[code] ?? null),
    status,
  });
  emit(world, `payout.${status}`, 'payout', returned);
  return returned;
}

export function failPayout(world: World, id: string, code = 'account_closed'): void {
  const payout = world.get('payout', id);
  if (payout.status === 'failed' || payout.status === 'canceled')
    throw refuse(`This payout is already ${payout.status}.`, {});
  returnPayout(world, payout, { status: 'failed', code });
}
