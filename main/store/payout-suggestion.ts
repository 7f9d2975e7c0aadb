// What the suggestion of a payout made by hand is made from, and what Stripe held around it.
import type { Holding, PaidOut } from '../../shared/domain/payout-allocation.ts';
import type { Db } from './database.ts';

interface HoldingColumns {
  readonly id: string;
  readonly net: number;
  readonly created: number;
  readonly available_on: number;
  readonly payout_id: string | null;
}

/** Every movement of a currency that a payout by hand may hold: of what automatic payouts list, only what one shares with it. */
export function allocatableHoldings(db: Db, currency: string): readonly Holding[] {
  return db
    .all<HoldingColumns>(
      `SELECT id, net, created, available_on, payout_id FROM balance_transaction
       WHERE currency = ? AND type <> 'payout' AND (payout_id IS NULL OR payout_id IN (
         SELECT b.payout_id FROM payout t CROSS JOIN balance_transaction b ON b.id = t.balance_transaction_id
         WHERE t.automatic = 0 AND b.payout_id IS NOT NULL))`,
      [currency],
    )
    .map((row) => ({
      id: row.id,
      net: row.net,
      created: row.created,
      availableOn: row.available_on,
      listedBy: row.payout_id,
    }));
}

/** The amounts are what left the balance: an instant payout takes its own fee with it. */
export function payoutsOfCurrency(db: Db, currency: string): readonly PaidOut[] {
  return db
    .all<{ id: string; amount: number; created: number; opened: number }>(
      `SELECT t.id, ifnull(-b.net, t.amount) AS amount, t.created, t.opened
       FROM payout t LEFT JOIN balance_transaction b ON b.id = t.balance_transaction_id WHERE t.currency = +?`,
      [currency],
    )
    .map(({ opened, ...payout }) => ({ ...payout, isListed: opened === 1 }));
}

export interface OwnMovement {
  readonly fee: number;
  /** The sum of all movements of the currency before it, and with it. */
  readonly before: number;
  readonly after: number;
}

/** The movement by which a payout left the balance; undefined while it is not known. */
export function ownMovement(db: Db, transactionId: string): OwnMovement | undefined {
  return db.get<OwnMovement>(
    `SELECT t.fee, ifnull(sum(b.net) FILTER (WHERE b.id <> t.id), 0) AS before, sum(b.net) AS after
     FROM balance_transaction t JOIN balance_transaction b
       ON b.currency = t.currency AND (b.created, b.id) <= (t.created, t.id)
     WHERE t.id = +? GROUP BY t.id`,
    [transactionId],
  );
}
