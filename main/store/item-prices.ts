// The prices of items.
import type { Price } from '../../shared/contract/catalogue.ts';
import type { Db } from './database.ts';
import { recurringBy } from './recurring-use.ts';

export interface PriceColumns {
  readonly id: string;
  readonly stripe_id: string | null;
  readonly product_id: string | null;
  readonly currency: string;
  readonly unit_amount_decimal: string | null;
  readonly interval: 'day' | 'week' | 'month' | 'year' | null;
  readonly interval_count: number | null;
  readonly label: string;
  readonly active: number;
  readonly created: number;
  readonly work: 'queued' | 'failed' | null;
  readonly is_default: number;
  readonly used_by: number;
}

const COLUMNS = `p.id, p.stripe_id, p.product_id, p.currency, p.unit_amount_decimal, p.interval, p.interval_count, p.label,
  p.active, p.created, p.work,
  EXISTS (SELECT 1 FROM product d WHERE d.id = p.product_id AND d.default_price = p.stripe_id) AS is_default,
  ${recurringBy('price', 'p.id')} AS used_by`;

/** By the item's id: those in use first, newest first. */
export function pricesOf(db: Db, itemIds: readonly string[]): ReadonlyMap<string, Price[]> {
  const rows = db.all<PriceColumns>(
    `SELECT ${COLUMNS} FROM json_each(+?) AS chosen CROSS JOIN price p INDEXED BY price_of_product ON p.product_id = chosen.value
     ORDER BY p.active DESC, p.created DESC, p.seq DESC`,
    [JSON.stringify(itemIds)],
  );
  const prices = new Map<string, Price[]>();
  for (const row of rows) {
    const id = row.product_id ?? '';
    prices.set(id, [...(prices.get(id) ?? []), priceOf(row)]);
  }
  return prices;
}

export interface StoredPrice extends Price {
  /** Null while the item is not known. */
  readonly itemId: string | null;
}

export function priceById(db: Db, id: string): StoredPrice | null {
  const row = db.get<PriceColumns>(`SELECT ${COLUMNS} FROM price p WHERE p.id = ?`, [id]);
  return row ? { ...priceOf(row), itemId: row.product_id } : null;
}

function priceOf(row: PriceColumns): Price {
  return {
    id: row.id,
    stripeId: row.stripe_id,
    currency: row.currency,
    unitAmountDecimal: row.unit_amount_decimal,
    every:
      row.interval === null || row.interval_count === null
        ? null
        : { interval: row.interval, count: row.interval_count },
    label: row.label,
    active: row.active === 1,
    isDefault: row.is_default === 1,
    state: row.work ?? 'saved',
    usedBy: row.used_by,
    createdAt: row.created,
  };
}

/** Whether Stripe divides the quantity before it multiplies, which can only be set up by its API. */
export function billsInPackages(db: Db, id: string): boolean {
  const row = db.get<{ divides: number }>(
    `SELECT o.json ->> '$.transform_quantity' IS NOT NULL AS divides FROM price p JOIN stripe_object o ON o.id = p.stripe_id WHERE p.id = ?`,
    [id],
  );
  return row?.divides === 1;
}
