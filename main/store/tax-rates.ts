// Tax rates: Stripe's, and those made here that are on their way.
import type { TaxRate } from '../../shared/contract/settings.ts';
import { usesBy } from './catalogue-use.ts';
import type { Db } from './database.ts';
import { recurringBy } from './recurring-use.ts';

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

export type StoredTaxRate = Omit<TaxRate, 'usedBy'>;

/** Those in use first, by name, then percentage. */
const ORDER = 'ORDER BY t.active DESC, t.name, CAST(t.percentage AS REAL)';

export function listTaxRates(db: Db, includeArchived: boolean): readonly StoredTaxRate[] {
  return db
    .all<TaxRateRow>(`SELECT t.* FROM tax_rate t WHERE t.active >= ? ${ORDER}`, [includeArchived ? 0 : 1])
    .map(taxRateOf);
}

/** Counting takes longer than reading: for lists that show it. */
export function listTaxRatesWithUses(db: Db, includeArchived: boolean): TaxRate[] {
  return db
    .all<TaxRateRow & { recurring: number; invoices: number }>(
      `SELECT t.*, ${recurringBy('tax-rate', 't.id')} AS recurring, ${usesBy('tax-rate', 't.id')} AS invoices
       FROM tax_rate t WHERE t.active >= +? ${ORDER}`,
      [includeArchived ? 0 : 1],
    )
    .map((row) => ({
      ...taxRateOf(row),
      usedBy: { recurring: row.recurring, invoices: row.invoices },
    }));
}

export function taxRateById(db: Db, id: string): StoredTaxRate | null {
  const row = db.get<TaxRateRow>('SELECT * FROM tax_rate WHERE id = ?', [id]);
  return row ? taxRateOf(row) : null;
}

function taxRateOf(row: TaxRateRow): StoredTaxRate {
  return {
    id: row.id,
    stripeId: row.stripe_id,
    name: row.name,
    percentage: row.percentage,
    inclusive: row.inclusive === 1,
    country: row.country,
    active: row.active === 1,
    state: row.work ?? 'saved',
  };
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

export function setTaxRateActive(db: Db, id: string, active: boolean): void {
  db.run('UPDATE tax_rate SET active = ? WHERE id = ?', [active ? 1 : 0, id]);
}

/** How each tax rate that Stripe has is called, such as "VAT 19 %", by Stripe's id. */
export function taxLabels(db: Db): ReadonlyMap<string, string> {
  const rows = db.all<{ stripe_id: string; name: string; percentage: string }>(
    'SELECT stripe_id, name, percentage FROM tax_rate WHERE stripe_id IS NOT NULL',
  );
  return new Map(rows.map(({ stripe_id: id, name, percentage }) => [id, `${name} ${percentage} %`]));
}
