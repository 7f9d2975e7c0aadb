// Calls about the journal as a file for the accountant's program.
import { z } from 'zod';
import { CalendarDay, CommandId, Currency } from './common.ts';
import { command, query } from './define.ts';
import { Saved } from './documents.ts';

const Datev = z.object({
  /** Of the tax consultant at DATEV. */
  consultant: z.int().min(1001, 'a consultant number is 1001 to 9999999').max(9_999_999),
  /** Of the client there. */
  client: z.int().min(1, 'a client number is 1 to 99999').max(99_999),
});

const Progress = z.object({ done: z.int(), all: z.int() });

export const accountantFileCalls = {
  /** What was used last, and what there is to export. */
  'books.exportChoices': query(
    z.object({}),
    z.object({
      currencies: z.array(Currency),
      /** Calendar days of the first and the last entry; null while there is none. */
      first: CalendarDay.nullable(),
      today: CalendarDay,
      datev: Datev.nullable(),
    }),
  ),
  /** Entries of a period in one currency. `datev` is needed for DATEV. Refused while the books are not proved. */
  'books.exportTo': command(
    z.object({
      commandId: CommandId,
      program: z.enum(['datev', 'quickbooks', 'xero']),
      from: CalendarDay,
      to: CalendarDay,
      currency: Currency,
      datev: Datev.nullable(),
    }),
    Saved,
  ),
  /**
   * Everything about a period in one ZIP: PDFs, register, journal, reports, payouts, and the hash of each. Refused while the books
   * are not proved, and when something is posted to the period meanwhile.
   */
  'books.pack': command(z.object({ commandId: CommandId, from: CalendarDay, to: CalendarDay }), Saved),
  /** Files that are done, of all, of the pack that is being made; null while none is. */
  'books.packProgress': query(z.object({}), z.object({ files: Progress.nullable() })),
} as const;
