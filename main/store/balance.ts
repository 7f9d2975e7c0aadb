// What Stripe holds and when it becomes available, what is on its way to the bank, and what Stripe took.
import type { CallOutput } from '../../shared/contract/calls.ts';
import type { Db } from './database.ts';

export interface Coming {
  /** Unix seconds: all of one day become available together. */
  readonly available_on: number;
  readonly currency: string;
  readonly amount: number;
}

/** Money that is not available yet, by when it will be. */
export function comingMoney(db: Db, now: number): readonly Coming[] {
  return db.all<Coming>(
    `SELECT available_on, currency, sum(net) AS amount FROM balance_transaction INDEXED BY balance_transaction_coming
     WHERE available_on > ? GROUP BY available_on, currency ORDER BY available_on, currency`,
    [now],
  );
}

export interface UnderWay {
  readonly id: string;
  readonly currency: string;
  readonly amount: number;
  readonly arrival: string;
  readonly status: string;
}

/** The next to arrive first. */
export function payoutsUnderWay(db: Db): readonly UnderWay[] {
  return db.all<UnderWay>(
    `SELECT id, currency, amount, arrival_day AS arrival, status FROM payout INDEXED BY payout_by_status
     WHERE status IN ('pending', 'in_transit') ORDER BY arrival_day, seq`,
  );
}

type FeeRow = CallOutput<'fees.get'>['rows'][number];

/** What was taken in a year. Fees that Stripe bills by themselves are movements that take money away and carry no fee. */
export function feesOfYear(db: Db, year: number): FeeRow[] {
  return db.all<FeeRow>(
    `SELECT substr(day, 1, 7) AS month, currency, iif(category = '', type, category) AS category, count(*) AS count,
       sum(iif(${IS_FEE}, 0, amount)) AS gross, sum(iif(${IS_FEE}, fee - amount, fee)) AS fee, sum(fee_tax) AS tax
     FROM balance_transaction INDEXED BY balance_transaction_costs
     WHERE day BETWEEN ? AND ? AND (fee <> 0 OR ${IS_FEE})
     GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
    [`${year}-01-01`, `${year}-12-31`],
  );
}

const IS_FEE = "category IN ('fee', 'network_cost')";

/** The years in which money moved, newest first. */
export function yearsOfMovements(db: Db): readonly number[] {
  const ends = db.get<{ first: string | null; last: string | null }>(
    `SELECT (SELECT min(day) FROM balance_transaction WHERE day <> '') AS first,
       (SELECT max(day) FROM balance_transaction) AS last`,
  );
  if (!ends?.first || !ends.last) return [];
  const [first, last] = [Number(ends.first.slice(0, 4)), Number(ends.last.slice(0, 4))];
  return Array.from({ length: last - first + 1 }, (_, index) => last - index);
}
