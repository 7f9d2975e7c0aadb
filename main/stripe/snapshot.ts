// What this program needs of Stripe's customers, invoices and tax rates, checked at the edge: what is needed must be right, the rest may be anything.
import { z } from 'zod';

const Text = z
  .string()
  .nullish()
  .transform((text) => text ?? '');
const Seconds = z.int().nonnegative();
const MaybeSeconds = Seconds.nullish().transform((at) => at ?? null);
const Minor = z.int();
const Currency = z.string().regex(/^[a-z]{3}$/);
const Metadata = z
  .record(z.string(), z.string())
  .nullish()
  .transform((metadata) => metadata ?? {});

/** An id, or the object itself where it was expanded. */
const Reference = z.union([z.string(), z.object({ id: z.string() }).transform(({ id }) => id)]);
const MaybeReference = Reference.nullish().transform((id) => id ?? null);

const Address = z.object({
  line1: Text,
  line2: Text,
  postal_code: Text,
  city: Text,
  state: Text,
  country: Text,
});

export const TaxIdSnapshot = z.object({
  id: z.string(),
  type: z.string(),
  value: z.string(),
  customer: MaybeReference,
});

export const CustomerSnapshot = z.object({
  id: z.string(),
  name: Text,
  email: Text,
  phone: Text,
  description: Text,
  currency: Currency.nullish().transform((currency) => currency ?? null),
  tax_exempt: z.enum(['none', 'exempt', 'reverse']).nullish().catch(null),
  preferred_locales: z.array(z.string()).nullish(),
  address: Address.nullish().transform((address) => address ?? null),
  tax_ids: z.object({ data: z.array(TaxIdSnapshot) }).nullish(),
  metadata: Metadata,
  created: Seconds,
});
export type CustomerSnapshot = z.infer<typeof CustomerSnapshot>;

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
});
export type InvoiceSnapshot = z.infer<typeof InvoiceSnapshot>;

/** How much of an invoice's lines an answer carried: Stripe sends the first page only. */
export const LinesSnapshot = z.object({
  lines: z.object({ data: z.array(z.looseObject({ id: z.string() })), has_more: z.boolean() }),
});

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

const MethodDetails = z
  .looseObject({ type: z.string() })
  .nullish()
  .transform((details) => details ?? null);

export const PaymentIntentSnapshot = z.object({
  id: z.string(),
  status: z.enum([
    'requires_payment_method',
    'requires_confirmation',
    'requires_action',
    'processing',
    'requires_capture',
    'succeeded',
    'canceled',
  ]),
  amount: Minor,
  amount_received: Minor,
  currency: Currency,
  customer: MaybeReference,
  latest_charge: MaybeReference,
  last_payment_error: z.object({ code: z.string().nullish(), decline_code: z.string().nullish() }).nullish(),
  created: Seconds,
});

export type PaymentIntentSnapshot = z.infer<typeof PaymentIntentSnapshot>;

export const ChargeSnapshot = z.object({
  id: z.string(),
  status: z.enum(['succeeded', 'pending', 'failed']),
  amount: Minor,
  amount_captured: Minor,
  amount_refunded: Minor,
  currency: Currency,
  customer: MaybeReference,
  payment_intent: MaybeReference,
  balance_transaction: MaybeReference,
  failure_code: z
    .string()
    .nullish()
    .transform((code) => code ?? null),
  payment_method_details: MethodDetails,
  billing_details: z.object({ name: Text }).nullish(),
  created: Seconds,
});
export type ChargeSnapshot = z.infer<typeof ChargeSnapshot>;

export const RefundSnapshot = z.object({
  id: z.string(),
  amount: Minor,
  currency: Currency,
  status: z.enum(['pending', 'requires_action', 'succeeded', 'failed', 'canceled']).nullish(),
  reason: z
    .string()
    .nullish()
    .transform((reason) => reason ?? null),
  failure_reason: z
    .string()
    .nullish()
    .transform((reason) => reason ?? null),
  payment_intent: MaybeReference,
  charge: MaybeReference,
  balance_transaction: MaybeReference,
  metadata: Metadata,
  created: Seconds,
});

export const DisputeSnapshot = z.object({
  id: z.string(),
  charge: Reference,
  payment_intent: MaybeReference,
  status: z.string(),
  currency: Currency,
  amount: Minor,
  reason: z.string(),
  evidence_details: z.object({ due_by: MaybeSeconds }).nullish(),
  created: Seconds,
});

export const BalanceTransactionSnapshot = z.object({
  id: z.string(),
  type: z.string(),
  source: MaybeReference,
  currency: Currency,
  amount: Minor,
  fee: Minor,
  net: Minor,
  created: Seconds,
  available_on: Seconds,
});

export const InvoicePaymentSnapshot = z.object({
  id: z.string(),
  invoice: Reference,
  amount_paid: Minor.nullish().transform((amount) => amount ?? null),
  status: z.string(),
  payment: z.object({ payment_intent: MaybeReference, charge: MaybeReference }),
  created: Seconds,
});
