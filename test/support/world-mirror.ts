// Compares what is kept here with what the simulator holds, object by object.
import { isDeepStrictEqual } from 'node:util';
import { expect } from 'vitest';
import type { Simulator } from '../../main/simulator/simulator.ts';
import type { Db } from '../../main/store/database.ts';
import { plainObject } from '../../main/stripe/normalise.ts';
import type { StripeObject } from '../../main/stripe/request.ts';
import { flatten } from '../../main/sync/flatten.ts';

const TYPES = [
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
 * Products that a line brought along are archived from the start, and no event tells of them. Money that becomes available does so without a word from Stripe; lines and tax ids are kept more completely than an object shows
 * them.
 */
const UNTOLD: Readonly<Record<string, readonly string[]>> = {
  balance_transaction: ['status'],
  customer: ['tax_ids', 'currency'],
  invoice: ['lines'],
  // Kept with their coupons, which Stripe tells only where they are expanded.
  subscription: ['discounts'],
};

type Shown = Readonly<Record<string, unknown>>;

/** The ids of a type at Stripe, oldest first, deleted ones left out. */
export function idsAtStripe(
  simulator: Simulator,
  type: (typeof TYPES)[number],
  status?: string,
): readonly string[] {
  return simulator.control
    .objects({ type })
    .filter((object) => object['deleted'] !== true && (status === undefined || object['status'] === status))
    .map(({ id }) => (typeof id === 'string' ? id : ''));
}

export function expectMirror(db: Db, simulator: Simulator): void {
  for (const type of TYPES) {
    const here = byId(kept(db, type));
    const there = simulator.control.objects({ type }).map((object) => shown(type, plainObject(object)));
    const told = there.filter(
      (object) => object !== null && (object['active'] !== false || String(object['id']) in here),
    );
    const expected = byId(told.filter((object) => object !== null));
    // Far faster than the assertion, which is only needed to show a difference.
    if (!isDeepStrictEqual(here, expected)) expect(here, type).toEqual(expected);
  }
}

function kept(db: Db, type: string): readonly Shown[] {
  return db
    .all<{ id: string; deleted: number; json: string }>(
      'SELECT id, deleted, json FROM stripe_object WHERE type = ?',
      [type],
    )
    .flatMap(({ id, deleted, json }) =>
      deleted ? [{ id, deleted: true }] : [shown(type, plainObject(JSON.parse(json)))],
    )
    .filter((object) => object !== null);
}

function shown(type: string, object: StripeObject | null): Shown | null {
  // What is expanded inside an object is kept by itself.
  const bare = object && flatten(object).at(-1);
  if (!bare) return null;
  if (bare['deleted'] === true) return { id: bare.id, deleted: true };
  const hidden = UNTOLD[type] ?? [];
  // A draft shows its customer as they are now, without an event of its own.
  const draft = type === 'invoice' && bare['status'] === 'draft';
  const isTold = (name: string): boolean =>
    !hidden.includes(name) && !(draft && name.startsWith('customer_'));
  return Object.fromEntries(Object.entries(bare).filter(([name]) => isTold(name)));
}

function byId(objects: readonly Shown[]): Readonly<Record<string, Shown>> {
  return Object.fromEntries(
    objects.filter(({ deleted }) => deleted !== true).map((object) => [String(object['id']), object]),
  );
}
