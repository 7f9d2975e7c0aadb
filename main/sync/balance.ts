// Stripe's balance, available and pending per currency, refreshed when something has happened.
import { z } from 'zod';
import { type BalancePosition, balancePosition } from '../store/sync-position.ts';
import type { SyncParts } from './sync-parts.ts';

const Part = z.array(z.object({ amount: z.int(), currency: z.string() }));
const Balance = z.object({ available: Part, pending: Part });

/** Knows when the kept balance may be out of date: before the first look, after news, and until it could be had. */
export class BalanceKeeper {
  readonly #parts: SyncParts;
  #isDue = true;

  constructor(parts: SyncParts) {
    this.#parts = parts;
  }

  async keep(isNews: boolean): Promise<void> {
    this.#isDue ||= isNews;
    if (this.#isDue) this.#isDue = !(await refreshBalance(this.#parts));
  }
}

/**
 * Keeps the balance when it can be had; what was kept before is forgotten when it can not, for the books may have gone on since and
 * would seem to be wrong beside it. Answers whether that is settled: a key that may not read it will not be
 * allowed to a minute later.
 */
export async function refreshBalance({ db, gateway, log }: SyncParts): Promise<boolean> {
  const answer = await gateway.balance();
  const balance = answer.ok ? Balance.safeParse(answer.value).data : undefined;
  if (!balance) {
    log.info('sync.no-balance', { why: answer.ok ? 'malformed' : answer.failure.kind });
    balancePosition.forget(db);
    return !answer.ok && answer.failure.kind === 'key-refused' && answer.failure.status === 403;
  }
  const currencies = [...balance.available, ...balance.pending].map(({ currency }) => currency);
  const sum = (parts: z.infer<typeof Part>, currency: string): number =>
    parts.reduce((total, part) => (part.currency === currency ? total + part.amount : total), 0);
  const position: BalancePosition = [...new Set(currencies)].toSorted().map((currency) => ({
    currency,
    available: sum(balance.available, currency),
    pending: sum(balance.pending, currency),
  }));
  balancePosition.write(db, position);
  return true;
}
