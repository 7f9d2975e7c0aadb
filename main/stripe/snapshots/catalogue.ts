// What this program needs of Stripe's tax rates.
import { z } from 'zod';
import { Metadata, Seconds } from './fields.ts';

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
