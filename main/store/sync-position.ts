// Where synchronisation stands, saved in the same transaction as what it brought.
import { z } from 'zod';
import type { Db } from './database.ts';

/** The poller's position: everything that Stripe told before this moment (Stripe's clock, unix seconds) has been taken in. */
const EventPosition = z.object({ watermark: z.int() });

const ResourcePosition = z.object({
  resource: z.string(),
  /** The last object of the last page taken in; null before the first. */
  after: z.string().nullable(),
  objects: z.int(),
  done: z.boolean(),
});

/** A back-fill under way or finished. */
const BackfillPosition = z.object({
  kind: z.enum(['first', 'repair', 'compare']),
  /** Stripe's clock before it began. */
  startedAt: z.int(),
  /** A repair lists what was created from here on; null lists all. */
  createdFrom: z.int().nullable(),
  resources: z.array(ResourcePosition),
  /** A repair ends by asking for what was not final here. */
  refetched: z.boolean(),
  done: z.boolean(),
});
export type BackfillPosition = z.infer<typeof BackfillPosition>;

/** A comparison with everything at Stripe, under way or finished. */
const ComparisonPosition = z.object({
  /** Null until its first request has been answered. */
  list: BackfillPosition.nullable(),
  /** Stripe's clock at its end, unix seconds. */
  finishedAt: z.int().nullable(),
});
export type ComparisonPosition = z.infer<typeof ComparisonPosition>;

const BalancePosition = z.array(z.object({ currency: z.string(), available: z.int(), pending: z.int() }));
export type BalancePosition = z.infer<typeof BalancePosition>;

/** What the account may do, as Stripe said last. */
const AccountState = z.object({
  chargesEnabled: z.boolean(),
  payoutsEnabled: z.boolean(),
  detailsSubmitted: z.boolean(),
  /** How many things Stripe asks for now. */
  due: z.int(),
  /** The active ones. */
  capabilities: z.array(z.string()),
  hasName: z.boolean(),
  hasSupportContact: z.boolean(),
  hasBranding: z.boolean(),
  hasStatementDescriptor: z.boolean(),
});
export type AccountState = z.infer<typeof AccountState>;

export interface Position<Value> {
  /** Null when it was never written. */
  read(db: Db): Value | null;
  write(db: Db, value: Value): void;
  /** As if it had never been written. */
  forget(db: Db): void;
}

export const eventPosition = position('events', EventPosition);
export const backfillPosition = position('backfill', BackfillPosition);
export const comparisonPosition = position('comparison', ComparisonPosition);
export const balancePosition = position('balance', BalancePosition);
export const accountStatePosition = position('account', AccountState);

function position<Value>(name: string, schema: z.ZodType<Value>): Position<Value> {
  return {
    read(db) {
      const row = db.get<{ json: string }>('SELECT json FROM sync_position WHERE name = ?', [name]);
      return row ? schema.parse(JSON.parse(row.json)) : null;
    },
    write(db, value) {
      db.run(
        `INSERT INTO sync_position (name, json) VALUES (?, ?)
         ON CONFLICT (name) DO UPDATE SET json = excluded.json WHERE json <> excluded.json`,
        [name, JSON.stringify(value)],
      );
    },
    forget(db) {
      db.run('DELETE FROM sync_position WHERE name = ?', [name]);
    },
  };
}
