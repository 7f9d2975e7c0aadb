// Calls about the names, numbers and codes of accounts.
import { z } from 'zod';
import { CommandId, Id, Nothing } from './common.ts';
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
          /** Its name in the chart; null of one that the bookkeeper opened. */
          standard: z.string().nullable(),
          /** How many items of the catalogue are sold to it by choice. */
          items: z.int(),
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
  /** Opens a revenue account, for items to be sold to. Refused with `full` when there are as many as there can be. */
  'books.openAccount': command(
    z.object({ commandId: CommandId, name: z.string().max(200), number: z.string().max(20), codes: Codes }),
    z.object({ account: z.int() }),
  ),
  /** The revenue account to which an item is sold. */
  'books.itemAccount': query(z.object({ item: Id }), z.object({ account: z.int() })),
  /** What is posted from now on follows it; what is posted stays. */
  'books.setItemAccount': command(z.object({ commandId: CommandId, item: Id, account: z.int() }), Nothing),
} as const;
