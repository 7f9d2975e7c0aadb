// The Stripe account and mode that these books belong to, once and for ever.
import { z } from 'zod';
import { BooksMode } from '../../shared/contract/session.ts';
import { Address } from '../../shared/contract/customers.ts';
import { Country, Currency } from '../../shared/contract/common.ts';
import type { Db } from './database.ts';

export const AccountFacts = z.object({
  id: z.string().min(1),
  mode: BooksMode,
  /** As the account calls itself. */
  name: z.string(),
  email: z.string(),
  country: Country.nullable(),
  /** What the account tells its customers of itself; where the settings begin. */
  address: Address.optional(),
  phone: z.string().optional(),
  website: z.string().optional(),
  currency: Currency,
  /** IANA; the zone of the system at first connection, and of the settings from then on. */
  timeZone: z.string(),
});
export type AccountFacts = z.infer<typeof AccountFacts>;

/** Null while the books are bound to no account. */
export function readAccount(db: Db): AccountFacts | null {
  const row = db.get<{ value: string }>("SELECT value FROM meta WHERE key = 'account'");
  return row ? AccountFacts.parse(JSON.parse(row.value)) : null;
}

/** Null while the books are bound to no account. */
export function modeOf(db: Db): BooksMode | null {
  return readAccount(db)?.mode ?? null;
}

/** Binds the books at the first connection; later the same account may only change how it describes itself. */
export function bindAccount(db: Db, facts: AccountFacts): 'bound' | 'other-account' | 'other-mode' {
  return db.transaction(() => {
    const known = readAccount(db);
    if (known && known.mode !== facts.mode) return 'other-mode';
    if (known && known.id !== facts.id) return 'other-account';
    db.run(
      "INSERT INTO meta (key, value) VALUES ('account', ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
      [JSON.stringify(facts)],
    );
    return 'bound';
  });
}
