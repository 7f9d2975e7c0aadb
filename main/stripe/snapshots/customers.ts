// What this program needs of Stripe's customers, checked at the edge: what is needed must be right, the rest may be anything.
import { z } from 'zod';
import { Currency, MaybeReference, Metadata, Minor, Reference, Seconds, Text } from './fields.ts';

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
  invoice_settings: z.object({ default_payment_method: MaybeReference }).nullish(),
  tax_ids: z.object({ data: z.array(TaxIdSnapshot) }).nullish(),
  metadata: Metadata,
  created: Seconds,
});
export type CustomerSnapshot = z.infer<typeof CustomerSnapshot>;

/** What moved on the credit balance that Stripe keeps for a customer. */
export const CustomerBalanceSnapshot = z.object({
  id: z.string(),
  customer: Reference,
  type: z.string(),
  currency: Currency,
  amount: Minor,
  created: Seconds,
});
