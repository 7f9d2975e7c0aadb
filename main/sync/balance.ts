// Stripe's balance, available and pending per currency, refreshed when something has happened.
import { z } from 'zod';
import { type BalancePosition, balancePosition } from '../store/sync-position.ts';
import type { SyncParts } from './sync-parts.ts';

const Part = z.array(z.object({ amount: z.int(), currency: z.string() }));
const Balance = z.object({ available: Part, pending: Part });

/** Keeps the balance when it can be had; a key may not be allowed to read it, and nothing depends on it. */
export async function refreshBalance({ db, gateway, log }: SyncParts): Promise<void> {
  const answer = await gateway.balance();
  const balance = answer.ok ? Balance.safeParse(answer.value).data : undefined;
  if (!balance) {
    log.info('sync.no-balance', { why: answer.ok ? 'malformed' : answer.failure.kind });
    return;
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
}
