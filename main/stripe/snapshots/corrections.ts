// What this program needs of Stripe's credit notes.
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

export const CreditNoteSnapshot = z.object({
  id: z.string(),
  invoice: Reference,
  number: z.string(),
  status: z.string(),
  reason: z
    .string()
    .nullish()
    .transform((reason) => reason ?? null),
  memo: Text,
  metadata: Metadata,
  currency: Currency,
  total: Minor,
  total_taxes: z
    .array(z.object({ amount: Minor }))
    .nullish()
    .transform((taxes) => taxes ?? []),
  pre_payment_amount: Minor,
  post_payment_amount: Minor,
  out_of_band_amount: Minor.nullish().transform((amount) => amount ?? 0),
  /** There is one where a part went to the customer's balance. */
  customer_balance_transaction: MaybeReference,
  refunds: z.array(z.object({ amount_refunded: Minor, refund: Reference })),
  created: Seconds,
  effective_at: MaybeSeconds,
});
export type CreditNoteSnapshot = z.infer<typeof CreditNoteSnapshot>;
