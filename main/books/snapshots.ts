// What the books need of Stripe's objects, read from the kept JSON: what is needed must be right, the rest may be anything.
import { z } from 'zod';

const Minor = z.int();
const Seconds = z.int().nonnegative();
const MaybeSeconds = Seconds.nullish().transform((at) => at ?? null);
const Currency = z.string().regex(/^[a-z]{3}$/);
const Reference = z.union([z.string(), z.object({ id: z.string() }).transform(({ id }) => id)]);
const MaybeReference = Reference.nullish().transform((id) => id ?? null);
const OrZero = Minor.nullish().transform((amount) => amount ?? 0);

const Taxes = z
  .array(
    z.object({
      amount: Minor,
      tax_rate_details: z.object({ tax_rate: z.string().nullish() }).nullish(),
    }),
  )
  .nullish()
  .transform((taxes) =>
    (taxes ?? []).map(({ amount, tax_rate_details: details }) => ({ amount, rate: details?.tax_rate ?? '' })),
  );

export const BookedInvoice = z.object({
  id: z.string(),
  status: z.enum(['draft', 'open', 'paid', 'uncollectible', 'void']),
  customer: MaybeReference,
  currency: Currency,
  total: Minor,
  total_taxes: Taxes,
  amount_remaining: Minor,
  amount_paid_off_stripe: OrZero,
  amount_overpaid: OrZero,
  starting_balance: OrZero,
  ending_balance: Minor.nullish().transform((balance) => balance ?? null),
  effective_at: MaybeSeconds,
  status_transitions: z.object({
    finalized_at: MaybeSeconds,
    paid_at: MaybeSeconds,
    voided_at: MaybeSeconds,
    marked_uncollectible_at: MaybeSeconds,
  }),
});
export type BookedInvoice = z.infer<typeof BookedInvoice>;

export const BookedInvoicePayment = z.object({
  id: z.string(),
  invoice: Reference,
  amount_paid: OrZero,
  status: z.string(),
  payment: z.object({ payment_intent: MaybeReference, charge: MaybeReference }),
  status_transitions: z.object({ paid_at: MaybeSeconds }),
  created: Seconds,
});

export const BookedCreditNote = z.object({
  id: z.string(),
  invoice: Reference,
  total: Minor,
  total_taxes: Taxes,
  pre_payment_amount: Minor,
  post_payment_amount: Minor,
  out_of_band_amount: OrZero,
  refunds: z
    .array(z.object({ amount_refunded: Minor }))
    .nullish()
    .transform((refunds) => (refunds ?? []).reduce((sum, refund) => sum + refund.amount_refunded, 0)),
  effective_at: MaybeSeconds,
  voided_at: MaybeSeconds,
  created: Seconds,
});

export const BookedTransaction = z.object({
  id: z.string(),
  type: z.string(),
  reporting_category: z
    .string()
    .nullish()
    .transform((category) => category ?? ''),
  source: MaybeReference,
  currency: Currency,
  amount: Minor,
  fee: Minor,
  fee_details: z
    .array(z.object({ amount: Minor, type: z.string() }))
    .nullish()
    .transform((details) => details ?? []),
  created: Seconds,
});

/** A charge, a refund or a dispute: what moved, as the customer knows it. */
export const BookedSource = z
  .object({
    id: z.string(),
    object: z.string(),
    amount: Minor.nonnegative(),
    currency: Currency,
    payment_intent: MaybeReference,
  })
  .transform(({ payment_intent: intent, ...source }) => ({
    ...source,
    /** What a charge belongs to. */
    payment: source.object === 'charge' ? (intent ?? source.id) : null,
  }));

export const BookedPayout = z.object({
  id: z.string(),
  status: z.string(),
  currency: Currency,
  amount: Minor,
  arrival_date: Seconds,
});

export const BookedBalanceChange = z.object({
  id: z.string(),
  type: z.string(),
  customer: Reference,
  currency: Currency,
  amount: Minor,
  created: Seconds,
});

export const BookedDispute = z.object({ id: z.string(), status: z.string() });

/** What belongs to an invoice. */
export const Owner = z.object({ invoice: Reference });
