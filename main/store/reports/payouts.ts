// What payouts are made of, by the kind of what they hold.
import type { Db } from '../database.ts';

export interface PayoutParts {
  /** Stripe's id, which is ours too. */
  readonly id: string;
  /** Null while Stripe's list of what it holds has not been taken in, as with a payout by hand. */
  readonly payments: number | null;
  readonly refunds: number | null;
  readonly fees: number | null;
  readonly other: number | null;
}

/** In the currency of the payout; together they are its amount. */
export function payoutParts(db: Db, id: string): PayoutParts | undefined {
  return db.get<PayoutParts>(
    `SELECT t.id,
       iif(t.opened = 1, ifnull(sum(iif(b.category IN ('charge', 'charge_failure'), b.amount, 0)), 0), NULL) AS payments,
       iif(t.opened = 1, ifnull(sum(iif(b.category IN ('refund', 'refund_failure'), b.amount, 0)), 0), NULL) AS refunds,
       iif(t.opened = 1, -ifnull(sum(iif(b.category IN ('fee', 'tax', 'network_cost'), -b.amount, 0) + b.fee), 0), NULL) AS fees,
       iif(t.opened = 1, ifnull(sum(iif(b.category IN ('charge', 'charge_failure', 'refund', 'refund_failure', 'fee', 'tax', 'network_cost'),
         0, b.amount)), 0), NULL) AS other
     FROM payout t LEFT JOIN balance_transaction b ON b.payout_id = t.id AND b.id IS NOT t.balance_transaction_id
     WHERE t.id = +? GROUP BY t.id`,
    [id],
  );
}
