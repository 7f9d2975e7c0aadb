// Calls about going live: what has to be so before real invoices go out, and how it is known.
import { z } from 'zod';
import { HAND_TICKED } from '../domain/going-live.ts';
import { CommandId } from './common.ts';
import { command, query } from './define.ts';

/** Which Stripe can say, which the books can say, and which only a person can. */
export const GoLiveItem = z.enum([
  'live-key',
  'charges',
  'payouts',
  'requirements',
  'methods',
  'public-details',
  'statement-descriptor',
  'branding',
  'company',
  'tax-rates',
  'logo',
  'test-invoice',
  'numbering',
  'customer-emails',
  'backup',
]);
export type GoLiveItem = z.infer<typeof GoLiveItem>;

export const goingLiveCalls = {
  'goLive.get': query(
    z.object({}),
    z.object({
      items: z.array(
        z.object({
          item: GoLiveItem,
          /** `unknown` while Stripe has not been asked, or does not let this key ask. */
          state: z.enum(['done', 'to-do', 'unknown']),
          checkedBy: z.enum(['stripe', 'books', 'person']),
          /** What is missing, in words; empty when nothing is. */
          detail: z.string(),
        }),
      ),
    }),
  ),
  /** Ticks, or takes back, what only a person can know. */
  'goLive.tick': command(
    z.object({ commandId: CommandId, item: z.enum(HAND_TICKED), done: z.boolean() }),
    z.object({}),
  ),
} as const;
