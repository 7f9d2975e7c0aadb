// Items and their prices as we keep them: the list, one of them, and what the bookkeeper changes.
import type { Every, ItemFields, ItemRow, NewPrice } from '../../shared/contract/catalogue.ts';
import { foldedTerms, foldedWords, sortKey } from '../../shared/domain/sort-key.ts';
import { usesBy } from './catalogue-use.ts';
import type { Db } from './database.ts';
import { pricesOf } from './item-prices.ts';
import { CURSOR, type PageInput, pageOfSeqs } from './keyset.ts';
import type { Condition } from './search-condition.ts';

export interface ItemListInput {
  readonly filter: { readonly search?: string | undefined; readonly view: 'active' | 'archived' };
  readonly sort: { readonly by: keyof typeof ORDERS; readonly direction: 'asc' | 'desc' };
  readonly page: PageInput;
}

const ORDERS = {
  name: { column: 'name_sort', index: 'product_by_name' },
  created: { column: 'created', index: 'product_by_created' },
} as const;

interface ItemColumns {
  readonly id: string;
  readonly stripe_id: string | null;
  readonly name: string;
  readonly description: string;
  readonly unit_label: string;
  readonly active: number;
  readonly work: 'queued' | 'failed' | null;
  readonly invoices: number;
  readonly created: number;
}

const COLUMNS = `t.id, t.stripe_id, t.name, t.description, t.unit_label, t.active, t.work, t.created, ${usesBy('product', 't.id')} AS invoices`;

export function listItems(db: Db, { filter, sort, page }: ItemListInput): ItemRow[] {
  const { column, index } = ORDERS[sort.by];
  const direction = sort.direction === 'asc' ? 'ASC' : 'DESC';
  const source = {
    from: `product t INDEXED BY ${index}`,
    conditions: [viewCondition(filter.view), ...searched(filter.search)],
  };
  const seqs = pageOfSeqs([source], { column, direction: sort.direction }, page);
  const rows = db.all<ItemColumns & { cursor: string }>(
    `SELECT ${CURSOR}, ${COLUMNS} FROM (${seqs.sql}) AS page CROSS JOIN product t ON t.seq = page.seq
     ORDER BY page.place ${direction}, page.seq ${direction}`,
    seqs.parameters,
  );
  const prices = pricesOf(
    db,
    rows.map(({ id }) => id),
  );
  return rows.map(({ cursor, ...row }) => ({ ...itemOf(row, prices), cursor }));
}

function viewCondition(view: 'active' | 'archived'): Condition {
  return { sql: `t.deleted = 0 AND t.active = ${view === 'active' ? 1 : 0}`, parameters: [] };
}

function searched(search: string | undefined): readonly Condition[] {
  return foldedTerms(search).map((term) => ({ sql: 'instr(t.words, +?) > 0', parameters: [term] }));
}

export function countItems(db: Db, search: string | undefined): { active: number; archived: number } {
  const conditions = searched(search);
  const row = db.get<{ active: number; archived: number }>(
    `SELECT ifnull(sum(t.active), 0) AS active, ifnull(sum(1 - t.active), 0) AS archived FROM product t
     WHERE ${['t.deleted = 0', ...conditions.map(({ sql }) => sql)].join(' AND ')}`,
    conditions.flatMap(({ parameters }) => parameters),
  );
  return row ?? { active: 0, archived: 0 };
}

export type Item = Omit<ItemRow, 'cursor'>;

/** Null when there is none, or it was deleted at Stripe. */
export function itemById(db: Db, id: string): Item | null {
  const row = db.get<ItemColumns>(`SELECT ${COLUMNS} FROM product t WHERE t.id = ? AND t.deleted = 0`, [id]);
  return row ? itemOf(row, pricesOf(db, [id])) : null;
}

function itemOf(row: ItemColumns, prices: ReturnType<typeof pricesOf>): Item {
  const own = prices.get(row.id) ?? [];
  return {
    id: row.id,
    stripeId: row.stripe_id,
    name: row.name,
    description: row.description,
    unitLabel: row.unit_label,
    active: row.active === 1,
    prices: own,
    usedBy: { recurring: own.reduce((sum, { usedBy }) => sum + usedBy, 0), invoices: row.invoices },
    state: row.work ?? 'saved',
    createdAt: row.created,
  };
}

/** Stripe's id of the price that an item has by default; null when it has none. */
export function defaultPriceOf(db: Db, itemId: string): string | null {
  return (
    db.get<{ price: string | null }>('SELECT default_price AS price FROM product WHERE id = ?', [itemId])
      ?.price ?? null
  );
}

/** An item made here, not at Stripe yet. `at` is unix seconds. */
export function insertItem(db: Db, id: string, fields: ItemFields, at: number): void {
  db.run(
    `INSERT INTO product (id, name, name_sort, description, unit_label, words, active, created) VALUES (?, ?, ?, ?, ?, ?, 1, ?)`,
    [id, fields.name, sortKey(fields.name), fields.description, fields.unitLabel, wordsOf(fields), at],
  );
}

export function updateItem(db: Db, id: string, fields: ItemFields): void {
  db.run(
    'UPDATE product SET name = ?, name_sort = ?, description = ?, unit_label = ?, words = ? WHERE id = ?',
    [fields.name, sortKey(fields.name), fields.description, fields.unitLabel, wordsOf(fields), id],
  );
}

function wordsOf({ name, description }: ItemFields): string {
  return foldedWords([name, description]);
}

export function setItemActive(db: Db, id: string, active: boolean): void {
  db.run('UPDATE product SET active = ? WHERE id = ?', [active ? 1 : 0, id]);
}

/** A price made here, not at Stripe yet. */
export function insertPrice(db: Db, id: string, itemId: string, price: NewPrice, at: number): void {
  db.run(
    `INSERT INTO price (id, product_id, currency, unit_amount_decimal, interval, interval_count, active, created)
     VALUES (?, ?, ?, ?, ?, ?, 1, ?)`,
    [
      id,
      itemId,
      price.currency,
      String(price.unitAmount),
      price.every?.interval ?? null,
      price.every?.count ?? null,
      at,
    ],
  );
}

export function setPriceActive(db: Db, id: string, active: boolean): void {
  db.run('UPDATE price SET active = ? WHERE id = ?', [active ? 1 : 0, id]);
}

interface FoundColumns {
  readonly item_id: string;
  readonly name: string;
  readonly description: string;
  readonly unit_label: string;
  readonly price_id: string;
}

/** Prices in use whose item has these words, those in the currency only. `every` undefined takes both kinds, null those paid once. */
export function findPrices(
  db: Db,
  wanted: { readonly text: string; readonly currency: string; readonly every?: Every | null | undefined },
  limit: number,
): readonly FoundColumns[] {
  const terms = searched(wanted.text);
  const kind: readonly Condition[] =
    wanted.every === undefined
      ? []
      : wanted.every === null
        ? [{ sql: 'p.interval IS NULL', parameters: [] }]
        : [
            {
              sql: 'p.interval = +? AND p.interval_count = +?',
              parameters: [wanted.every.interval, wanted.every.count],
            },
          ];
  const conditions = [...terms, ...kind];
  return db.all<FoundColumns>(
    `SELECT t.id AS item_id, t.name, t.description, t.unit_label, p.id AS price_id
     FROM product t INDEXED BY product_by_name CROSS JOIN price p ON p.product_id = t.id AND p.active = 1
     WHERE t.deleted = 0 AND t.active = 1 AND p.unit_amount_decimal IS NOT NULL AND p.currency = +?
       ${conditions.map(({ sql }) => `AND ${sql}`).join(' ')}
     ORDER BY t.name_sort, t.seq, p.seq DESC LIMIT +?`,
    [wanted.currency, ...conditions.flatMap(({ parameters }) => parameters), limit],
  );
}

/** The item and price of the catalogue that a line at Stripe is of; null where it is none that can be chosen. */
export function itemOfLine(
  db: Db,
  product: string,
  price: string,
): { readonly itemId: string; readonly priceId: string | null } | null {
  const row = db.get<{ item: string; price: string | null }>(
    `SELECT t.id AS item, (SELECT p.id FROM price p WHERE p.stripe_id = +? AND p.active = 1) AS price
     FROM product t WHERE t.stripe_id = ? AND t.active = 1 AND t.deleted = 0`,
    [price, product],
  );
  return row ? { itemId: row.item, priceId: row.price } : null;
}
