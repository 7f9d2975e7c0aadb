// What this program needs of Stripe's subscriptions, and of the invoices that it previews.
import { z } from 'zod';
import {
  Currency,
  MaybeReference,
  MaybeSeconds,
  Metadata,
  Minor,
  Reference,
  Seconds,
  Text,
} from './fields.ts';

const Ids = z
  .array(z.object({ id: z.string() }).transform(({ id }) => id))
  .nullish()
  .transform((ids) => ids ?? []);

const Item = z.object({
  id: z.string(),
  quantity: z
    .int()
    .nullish()
    .transform((quantity) => quantity ?? 1),
  current_period_start: Seconds,
  current_period_end: Seconds,
  price: z.object({
    id: z.string(),
    product: Reference,
    unit_amount_decimal: z
      .string()
      .nullish()
      .transform((amount) => amount ?? null),
    recurring: z.object({
      interval: z.enum(['day', 'week', 'month', 'year']),
      interval_count: z.int().positive(),
    }),
  }),
  tax_rates: Ids,
});

export const SubscriptionSnapshot = z.object({
  id: z.string(),
  customer: Reference,
  status: z.string(),
  currency: Currency,
  items: z.object({ data: z.array(Item).min(1) }),
  default_tax_rates: Ids,
  discounts: z
    .array(
      z.union([
        z.string().transform(() => null),
        z.object({ source: z.object({ coupon: MaybeReference }) }).transform(({ source }) => source.coupon),
      ]),
    )
    .nullish()
    .transform((coupons) => (coupons ?? []).find((coupon) => coupon !== null) ?? null),
  collection_method: z.enum(['send_invoice', 'charge_automatically']),
  days_until_due: z
    .int()
    .nullish()
    .transform((days) => days ?? null),
  default_payment_method: MaybeReference,
  invoice_settings: z
    .object({ description: Text, footer: Text })
    .nullish()
    .transform((settings) => settings ?? { description: '', footer: '' }),
  billing_cycle_anchor: Seconds,
  cancel_at: MaybeSeconds,
  cancel_at_period_end: z.boolean(),
  ended_at: MaybeSeconds,
  pause_collection: z
    .object({ behavior: z.enum(['keep_as_draft', 'mark_uncollectible', 'void']), resumes_at: MaybeSeconds })
    .nullish()
    .transform((pause) => pause ?? null),
  latest_invoice: MaybeReference,
  metadata: Metadata,
  created: Seconds,
});
export type SubscriptionSnapshot = z.infer<typeof SubscriptionSnapshot>;

const Amounts = z
  .array(z.object({ amount: Minor }))
  .nullish()
  .transform((parts) => (parts ?? []).reduce((sum, part) => sum + part.amount, 0));

export const PreviewSnapshot = z.object({
  currency: Currency,
  created: Seconds,
  subtotal: Minor,
  total_discount_amounts: Amounts,
  total_taxes: Amounts,
  total: Minor,
  amount_due: Minor,
  lines: z.object({
    data: z.array(
      z.object({
        id: z.string(),
        description: Text,
        amount: Minor,
        period: z.object({ start: Seconds, end: Seconds }),
      }),
    ),
  }),
});
