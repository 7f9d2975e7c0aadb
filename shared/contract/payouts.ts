// Calls about payouts to the bank account, what Stripe holds until then, and what it took.
import { z } from 'zod';
import { query } from './define.ts';
import { Amount, CalendarDay, Currency, Direction, Id, Money, Page } from './common.ts';

export const PayoutRow = z.object({
  id: Id,
  /** Stripe's word: pending, in_transit, paid, failed or canceled. */
  status: z.string(),
  /** When the bank expects it. */
  arrival: CalendarDay,
  made: CalendarDay,
  currency: Currency,
  amount: Amount,
  isAutomatic: z.boolean(),
  isInstant: z.boolean(),
  /** Payments and other movements that it holds; null while, or because, Stripe does not say. */
  movements: z.int().nullable(),
  cursor: z.string(),
});
export type PayoutRow = z.infer<typeof PayoutRow>;

/** One movement of Stripe's balance. */
export const Movement = z.object({
  id: Id,
  /** Stripe's reporting category. */
  category: z.string(),
  day: CalendarDay,
  customerName: z.string(),
  invoiceId: Id.nullable(),
  invoiceNumber: z.string().nullable(),
  paymentId: Id.nullable(),
  disputeId: Id.nullable(),
  /** The payout that it is about, as one that came back. */
  payoutId: Id.nullable(),
  /** Stripe's own words where it is about no payment. */
  text: z.string(),
  gross: Amount,
  fee: Amount,
  net: Amount,
  /** What of the net went out with this payout, where the rest did not. */
  part: Amount.nullable(),
  /** In the customer's currency, where that is another one. */
  original: Money.nullable(),
});
export type Movement = z.infer<typeof Movement>;

const CategorySum = z.object({
  category: z.string(),
  count: z.int(),
  gross: Amount,
  fee: Amount,
  net: Amount,
});

export const PayoutDetail = PayoutRow.omit({ cursor: true }).extend({
  failure: z.string().nullable(),
  /**
   * `manual`: Stripe does not say what it holds, and the movements are our suggestion. `waiting`: Stripe, or this program, is still
   * at it.
   */
  contents: z.enum(['open', 'waiting', 'manual']),
  movements: z.int().nullable(),
  sums: z.array(CategorySum),
  /** By category, in the order of the sums; oldest first. */
  transactions: z.array(Movement),
  /** What of the movements' net did not go out with this payout; zero unless one is shared with another. */
  elsewhere: Amount,
  /** What Stripe took for the payout itself, as for an instant one. */
  fee: Amount,
  /** What the movements leave unexplained of the amount; zero when it adds up, null while it is not open. */
  residue: Amount.nullable(),
  /** All that Stripe held of the currency right before and right after; null while the payout's own movement is not known. */
  balance: z.object({ before: Amount, after: Amount }).nullable(),
});

const StatusCount = z.object({ status: z.string(), count: z.int(), sum: z.array(Money) });

export const payoutCalls = {
  'payouts.list': query(
    z.object({ status: z.string().max(40).optional(), direction: Direction.default('desc'), page: Page }),
    z.object({ rows: z.array(PayoutRow) }),
  ),
  'payouts.counts': query(z.object({}), z.object({ statuses: z.array(StatusCount) })),
  'payouts.get': query(z.object({ id: Id }), PayoutDetail),
  /** What Stripe holds, what of it becomes available when, and what is on its way to the bank. */
  'balance.get': query(
    z.object({}),
    z.object({
      currencies: z.array(z.object({ currency: Currency, available: z.int(), pending: z.int() })),
      coming: z.array(z.object({ day: CalendarDay, currency: Currency, amount: Amount })),
      underWay: z.array(
        z.object({ id: Id, currency: Currency, amount: Amount, arrival: CalendarDay, status: z.string() }),
      ),
    }),
  ),
  /** What Stripe took in a year by month and by what it was taken for, per currency of settlement. */
  'fees.get': query(
    z.object({ year: z.int().min(2010).max(2200).nullable() }),
    z.object({
      year: z.int(),
      years: z.array(z.int()),
      rows: z.array(
        z.object({
          /** `YYYY-MM`. */
          month: z.string(),
          currency: Currency,
          category: z.string(),
          count: z.int(),
          /** What moved, before fees. */
          gross: Amount,
          fee: Amount,
          /** The part of the fee that is tax. */
          tax: Amount,
        }),
      ),
    }),
  ),
} as const;
