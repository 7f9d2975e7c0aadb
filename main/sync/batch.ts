// What one run of apply gathers: objects that were understood, things to work out anew at its end, and what to announce.
import type { z } from 'zod';
import type { Topic } from '../../shared/contract/events.ts';
import type { Db } from '../store/database.ts';
import { type Kept, saveObject, saveTombstone } from '../store/mirror-objects.ts';
import type { SearchKind } from '../store/search.ts';
import type { StripeObject } from '../stripe/request.ts';
import type { ChargeSnapshot, PaymentIntentSnapshot } from '../stripe/snapshots/money.ts';
import type { Changes } from './changes.ts';

export interface ApplyContext {
  /** IANA zone of the business: decides which day an instant is. */
  readonly timeZone: string;
  readonly changes: Changes;
  /** The back-fill leaves words to be indexed afterwards. */
  readonly indexing?: 'now' | 'later';
}

/** An object of a known type that does not have what the program needs of it: kept whole, but shown nowhere. */
export interface ApplyProblem {
  readonly id: string;
  readonly type: string;
  /** Names the fields, never their content. */
  readonly fields: readonly string[];
}

export interface Batch {
  readonly db: Db;
  readonly context: ApplyContext;
  /** Stripe ids whose derived columns are worked out at the end. */
  readonly payments: Set<string>;
  /** Payments whose invoice changed what it is called: they are found by that. */
  readonly renamed: Set<string>;
  readonly invoices: Set<string>;
  /** Stripe ids of rows that may be found by other words than before. */
  readonly words: Readonly<Record<SearchKind, Set<string>>>;
  /** As they were understood in this batch. */
  readonly intents: Map<string, PaymentIntentSnapshot>;
  readonly charges: Map<string, ChargeSnapshot>;
  readonly problems: ApplyProblem[];
}

export function newBatch(db: Db, context: ApplyContext): Batch {
  return {
    db,
    context,
    payments: new Set(),
    renamed: new Set(),
    invoices: new Set(),
    words: { customer: new Set(), invoice: new Set(), payment: new Set() },
    intents: new Map(),
    charges: new Map(),
    problems: [],
  };
}

/** Reads what the program needs of an object; null, and a problem noted, when it is not as it must be. */
export function understand<Snapshot>(
  batch: Batch,
  schema: z.ZodType<Snapshot>,
  object: StripeObject,
): Snapshot | null {
  const parsed = schema.safeParse(object);
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.map(({ path }) => path.join('.'));
  batch.problems.push({ id: object.id, type: object.object, fields });
  return null;
}

/** Keeps an object whole. */
export function keep(batch: Batch, object: StripeObject): Kept {
  const { created } = object;
  return saveObject(batch.db, {
    id: object.id,
    type: object.object,
    created: typeof created === 'number' && Number.isSafeInteger(created) ? created : 0,
    json: JSON.stringify(object),
  });
}

/** Keeps the last that was said of what Stripe no longer has; answers whether that was new. */
export function bury(batch: Batch, object: StripeObject): boolean {
  const raw = { id: object.id, type: object.object, created: 0, json: JSON.stringify(object) };
  return saveTombstone(batch.db, raw);
}

export function announce(batch: Batch, topic: Topic, id: string): void {
  batch.context.changes.add(topic, id);
}
