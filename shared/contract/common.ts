// Small schemas that several calls share.
import { z } from 'zod';

export const Currency = z.string().regex(/^[a-z]{3}$/, 'a currency is three lower-case letters');
/** Minor units of the currency beside it. */
export const Amount = z.int();
export const Money = z.object({ amount: Amount, currency: Currency });
export type Money = z.infer<typeof Money>;

/** A calendar date in the business's zone, `YYYY-MM-DD`. */
export const CalendarDay = z.iso.date();
/** A calendar month, `YYYY-MM`. */
export const Month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'a month is a year and a month');
/** Seconds since the epoch, as Stripe counts. */
export const UnixSeconds = z.int().nonnegative();
export const Id = z.string().min(1).max(255);
/** Made in the page at the click; the same id again changes nothing and answers the same. */
export const CommandId = z.uuid();
export const Country = z.string().regex(/^[A-Z]{2}$/, 'a country is two capital letters');
/** Exact decimal digits without exponent, such as `2`, `0.125` or `-3.5`; at most 12 places as Stripe takes. */
export const Decimal = z.string().regex(/^-?\d{1,15}(\.\d{1,12})?$/, 'a plain decimal number');

/** Stripe's name of a way to pay, such as `sepa_debit`. */
export const PaymentMethodType = z.string().regex(/^[a-z][a-z0-9_]{1,39}$/, 'a way to pay');

export const Page = z.object({
  offset: z.int().nonnegative(),
  limit: z.int().min(1).max(200),
  /** The `cursor` of the row before `offset`, when the page knows it: makes deep pages as cheap as the first. */
  after: z.string().max(400).optional(),
});
export const Direction = z.enum(['asc', 'desc']);
/** Count and sums per currency, never added across currencies. */
export const Sums = z.object({ count: z.int(), total: z.array(Money), balanceDue: z.array(Money) });

export const Accepted = z.object({
  /** The outbox operation that now carries the work; null when nothing had to go to Stripe. */
  operationId: Id.nullable(),
});
export const Nothing = z.object({});

/** One thing that happened, for the page of an invoice or a payment. */
export const TimelineEntry = z.object({
  at: UnixSeconds,
  /** In words, such as "Sent to ap@example.com". */
  text: z.string(),
  detail: z.string().nullable(),
  stripeId: Id.nullable(),
  tone: z.enum(['neutral', 'good', 'warning', 'bad']),
});
