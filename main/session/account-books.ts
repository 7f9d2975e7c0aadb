// Opens the database of one account's books, and binds new ones to their account.
import { Refusal } from '../refusal.ts';
import { type AccountFacts, bindAccount, readAccount } from '../store/account.ts';
import type { Db } from '../store/database.ts';
import { type OpenOptions, openDatabase } from '../store/open.ts';

/** `account` says whose they must be; null lets them say so themselves. Refuses with `storage`, or `key-refused` for books of another account or mode. */
export async function openAccountBooks(
  path: string,
  account: AccountFacts | null,
  options: OpenOptions = {},
): Promise<{ readonly db: Db; readonly facts: AccountFacts }> {
  const opened = await openDatabase(path, options);
  if (!opened.ok) throw new Refusal(opened.problem);
  const { db } = opened;
  const bound = account && options.readOnly !== true ? bindAccount(db, account) : 'bound';
  const facts = readAccount(db);
  if (bound === 'bound' && facts) return { db, facts };
  db.close();
  const message = 'These books belong to another Stripe account or to its other mode.';
  throw new Refusal({ kind: 'key-refused', reason: 'wrong-account', message });
}
