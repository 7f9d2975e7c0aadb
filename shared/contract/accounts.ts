// Calls about the names, numbers and codes of accounts.
import { z } from 'zod';
import { CommandId, Nothing } from './common.ts';
import { command, query } from './define.ts';

const Code = z.string().trim().max(100);
const Codes = z.object({ datev: Code, quickbooks: Code, xero: Code });

export const accountCalls = {
  'books.accounts': query(
    z.object({}),
    z.object({
      rows: z.array(
        z.object({
          /** Of the chart; it never changes. */
          account: z.int(),
          /** A tax rate (Stripe's id) for which the account has codes of its own; empty for the whole. */
          part: z.string(),
          partName: z.string().nullable(),
          type: z.enum(['asset', 'liability', 'equity', 'income', 'expense']),
          name: z.string(),
          /** Its name in the chart. */
          standard: z.string(),
          number: z.string(),
          /** In the accountant's programs; empty where our number or name is taken. */
          codes: Codes,
        }),
      ),
    }),
  ),
  /** Of a part only the codes are kept. */
  'books.saveAccount': command(
    z.object({
      commandId: CommandId,
      account: z.int(),
      part: z.string().max(255),
      name: z.string().max(200),
      number: z.string().max(20),
      codes: Codes,
    }),
    Nothing,
  ),
} as const;
