// Calls about reminders: who is to be reminded by the schedule, and the bookkeeper's word on it.
import { z } from 'zod';
import { Amount, CalendarDay, CommandId, Currency, Id, UnixSeconds } from './common.ts';
import { command, query } from './define.ts';

/** More than these are not shown or sent at once. */
export const MOST_REMINDERS = 500;

const Step = z.int().min(-60).max(365);

export const Reminder = z.object({
  invoiceId: Id,
  number: z.string().nullable(),
  customerId: Id.nullable(),
  customerName: z.string(),
  /** Empty when there is none: then nothing can be sent. */
  email: z.string(),
  currency: Currency,
  balanceDue: Amount,
  dueDate: CalendarDay,
  /** Negative before it is due. */
  daysPastDue: z.int(),
  /** Days from the due date. */
  step: Step,
  /** When the invoice was e-mailed last. */
  sentAt: UnixSeconds.nullable(),
  /** Steps that were taken before. */
  remindedBefore: z.int().nonnegative(),
});
export type Reminder = z.infer<typeof Reminder>;

const Chosen = z.object({ invoiceId: Id, step: Step });

export const reminderCalls = {
  /** What the schedule proposes today, the longest overdue first; at most 500 rows. */
  'reminders.list': query(z.object({}), z.object({ rows: z.array(Reminder), count: z.int() })),
  /** Sends what was confirmed, each step of an invoice once; `skipped` says why the others were not. */
  'reminders.send': command(
    z.object({ commandId: CommandId, reminders: z.array(Chosen).min(1).max(MOST_REMINDERS) }),
    z.object({
      accepted: z.int(),
      skipped: z.array(z.object({ invoiceId: Id, reason: z.string() })),
    }),
  ),
  /** Passes a step over: nobody is reminded, and it is not proposed again. */
  'reminders.skip': command(
    z.object({ commandId: CommandId, reminders: z.array(Chosen).min(1).max(MOST_REMINDERS) }),
    z.object({ skipped: z.int() }),
  ),
} as const;
