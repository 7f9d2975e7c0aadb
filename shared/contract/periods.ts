// Calls about months: which are closed, closing one, and opening one again.
import { z } from 'zod';
import { CalendarDay, CommandId, Month, Nothing, UnixSeconds } from './common.ts';
import { command, query } from './define.ts';

export const periodCalls = {
  'books.periods': query(
    z.object({}),
    z.object({
      /** The first day of the books; null when they begin with the first thing that Stripe tells of. */
      begins: CalendarDay.nullable(),
      /** This month and all before it are closed. */
      closedThrough: Month.nullable(),
      /** The month of the first entry. */
      first: Month.nullable(),
      /** Months that are over and open, newest first. */
      closable: z.array(Month),
      /** Why none of them can be closed now, in words. */
      refusal: z.string().nullable(),
      /** Every closing and reopening, newest first; `through` is what was closed from then on. */
      log: z.array(
        z.object({
          seq: z.int(),
          kind: z.enum(['closed', 'reopened']),
          through: Month.nullable(),
          reason: z.string(),
          at: UnixSeconds,
        }),
      ),
    }),
  ),
  /** What happened before the day comes to opening balances; null begins the books with the first thing of all. */
  'books.begin': command(z.object({ commandId: CommandId, day: CalendarDay.nullable() }), Nothing),
  /** Closes a month and all months before it. */
  'books.closeMonth': command(z.object({ commandId: CommandId, month: Month }), Nothing),
  /** Opens a month and all months after it again. */
  'books.reopenMonth': command(
    z.object({
      commandId: CommandId,
      month: Month,
      reason: z.string().trim().min(1, 'say why the month is opened again').max(500),
    }),
    Nothing,
  ),
} as const;
