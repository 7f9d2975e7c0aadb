// Which revenue account an item is sold to: choices of a bookkeeper, only ever added.
import type { Db } from './database.ts';

export interface ItemAccount {
  /** Stripe's id of the product. */
  readonly product: string;
  /** A number of the chart. */
  readonly account: number;
  /** The last entry of the journal when it was chosen. */
  readonly afterEntry: number;
}

/** Oldest first; of an item that is not at Stripe yet nothing can have been sold. */
export function itemAccounts(db: Db): readonly ItemAccount[] {
  return db.all<ItemAccount>(
    `SELECT p.stripe_id AS product, c.account, c.after_entry AS afterEntry
     FROM item_account c JOIN product p ON p.id = c.item WHERE p.stripe_id IS NOT NULL ORDER BY c.seq`,
  );
}

/** The one chosen last, for an item by our id; undefined while none was. */
export function chosenAccount(db: Db, item: string): number | undefined {
  return db.get<{ account: number }>(
    'SELECT account FROM item_account WHERE item = ? ORDER BY seq DESC LIMIT 1',
    [item],
  )?.account;
}

/** How many items of the catalogue are sold to each account that was chosen for any. */
export function itemsOfAccounts(db: Db): ReadonlyMap<number, number> {
  const rows = db.all<{ account: number; count: number }>(
    `SELECT c.account, count(*) AS count FROM item_account c JOIN product p ON p.id = c.item AND p.deleted = 0
     WHERE c.seq = (SELECT max(seq) FROM item_account o WHERE o.item = c.item) GROUP BY c.account`,
  );
  return new Map(rows.map(({ account, count }) => [account, count]));
}

/** `at` in unix seconds. In the transaction in which the end of the journal was read. */
export function addItemAccount(
  db: Db,
  choice: {
    readonly item: string;
    readonly account: number;
    readonly afterEntry: number;
    readonly at: number;
  },
): void {
  db.run('INSERT INTO item_account (item, account, after_entry, at) VALUES (?, ?, ?, ?)', [
    choice.item,
    choice.account,
    choice.afterEntry,
    choice.at,
  ]);
}
