// Tax rates: Stripe's, and those made here that are on their way.
import type { TaxRate } from '../../shared/contract/settings.ts';
import type { Db } from './database.ts';

interface TaxRateRow {
  readonly id: string;
  readonly stripe_id: string | null;
  readonly name: string;
  readonly percentage: string;
  readonly inclusive: number;
  readonly country: string | null;
  readonly active: number;
  readonly work: 'queued' | 'failed' | null;
}

/** By name, then percentage. */
export function listTaxRates(db: Db, includeArchived: boolean): readonly TaxRate[] {
  return db
    .all<TaxRateRow>('SELECT * FROM tax_rate WHERE active >= ? ORDER BY name, CAST(percentage AS REAL)', [
      includeArchived ? 0 : 1,
    ])
    .map((row) => ({
      id: row.id,
      stripeId: row.stripe_id,
      name: row.name,
      percentage: row.percentage,
      inclusive: row.inclusive === 1,
      country: row.country,
      active: row.active === 1,
      state: row.work ?? 'saved',
    }));
}

export function insertTaxRate(
  db: Db,
  rate: Pick<TaxRate, 'id' | 'name' | 'percentage' | 'inclusive' | 'country'>,
  at: number,
): void {
  db.run(
    `INSERT INTO tax_rate (id, name, percentage, inclusive, country, active, created) VALUES (?, ?, ?, ?, ?, 1, ?)`,
    [rate.id, rate.name, rate.percentage, rate.inclusive ? 1 : 0, rate.country, at],
  );
}
