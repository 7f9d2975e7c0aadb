// Calls about recurring invoices: what Stripe bills by itself, period after period.
import { z } from 'zod';
import { Every } from './catalogue.ts';
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
import { Totals } from './drafts.ts';

export const RecurringLine = z.object({
  /** Made in the page, or Stripe's id of the item; stays with the line. */
  id: z.string().min(1).max(64),
  /** Of the catalogue; null is written freely and becomes an item there, because Stripe bills nothing else again and again. */
  itemId: Id.nullable(),
  /** A price of the item; null bills `unitAmountDecimal` by a price that Stripe makes for this line alone. */
  priceId: Id.nullable(),
  description: z.string().max(250),
  quantity: z.int().min(1).max(999_999),
  /** Minor units as exact decimal text. */
  unitAmountDecimal: Decimal,
  taxRateIds: z.array(Id).max(5),
});
export type RecurringLine = z.infer<typeof RecurringLine>;

export const Collection = z.discriminatedUnion('kind', [
  /** Each invoice is sent, to be paid within so many days. */
  z.object({ kind: z.literal('send'), days: z.int().min(0).max(365) }),
  /** Each invoice is charged; null charges what the customer has by default. */
  z.object({ kind: z.literal('charge'), methodId: Id.nullable() }),
]);
export type Collection = z.infer<typeof Collection>;

const Lines = z.array(RecurringLine).max(20);

/** What may be changed while it runs. */
export const RecurringContent = z.object({
  lines: Lines,
  couponId: Id.nullable(),
  collection: Collection,
  memo: z.string().max(1500),
  footer: z.string().max(5000),
});
export type RecurringContent = z.infer<typeof RecurringContent>;

export const Start = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('today') }),
  z.object({ kind: z.literal('day'), day: CalendarDay }),
  /** Before today: the periods that have begun since are billed at once, on the first invoice. */
  z.object({ kind: z.literal('past'), day: CalendarDay }),
  /** Of the next month; the days until then are free, or charged in part at once. */
  z.object({ kind: z.literal('first-of-month'), until: z.enum(['free', 'charged']) }),
]);
export type Start = z.infer<typeof Start>;

export const End = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('never') }),
  /** No period begins after this day; the one that has begun is billed whole. */
  z.object({ kind: z.literal('on'), day: CalendarDay }),
  z.object({ kind: z.literal('after'), invoices: z.int().min(1).max(1000) }),
]);
export type End = z.infer<typeof End>;

export const RecurringFields = RecurringContent.extend({
  customerId: Id.nullable(),
  currency: Currency,
  every: Every,
  start: Start,
  end: End,
});
export type RecurringFields = z.infer<typeof RecurringFields>;

export const Proration = z.enum(['next-invoice', 'at-once', 'none']);
export type Proration = z.infer<typeof Proration>;

export const RecurringChange = RecurringContent.extend({
  /** Another rhythm, which begins a new period at once; null leaves it as it is. */
  every: Every.nullable().default(null),
  /** Null leaves the end as it is; `after` counts from the next invoice on. */
  end: End.nullable(),
  /** What becomes of time that has been paid for already. */
  proration: Proration,
});
export type RecurringChange = z.infer<typeof RecurringChange>;

export const Standing = z.enum([
  'active',
  'ending',
  'paused',
  'past-due',
  'incomplete',
  'ended',
  'queued',
  'failed',
  'needs-review',
]);
export type Standing = z.infer<typeof Standing>;

export const RecurringTab = z.enum(['all', 'active', 'paused', 'past-due', 'ending', 'ended']);
export type RecurringTab = z.infer<typeof RecurringTab>;

export const RecurringRow = z.object({
  id: Id,
  stripeId: Id.nullable(),
  customerId: Id.nullable(),
  customerName: z.string(),
  /** Its items in words. */
  title: z.string(),
  currency: Currency,
  /** Of one period, before discounts and added tax. */
  amount: Amount,
  every: Every,
  collects: z.enum(['send', 'charge']),
  standing: Standing,
  /** When Stripe makes the next invoice; null when it makes none. */
  nextDay: CalendarDay.nullable(),
  /** When it ends or has ended. */
  endDay: CalendarDay.nullable(),
  createdAt: UnixSeconds,
  cursor: z.string(),
});
export type RecurringRow = z.infer<typeof RecurringRow>;

/** What Stripe says an invoice will be. */
export const UpcomingInvoice = z.object({
  day: CalendarDay,
  currency: Currency,
  subtotal: Amount,
  discount: Amount,
  tax: Amount,
  total: Amount,
  /** After the customer's balance. */
  amountDue: Amount,
  lines: z.array(
    z.object({
      id: Id,
      description: z.string(),
      amount: Amount,
      from: CalendarDay,
      until: CalendarDay,
    }),
  ),
  askedAt: UnixSeconds,
});
export type UpcomingInvoice = z.infer<typeof UpcomingInvoice>;

export const PauseBehavior = z.enum(['keep_as_draft', 'mark_uncollectible', 'void']);
export type PauseBehavior = z.infer<typeof PauseBehavior>;

export const RecurringAction = z.enum(['change', 'pause', 'resume', 'cancel', 'keep']);
export type RecurringAction = z.infer<typeof RecurringAction>;

const HistoryRow = z.object({
  id: Id,
  number: z.string().nullable(),
  status: z.enum(['draft', 'open', 'paid', 'uncollectible', 'void']),
  day: CalendarDay,
  currency: Currency,
  total: Amount,
  balanceDue: Amount,
});

export const RecurringDetail = RecurringRow.omit({ cursor: true }).extend({
  content: RecurringContent,
  /** The day that the periods are counted from; null until Stripe has it. */
  anchorDay: CalendarDay.nullable(),
  period: z.object({ from: CalendarDay, until: CalendarDay }).nullable(),
  pause: z.object({ behavior: PauseBehavior, until: CalendarDay.nullable() }).nullable(),
  /** In words. */
  methodLabel: z.string().nullable(),
  taxRates: z.array(z.object({ id: Id, label: z.string() })),
  couponName: z.string().nullable(),
  actions: z.array(RecurringAction),
  /** The operation of the outbox that is still under way with it. */
  operationId: Id.nullable(),
  upcoming: UpcomingInvoice.nullable(),
  /** Its latest 100 invoices, newest first. */
  history: z.array(HistoryRow),
});
export type RecurringDetail = z.infer<typeof RecurringDetail>;

const Finding = z.object({ path: z.string(), message: z.string() });

const Review = z.object({
  /** Each forbids it, with the reason. */
  findings: z.array(Finding),
  /** Of one whole period, the coupon taken off. */
  totals: Totals,
  /** When the first invoices are made. */
  days: z.array(CalendarDay),
  /** What the first invoice bills of the past: so many periods from that day on, and about how much; null where it bills none. */
  past: z.object({ from: CalendarDay, until: CalendarDay, periods: z.int(), total: Amount }).nullable(),
  /** How many there will be; null without an end. */
  invoices: z.int().nullable(),
  /** The day of the last one. */
  lastDay: CalendarDay.nullable(),
  /** What else Stripe does, in words. */
  notes: z.array(z.string()),
});

const Filter = z.object({
  search: z.string().max(200).optional(),
  tab: RecurringTab.default('all'),
  customerId: Id.optional(),
});

export const recurringCalls = {
  'recurring.list': query(
    z.object({
      filter: Filter,
      sort: z.object({ by: z.enum(['next', 'customer', 'amount', 'created']), direction: Direction }),
      page: Page,
    }),
    z.object({ rows: z.array(RecurringRow) }),
  ),
  /** How many there are in each tab. */
  'recurring.counts': query(
    Filter.omit({ tab: true }),
    z.object({ tabs: z.array(z.object({ tab: RecurringTab, count: z.int() })) }),
  ),
  'recurring.get': query(z.object({ id: Id }), RecurringDetail),
  /** Judges what stands in the form and says what would come of it. Asks nobody. */
  'recurring.review': query(z.object({ fields: RecurringFields }), Review),
  /** Asks Stripe what the next invoice will be, as it is or after a change. Refuses with `offline` when it cannot be asked. */
  'recurring.preview': query(
    z.object({ id: Id, change: RecurringChange.nullable() }),
    z.object({ upcoming: UpcomingInvoice.nullable() }),
  ),
  /** `amount` is what the bookkeeper saw as the total of a period: a differing one is refused. */
  'recurring.create': command(
    z.object({ commandId: CommandId, fields: RecurringFields, total: Money }),
    Accepted.extend({ id: Id }),
  ),
  'recurring.change': command(z.object({ commandId: CommandId, id: Id, change: RecurringChange }), Accepted),
  /** Stripe goes on making the invoices, and does with them as `behavior` says, until the day or until somebody resumes it. */
  'recurring.pause': command(
    z.object({ commandId: CommandId, id: Id, behavior: PauseBehavior, until: CalendarDay.nullable() }),
    Accepted,
  ),
  'recurring.resume': command(z.object({ commandId: CommandId, id: Id }), Accepted),
  /** `credit` gives back what of the period is not used, when it ends now. */
  'recurring.cancel': command(
    z.object({
      commandId: CommandId,
      id: Id,
      when: z.enum(['now', 'period-end']),
      credit: z.boolean(),
    }),
    Accepted,
  ),
  /** Takes the coming end back. */
  'recurring.keep': command(z.object({ commandId: CommandId, id: Id }), Accepted),
} as const;
