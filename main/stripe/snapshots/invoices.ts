// What this program needs of Stripe's invoices and of the payments of them.
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

const Amounts = z
  .array(z.object({ amount: Minor }))
  .nullish()
  .transform((parts) => (parts ?? []).reduce((sum, part) => sum + part.amount, 0));

export const InvoiceSnapshot = z.object({
  id: z.string(),
  number: z
    .string()
    .nullish()
    .transform((number) => number ?? null),
  status: z.enum(['draft', 'open', 'paid', 'uncollectible', 'void']),
  customer: MaybeReference,
  customer_name: Text,
  customer_email: Text,
  currency: Currency,
  subtotal: Minor,
  total: Minor,
  total_discount_amounts: Amounts,
  total_taxes: Amounts,
  amount_due: Minor,
  amount_paid: Minor,
  amount_remaining: Minor,
  amount_paid_off_stripe: Minor.nullish().transform((amount) => amount ?? 0),
  amount_overpaid: Minor.nullish().transform((amount) => amount ?? 0),
  created: Seconds,
  due_date: MaybeSeconds,
  effective_at: MaybeSeconds,
  status_transitions: z.object({ finalized_at: MaybeSeconds, paid_at: MaybeSeconds }),
  custom_fields: z
    .array(z.object({ name: z.string(), value: z.string() }))
    .nullish()
    .transform((fields) => fields ?? []),
  description: Text,
  metadata: Metadata,
  parent: z
    .object({ subscription_details: z.object({ subscription: Reference }).nullish() })
    .nullish()
    .transform((parent) => parent?.subscription_details?.subscription ?? null),
  from_invoice: z
    .object({ invoice: Reference })
    .nullish()
    .transform((from) => from?.invoice ?? null),
});
export type InvoiceSnapshot = z.infer<typeof InvoiceSnapshot>;

/** How much of an invoice's lines an answer carried: Stripe sends the first page only. */
export const LinesSnapshot = z.object({
  lines: z.object({ data: z.array(z.looseObject({ id: z.string() })), has_more: z.boolean() }),
});

export const InvoicePaymentSnapshot = z.object({
  id: z.string(),
  invoice: Reference,
  amount_paid: Minor.nullish().transform((amount) => amount ?? null),
  status: z.string(),
  payment: z.object({ payment_intent: MaybeReference, charge: MaybeReference }),
  created: Seconds,
});
