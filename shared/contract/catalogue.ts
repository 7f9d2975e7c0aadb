// Calls about the catalogue: items with their prices, and coupons.
import { z } from 'zod';
import {
  Accepted,
  Amount,
  CalendarDay,
  CommandId,
  Currency,
  Decimal,
  Direction,
  Id,
  Money,
  Page,
  UnixSeconds,
} from './common.ts';
import { command, query } from './define.ts';

const SyncState = z.enum(['saved', 'queued', 'failed']);

/** How often something is billed: every `count` days, weeks, months or years. */
export const Every = z.object({
  interval: z.enum(['day', 'week', 'month', 'year']),
  count: z.int().positive().max(1000),
});
export type Every = z.infer<typeof Every>;

export const Price = z.object({
  id: Id,
  stripeId: Id.nullable(),
  currency: Currency,
  /** Minor units as exact decimal text; null where Stripe works the price out by tiers or lets the customer choose. */
  unitAmountDecimal: Decimal.nullable(),
  /** Null is paid once. */
  every: Every.nullable(),
  label: z.string(),
  active: z.boolean(),
  /** The one that Stripe takes where only the item is named; it cannot be archived, only replaced. */
  isDefault: z.boolean(),
  state: SyncState,
  /** Recurring invoices that are not over. */
  usedBy: z.int(),
  createdAt: UnixSeconds,
});
export type Price = z.infer<typeof Price>;

/** What uses a thing of the catalogue now, or has used it. */
export const UsedBy = z.object({
  /** Recurring invoices that are not over. */
  recurring: z.int(),
  /** Invoices at Stripe and drafts here. */
  invoices: z.int(),
});
export type UsedBy = z.infer<typeof UsedBy>;

export const ItemRow = z.object({
  id: Id,
  stripeId: Id.nullable(),
  name: z.string(),
  description: z.string(),
  unitLabel: z.string(),
  active: z.boolean(),
  /** Those in use first, then the archived ones; newest first. */
  prices: z.array(Price),
  usedBy: UsedBy,
  state: SyncState,
  createdAt: UnixSeconds,
  cursor: z.string(),
});
export type ItemRow = z.infer<typeof ItemRow>;

export const NewPrice = z.object({ currency: Currency, unitAmount: Amount, every: Every.nullable() });
export type NewPrice = z.infer<typeof NewPrice>;

export const ItemFields = z.object({
  name: z.string().trim().min(1, 'An item needs a name').max(250),
  description: z.string().max(2000),
  /** Such as "hour"; Stripe prints it after the quantity. */
  unitLabel: z.string().trim().max(12, 'Stripe takes at most 12 letters'),
});
export type ItemFields = z.infer<typeof ItemFields>;

export const Coupon = z.object({
  /** The same here and at Stripe. */
  id: Id,
  name: z.string(),
  off: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('percent'), percent: Decimal }),
    z.object({ kind: z.literal('amount'), money: Money }),
  ]),
  /** On how many invoices of one recurring invoice it counts. */
  duration: z.enum(['once', 'repeating', 'forever']),
  months: z.int().nullable(),
  /** Made by the program for the discount of a draft; not chosen by a person. */
  ofDraft: z.boolean(),
  /** False once it was withdrawn, its time is over, or it has been given as often as it may. */
  active: z.boolean(),
  /** How often Stripe has given it. */
  redeemed: z.int(),
  /** Null without a limit. */
  maxRedemptions: z.int().nullable(),
  /** The last moment at which it can be given; null without one. */
  redeemBy: UnixSeconds.nullable(),
  /** Recurring invoices that are not over. */
  usedBy: z.int(),
  state: SyncState,
  createdAt: UnixSeconds,
});
export type Coupon = z.infer<typeof Coupon>;

export const CouponFields = z.object({
  name: z.string().trim().min(1, 'A coupon needs a name').max(40),
  off: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('percent'), percent: Decimal }),
    z.object({ kind: z.literal('amount'), money: Money }),
  ]),
  duration: z.enum(['once', 'repeating', 'forever']),
  months: z.int().positive().max(120).nullable(),
  /** It can be given until the end of this day; null without a last one. */
  redeemBy: CalendarDay.nullable(),
  maxRedemptions: z.int().positive().max(1_000_000).nullable(),
});
export type CouponFields = z.infer<typeof CouponFields>;

const ItemView = z.enum(['active', 'archived']);
const Search = z.string().max(200).optional();

export const catalogueCalls = {
  'items.list': query(
    z.object({
      filter: z.object({ search: Search, view: ItemView.default('active') }),
      sort: z.object({ by: z.enum(['name', 'created']), direction: Direction }),
      page: Page,
    }),
    z.object({ rows: z.array(ItemRow) }),
  ),
  'items.counts': query(z.object({ search: Search }), z.object({ active: z.int(), archived: z.int() })),
  'items.get': query(z.object({ id: Id }), ItemRow.omit({ cursor: true })),
  /** For completion while writing: the best 8 prices whose item has these words, those in the currency first. */
  'items.find': query(
    z.object({ text: z.string().max(200), currency: Currency, every: Every.nullable().optional() }),
    z.object({
      rows: z.array(
        z.object({
          itemId: Id,
          name: z.string(),
          description: z.string(),
          unitLabel: z.string(),
          price: Price,
        }),
      ),
    }),
  ),
  /** A new item with its first price. */
  'items.create': command(
    z.object({ commandId: CommandId, fields: ItemFields, price: NewPrice.nullable() }),
    Accepted.extend({ id: Id }),
  ),
  'items.change': command(z.object({ commandId: CommandId, id: Id, fields: ItemFields }), Accepted),
  'items.archive': command(z.object({ commandId: CommandId, id: Id, archived: z.boolean() }), Accepted),
  'prices.create': command(
    z.object({ commandId: CommandId, itemId: Id, price: NewPrice }),
    Accepted.extend({ id: Id }),
  ),
  /** A price's amount never changes: this makes a new price and archives the old one. What bills by the old one goes on with it. */
  'prices.replace': command(
    z.object({ commandId: CommandId, id: Id, unitAmount: Amount }),
    Accepted.extend({ id: Id }),
  ),
  'prices.archive': command(z.object({ commandId: CommandId, id: Id, archived: z.boolean() }), Accepted),
  'coupons.list': query(z.object({}), z.object({ rows: z.array(Coupon) })),
  'coupons.create': command(
    z.object({ commandId: CommandId, fields: CouponFields }),
    Accepted.extend({ id: Id }),
  ),
  /** What has been given by it stays; nobody can be given it any more. */
  'coupons.delete': command(z.object({ commandId: CommandId, id: Id }), Accepted),
} as const;
