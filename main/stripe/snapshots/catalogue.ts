// What this program needs of Stripe's tax rates, products, prices and coupons.
import { z } from 'zod';
import { Currency, MaybeReference, Metadata, Minor, Reference, Seconds, Text } from './fields.ts';

export const TaxRateSnapshot = z.object({
  id: z.string(),
  display_name: z.string(),
  percentage: z.number(),
  inclusive: z.boolean(),
  active: z.boolean(),
  country: z
    .string()
    .nullish()
    .transform((country) => country ?? null),
  metadata: Metadata,
  created: Seconds,
});

export const ProductSnapshot = z.object({
  id: z.string(),
  name: z.string(),
  description: Text,
  unit_label: Text,
  default_price: MaybeReference,
  active: z.boolean(),
  metadata: Metadata,
  created: Seconds,
  updated: Seconds,
});
export type ProductSnapshot = z.infer<typeof ProductSnapshot>;

export const PriceSnapshot = z.object({
  id: z.string(),
  product: Reference,
  currency: Currency,
  unit_amount_decimal: z
    .string()
    .nullish()
    .transform((amount) => amount ?? null),
  recurring: z
    .object({ interval: z.enum(['day', 'week', 'month', 'year']), interval_count: z.int().positive() })
    .nullish()
    .transform((recurring) => recurring ?? null),
  nickname: Text,
  active: z.boolean(),
  metadata: Metadata,
  created: Seconds,
});
export type PriceSnapshot = z.infer<typeof PriceSnapshot>;

export const CouponSnapshot = z.object({
  id: z.string(),
  name: Text,
  percent_off: z
    .number()
    .nullish()
    .transform((percent) => percent ?? null),
  amount_off: Minor.nullish().transform((amount) => amount ?? null),
  currency: Currency.nullish().transform((currency) => currency ?? null),
  duration: z.enum(['once', 'repeating', 'forever']),
  duration_in_months: z
    .int()
    .nullish()
    .transform((months) => months ?? null),
  valid: z.boolean(),
  times_redeemed: z.int().nonnegative(),
  max_redemptions: z
    .int()
    .nullish()
    .transform((times) => times ?? null),
  redeem_by: Seconds.nullish().transform((at) => at ?? null),
  created: Seconds,
});
