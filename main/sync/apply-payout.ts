// Writes payouts as Stripe tells them, and what each of them holds as its own list tells.
import type { Db } from '../store/database.ts';
import { mirroredPayouts, openPayout, paymentsOfTransactions } from '../store/mirror-payouts.ts';
import type { StripeObject } from '../stripe/request.ts';
import { PayoutSnapshot } from '../stripe/snapshots/money.ts';
import { announce, type ApplyContext, type Batch, keep, understand } from './batch.ts';
import { quickDayOf } from './days.ts';

export function applyPayout(batch: Batch, object: StripeObject): void {
  const payout = understand(batch, PayoutSnapshot, object);
  keep(batch, object);
  if (!payout) return;
  const written = mirroredPayouts.upsert(batch.db, {
    id: payout.id,
    status: payout.status,
    currency: payout.currency,
    amount: payout.amount,
    automatic: payout.automatic ? 1 : 0,
    method: payout.method,
    reconciliation: payout.reconciliation_status,
    balance_transaction_id: payout.balance_transaction,
    failure_code: payout.failure_code,
    created: payout.created,
    day: quickDayOf(payout.created, batch.context.timeZone),
    // Stripe gives a date of the bank's as its midnight in UTC.
    arrival_day: quickDayOf(payout.arrival_date, 'UTC'),
  });
  if (written !== 'same') announce(batch, 'payout', payout.id);
}

/** Notes what a payout holds, after its transactions were applied; in the caller's transaction. */
export function applyPayoutContents(
  db: Db,
  payoutId: string,
  transactions: readonly StripeObject[],
  { changes }: ApplyContext,
): void {
  const ids = transactions.map(({ id }) => id);
  openPayout(db, payoutId, ids);
  changes.add('payout', payoutId);
  for (const payment of paymentsOfTransactions(db, ids)) changes.add('payment', payment);
}
