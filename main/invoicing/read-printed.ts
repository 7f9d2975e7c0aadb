// Reads what Stripe told of a document, for printing.
import type { z } from 'zod';
import { Refusal, wrongState } from '../refusal.ts';

/**
 * `name` is what a person calls the document, such as `Invoice R-2026-0007`. Refuses with `unreadable` what is not as a document needs
 * it: naming the document and the field, and nothing of what is in it.
 */
export function readPrinted<Printed>(schema: z.ZodType<Printed>, json: string, name: string): Printed {
  const read = schema.safeParse(JSON.parse(json));
  if (read.success) return read.data;
  const field = read.error.issues[0]?.path.join('.') ?? '';
  throw wrongState(
    'unreadable',
    `${name} cannot be read: what Stripe says of its ${field || 'content'} is not as a document needs it. ` +
      'Compare everything with Stripe (Activity, Sync) and try again.',
  );
}

/** In words why a document cannot be read; null for any other error. */
export function whyUnreadable(error: unknown): string | null {
  if (!(error instanceof Refusal) || error.error.kind !== 'wrong-state') return null;
  return error.error.code === 'unreadable' ? error.error.message : null;
}
