// Handlers of the calls about payouts, the balance and fees: each names its use case.
import type { payoutCalls } from '../shared/contract/payouts.ts';
import type { Handlers } from './handlers.ts';
import { type HandlerDependencies, handlerOf } from './handlers-context.ts';
import { getPayout } from './invoicing/get-payout.ts';
import { countPayouts, getBalance, getFees, listPayouts } from './invoicing/payouts.ts';

type PayoutHandlers = Pick<Handlers, keyof typeof payoutCalls>;

export function payoutHandlers(dependencies: HandlerDependencies): PayoutHandlers {
  const run = handlerOf(dependencies);
  return {
    'payouts.list': run(listPayouts),
    'payouts.counts': run(countPayouts),
    'payouts.get': run(getPayout),
    'balance.get': run(getBalance),
    'fees.get': run(getFees),
  };
}
