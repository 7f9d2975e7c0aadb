// In what the kept objects differ from what the simulator holds, object by object.
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import type { Simulator } from '../../main/simulator/simulator.ts';
import type { Db } from '../../main/store/database.ts';
import { plainObject } from '../../main/stripe/normalise.ts';
import type { StripeObject } from '../../main/stripe/request.ts';
import { flatten } from '../../main/sync/flatten.ts';
import { idOf } from './id-of.ts';

export const MIRRORED = [
  'customer',
  'tax_rate',
  'coupon',
  'product',
  'price',
  'subscription',
  'invoice',
  'invoice_payment',
  'payment_intent',
  'charge',
  'refund',
  'dispute',
  'credit_note',
  'payout',
  'balance_transaction',
] as const;

/**
 * How often a coupon was given changes without a word. Products that a line brought along are archived from the start, and no event tells of them. Money that becomes available does so without a word from Stripe; lines and tax ids are kept more completely than an object shows
 * them.
 */
const UNTOLD: Readonly<Record<string, readonly string[]>> = {
  balance_transaction: ['status'],
  coupon: ['times_redeemed', 'valid'],
  customer: ['tax_ids', 'currency'],
  invoice: ['lines'],
  // Kept with their coupons, which Stripe tells only where they are expanded.
  subscription: ['discounts'],
};

type Shown = Readonly<Record<string, unknown>>;
type ById = Readonly<Record<string, Shown>>;

export interface MirrorDifference {
  readonly type: (typeof MIRRORED)[number];
  readonly here: ById;
  readonly there: ById;
}

/** The types of which not all objects are as at Stripe. */
export function mirrorDifferences(db: Db, simulator: Simulator): readonly MirrorDifference[] {
  return MIRRORED.flatMap((type) => {
    const here = byId(kept(db, type));
    const there = existing(simulator, type).map((object) => shownOnce(type, JSON.stringify(object)));
    const told = there.filter(
      (object) => object !== null && (object['active'] !== false || String(object['id']) in here),
    );
    const expected = byId(told.filter((object) => object !== null));
    return isDeepStrictEqual(here, expected) ? [] : [{ type, here, there: expected }];
  });
}

/** A coupon that was deleted is simply no more: Stripe does not show it. */
function existing(simulator: Simulator, type: (typeof MIRRORED)[number]): readonly Shown[] {
  const objects = simulator.control.objects({ type });
  if (type !== 'coupon') return objects;
  const deleted = new Set(
    simulator.control
      .objects({ type: 'event' })
      .flatMap((event) =>
        event['type'] === 'coupon.deleted' ? [DeletedCoupon.parse(event).data.object.id] : [],
      ),
  );
  return objects.filter((object) => !deleted.has(idOf(object)));
}

const DeletedCoupon = z.object({ data: z.object({ object: z.object({ id: z.string() }) }) });

function kept(db: Db, type: string): readonly Shown[] {
  return db
    .all<{ id: string; deleted: number; json: string }>(
      'SELECT id, deleted, json FROM stripe_object WHERE type = ?',
      [type],
    )
    .flatMap(({ id, deleted, json }) => (deleted ? [{ id, deleted: true }] : [shownOnce(type, json)]))
    .filter((object) => object !== null);
}

const MOST_KNOWN = 5_000;
const known = new Map<string, Shown | null>();

/** Most objects are the same from one comparison to the next. */
function shownOnce(type: string, json: string): Shown | null {
  const before = known.get(json);
  if (before !== undefined) return before;
  if (known.size >= MOST_KNOWN) known.clear();
  const object = shown(type, plainObject(JSON.parse(json)));
  known.set(json, object);
  return object;
}

function shown(type: string, object: StripeObject | null): Shown | null {
  // What is expanded inside an object is kept by itself.
  const bare = object && flatten(object).at(-1);
  if (!bare) return null;
  if (bare['deleted'] === true) return { id: bare.id, deleted: true };
  const hidden = UNTOLD[type] ?? [];
  // A draft shows its customer as they are now, without an event of its own.
  const draft = type === 'invoice' && bare['status'] === 'draft';
  // A credit note lowers what is asked for, and of that no event tells either.
  const unpaid = type === 'payment_intent' && bare['status'] !== 'succeeded';
  const isTold = (name: string): boolean =>
    !hidden.includes(name) && !(unpaid && name === 'amount') && !(draft && name.startsWith('customer_'));
  return Object.fromEntries(Object.entries(bare).filter(([name]) => isTold(name)));
}

function byId(objects: readonly Shown[]): Readonly<Record<string, Shown>> {
  return Object.fromEntries(
    objects.filter(({ deleted }) => deleted !== true).map((object) => [String(object['id']), object]),
  );
}
