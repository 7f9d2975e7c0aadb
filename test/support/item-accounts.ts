// Revenue accounts for the items of a catalogue, as a bookkeeper would open them.
import { randomUUID } from 'node:crypto';
import { openAccount, setItemAccount } from '../../main/books/revenue-accounts.ts';
import type { Db } from '../../main/store/database.ts';

const NO_CODES = { datev: '', quickbooks: '', xero: '' };

/** Opens an account for each name, numbered from 8500 on as in the charts of Germany; answers their numbers in our chart. */
export function openAccounts(db: Db, names: readonly string[]): readonly number[] {
  return names.map((name, index) => {
    const input = { commandId: randomUUID(), name, number: String(8500 + index), codes: NO_CODES };
    return openAccount({ db, now: () => 1 }, input).account;
  });
}

/** Gives the items of the catalogue the accounts in turn, and every third none. */
export function spreadItems(db: Db, accounts: readonly number[]): void {
  const items = db.all<{ id: string }>('SELECT id FROM product WHERE deleted = 0 ORDER BY id');
  for (const [index, { id: item }] of items.entries()) {
    const account = accounts[index % 3];
    if (account !== undefined)
      setItemAccount({ db, now: () => 1 }, { commandId: randomUUID(), item, account });
  }
}
