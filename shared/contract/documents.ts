// Calls that hand finished files to the bookkeeper; the host decides where they go, the page never names a path.
import { z } from 'zod';
import { command } from './define.ts';
import { CommandId, Id } from './common.ts';

export const Saved = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('saved'), name: z.string() }),
  z.object({ kind: z.literal('canceled') }),
  z.object({ kind: z.literal('download'), name: z.string(), ticket: z.string() }),
]);

export const documentCalls = {
  /** Our own document as PDF, or the one that Stripe made and we kept. */
  'documents.export': command(
    z.object({ commandId: CommandId, invoiceId: Id, kind: z.enum(['invoice', 'receipt', 'stripe']) }),
    Saved,
  ),
  /** Many invoices as one ZIP; skipped ones are named with the reason. */
  'documents.exportMany': command(
    z.object({ commandId: CommandId, invoiceIds: z.array(Id).min(1).max(5000) }),
    z.object({
      saved: Saved,
      included: z.int(),
      skipped: z.array(z.object({ invoiceId: Id, reason: z.string() })),
    }),
  ),
} as const;
