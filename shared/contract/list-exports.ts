// Every list as a file: the rows that its filter leaves, in its order, all of them.
import { z } from 'zod';
import { catalogueCalls } from './catalogue.ts';
import { CommandId } from './common.ts';
import { correctionCalls } from './corrections.ts';
import { customerCalls } from './customers.ts';
import { command } from './define.ts';
import { disputeCalls } from './disputes.ts';
import { Saved } from './documents.ts';
import { invoiceCalls } from './invoices.ts';
import { paymentCalls } from './payments.ts';
import { payoutCalls } from './payouts.ts';
import { recurringCalls } from './recurring.ts';

const whole = { page: true } as const;

/** Which list, and what it is asked for; all of its pages. */
export const ListAsked = z.discriminatedUnion('list', [
  z.object({ list: z.literal('invoices'), input: invoiceCalls['invoices.list'].input.omit(whole) }),
  z.object({ list: z.literal('customers'), input: customerCalls['customers.list'].input.omit(whole) }),
  z.object({ list: z.literal('payments'), input: paymentCalls['payments.list'].input.omit(whole) }),
  z.object({ list: z.literal('refunds'), input: paymentCalls['refunds.list'].input.omit(whole) }),
  z.object({ list: z.literal('credit-notes'), input: correctionCalls['creditNotes.list'].input.omit(whole) }),
  z.object({ list: z.literal('payouts'), input: payoutCalls['payouts.list'].input.omit(whole) }),
  z.object({ list: z.literal('disputes'), input: disputeCalls['disputes.list'].input.omit(whole) }),
  z.object({ list: z.literal('recurring'), input: recurringCalls['recurring.list'].input.omit(whole) }),
  z.object({ list: z.literal('items'), input: catalogueCalls['items.list'].input.omit(whole) }),
]);
export type ListAsked = z.infer<typeof ListAsked>;

export const listExportCalls = {
  'lists.export': command(
    z.object({ commandId: CommandId, asked: ListAsked, format: z.enum(['csv', 'xlsx']) }),
    Saved,
  ),
} as const;
