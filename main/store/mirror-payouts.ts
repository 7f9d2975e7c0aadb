// The rows of payouts as Stripe tells them, and which of them are still to be opened.
import type { Db } from './database.ts';
import { mirrorTable } from './mirror-table.ts';

export type MirroredPayout = {
  readonly id: string;
  readonly status: string;
  readonly currency: string;
  readonly amount: number;
  readonly automatic: number;
  readonly method: string;
  readonly reconciliation: string;
  readonly balance_transaction_id: string | null;
  readonly failure_code: string | null;
  readonly created: number;
  readonly day: string;
  readonly arrival_day: string;
};

export const mirroredPayouts = mirrorTable<MirroredPayout>(
  'payout',
  'id',
  [],
  [
    'status',
    'currency',
    'amount',
    'automatic',
    'method',
    'reconciliation',
    'balance_transaction_id',
    'failure_code',
    'created',
    'day',
    'arrival_day',
  ],
);

/** Payouts of which Stripe can list what they hold, and that were not listed yet; newest first. */
export function unopenedPayouts(db: Db, limit: number): readonly string[] {
  return db
    .all<{ id: string }>(
      `SELECT id FROM payout INDEXED BY payout_unopened
       WHERE opened = 0 AND automatic = 1 AND reconciliation = 'completed' ORDER BY created DESC LIMIT ?`,
      [limit],
    )
    .map(({ id }) => id);
}

/** Notes what a payout holds; `transactionIds` are all of it. */
export function openPayout(db: Db, payoutId: string, transactionIds: readonly string[]): void {
  db.run(
    'UPDATE balance_transaction SET payout_id = ? WHERE id IN (SELECT value FROM json_each(?)) AND payout_id IS NOT ?',
    [payoutId, JSON.stringify(transactionIds), payoutId],
  );
  db.run('UPDATE payout SET opened = 1 WHERE id = ?', [payoutId]);
}

/** The payments whose money these transactions are: they are shown with their fee and payout. */
export function paymentsOfTransactions(db: Db, transactionIds: readonly string[]): readonly string[] {
  return db
    .all<{ id: string }>(
      'SELECT id FROM payment WHERE balance_transaction_id IN (SELECT value FROM json_each(?))',
      [JSON.stringify(transactionIds)],
    )
    .map(({ id }) => id);
}
