// Calls of books without real money: acting as the customer, and letting the sample business's time pass.
import { z } from 'zod';
import { CalendarDay, CommandId, Id } from './common.ts';
import { command, query } from './define.ts';

/** What can come of a customer's attempt to pay, as in Stripe's own test cards and accounts. */
export const PracticeOutcome = z.enum([
  'succeeded',
  'declined',
  'insufficient_funds',
  'lost_card',
  'stolen_card',
  'expired_card',
  'incorrect_cvc',
  'processing_error',
  'fraudulent',
  'authentication_required',
  'authentication_completed',
  'authentication_failed',
  'sepa_processing',
  'sepa_fails',
  'bank_transfer',
  'bank_transfer_part',
  'bank_transfer_too_much',
]);
export type PracticeOutcome = z.infer<typeof PracticeOutcome>;

/** The furthest that time moves at once, days. */
export const MOST_PRACTICE_DAYS = 366;

export const practiceCalls = {
  /** The day of the books; `canAdvance` where time can be moved, which is in the sample books only. */
  'practice.state': query(z.object({}), z.object({ day: CalendarDay, canAdvance: z.boolean() })),
  /** What the customer can do about an invoice now; nothing in live books, and when it cannot be paid. */
  'practice.outcomes': query(z.object({ invoiceId: Id }), z.object({ outcomes: z.array(PracticeOutcome) })),
  /** The customer pays, or tries to. `declined` is the bank's code, null when it agreed or takes its time. */
  'practice.pay': command(
    z.object({ commandId: CommandId, invoiceId: Id, outcome: PracticeOutcome }),
    z.object({ declined: z.string().nullable() }),
  ),
  /** Lets days pass in the sample business; everything that falls due on the way happens. Forward only. */
  'practice.advance': command(
    z.object({ commandId: CommandId, days: z.int().min(1).max(MOST_PRACTICE_DAYS) }),
    z.object({ day: CalendarDay }),
  ),
} as const;
