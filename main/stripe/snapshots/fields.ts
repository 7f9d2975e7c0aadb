// The pieces that snapshots of Stripe's objects are made of.
import { z } from 'zod';

export const Text = z
  .string()
  .nullish()
  .transform((text) => text ?? '');
export const Seconds = z.int().nonnegative();
export const MaybeSeconds = Seconds.nullish().transform((at) => at ?? null);
export const Minor = z.int();
export const Currency = z.string().regex(/^[a-z]{3}$/);
export const Metadata = z
  .record(z.string(), z.string())
  .nullish()
  .transform((metadata) => metadata ?? {});

/** An id, or the object itself where it was expanded. */
export const Reference = z.union([z.string(), z.object({ id: z.string() }).transform(({ id }) => id)]);
export const MaybeReference = Reference.nullish().transform((id) => id ?? null);
