// Recurring invoices with when they began and ended, for the report of what recurs each month.
import type { Db } from '../database.ts';

export interface Recurring {
  readonly id: string;
  readonly title: string;
  readonly customer_id: string | null;
  readonly customer_name: string;
  readonly currency: string;
  /** Of one period, minor units, before discounts and added tax. */
  readonly amount: number;
  readonly interval: 'day' | 'week' | 'month' | 'year';
  readonly interval_count: number;
  /** Unix seconds. */
  readonly created: number;
  readonly ended_at: number | null;
}

/** Those that began: not what is only planned, and not what failed with its first payment. */
export function begunRecurring(db: Db): readonly Recurring[] {
  return db.all<Recurring>(
    `SELECT id, title, customer_id, customer_name, currency, amount, interval, interval_count, created, ended_at
     FROM subscription WHERE stripe_id IS NOT NULL AND status NOT IN ('planned', 'incomplete', 'incomplete_expired')
     ORDER BY created, seq`,
  );
}
