// What the mirror of Stripe holds, in a form that two mirrors can be compared by: without the order in which things arrived.
import type { Db } from '../../main/store/database.ts';
import { applyObjects } from '../../main/sync/apply.ts';
import type { ApplyProblem } from '../../main/sync/batch.ts';
import { Changes } from '../../main/sync/changes.ts';
import type { StripeObject } from '../../main/stripe/request.ts';

const TABLES = {
  stripe_object: 'id',
  customer: 'id',
  invoice: 'id',
  invoice_payment: 'id',
  payment: 'id',
  refund: 'id',
  dispute: 'id',
  balance_transaction: 'id',
  payout: 'id',
  payment_method: 'id',
  tax_rate: 'id',
  product: 'id',
  price: 'id',
  coupon: 'id',
  subscription: 'id',
  draft: 'invoice_id',
} as const;

export function mirrorOf(db: Db): Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>> {
  return Object.fromEntries(
    Object.entries(TABLES).map(([table, key]) => [
      table,
      db
        .all<Record<string, unknown>>(`SELECT * FROM ${table} ORDER BY ${key}`)
        .map(({ seq: _seq, ...row }) => row),
    ]),
  );
}

export interface Applied {
  readonly changes: Changes;
  readonly problems: readonly ApplyProblem[];
}

/** Applies in one transaction, as the program does. */
export function applyAll(db: Db, objects: readonly StripeObject[], timeZone = 'Europe/Berlin'): Applied {
  const changes = new Changes();
  const problems = db.transaction(() => applyObjects(db, objects, { timeZone, changes }));
  return { changes, problems };
}

/** Ids in the search index of a kind whose text has the words. */
export function found(db: Db, kind: 'invoice' | 'customer' | 'payment', text: string): readonly string[] {
  return db
    .all<{ id: string }>(
      `SELECT id FROM ${kind} WHERE seq IN (SELECT rowid FROM ${kind}_search WHERE ${kind}_search MATCH ?) ORDER BY id`,
      [`"${text}"`],
    )
    .map(({ id }) => id);
}
