// Calls about the books: what they prove, their accounts, their journal, and their export.
import { z } from 'zod';
import { command, query } from './define.ts';
import { Amount, CalendarDay, CommandId, Currency, Id, Money, Nothing, UnixSeconds } from './common.ts';
import { Saved } from './documents.ts';
import { Place } from './stripe-events.ts';

const Finding = z.object({
  /**
   * The chain of entries is broken, an entry stands in a month that was closed, a closing was changed, an entry is not what
   * follows from Stripe's objects, or a sum is not that of its postings.
   */
  kind: z.enum(['chain', 'period', 'closing', 'case', 'sum']),
  /** What is named: an entry's or a closing's number, what caused an entry, or an account. */
  what: z.string(),
});

const Verification = z.object({
  running: z.boolean(),
  /** Of `all` steps. */
  done: z.int(),
  all: z.int(),
  /** Of the last one that came to its end. */
  finishedAt: UnixSeconds.nullable(),
  entries: z.int(),
  finding: Finding.nullable(),
});

/** The same figure told twice; equal when the books are right. */
const Compared = z.object({ currency: Currency, books: Amount, stripe: Amount });

export const Proof = z.object({
  /** `posting`: something that Stripe told is not in the books yet. */
  state: z.enum(['in-balance', 'posting', 'out-of-balance']),
  checkedAt: UnixSeconds,
  /** Objects that wait to be posted. */
  waiting: z.int(),
  entries: z.int(),
  /** The Stripe balance account against all movements that Stripe lists. */
  movements: z.array(Compared),
  /** The same against the balance that Stripe states; empty while it was not read. */
  balance: z.array(Compared),
  /** What customers owe against what Stripe says is left of open invoices. */
  receivables: z.array(Compared),
  /** Invoices whose receivable differs; before them the first movement of Stripe's balance that does. */
  problems: z.object({
    count: z.int(),
    first: z.array(
      z.object({
        stripeId: Id,
        /** Ours, for its page. */
        invoiceId: Id.nullable(),
        number: z.string().nullable(),
        currency: Currency,
        expected: Amount,
        found: Amount,
      }),
    ),
  }),
  /** What waits in suspense for a person to decide. */
  suspense: z.array(Money),
  verification: Verification,
});
export type Proof = z.infer<typeof Proof>;

export const TrialBalanceRow = z.object({
  account: z.int(),
  /** As the bookkeeper numbers it. */
  number: z.string(),
  name: z.string(),
  type: z.enum(['asset', 'liability', 'equity', 'income', 'expense']),
  currency: Currency,
  /** Debits are positive, as in all balances of accounts. */
  opening: Amount,
  debit: Amount,
  credit: Amount,
  closing: Amount,
});
export type TrialBalanceRow = z.infer<typeof TrialBalanceRow>;

export const JournalRow = z.object({
  seq: z.int(),
  day: CalendarDay,
  /** The day on which it happened, where that is in a month that was closed when it became known. */
  happened: CalendarDay.nullable(),
  /** What happened, by its name in the books. */
  kind: z.string(),
  /** Of a movement of Stripe's balance: Stripe's reporting category. */
  category: z.string().nullable(),
  /** Stripe's id of what it happened to. */
  stripeId: Id,
  /** A correction of an earlier entry of the same cause. */
  isCorrection: z.boolean(),
  subject: Place.nullable(),
  /** Debits are positive. */
  postings: z.array(
    z.object({
      account: z.int(),
      /** As the bookkeeper numbers it. */
      number: z.string(),
      name: z.string(),
      /** The tax rate of tax payable, as in the list of accounts; null for what has no parts. */
      partName: z.string().nullable(),
      currency: Currency,
      amount: Amount,
    }),
  ),
});
export type JournalRow = z.infer<typeof JournalRow>;

export const ledgerCalls = {
  'books.proof': query(z.object({}), Proof),
  /** Every account with its movements from one day to another, both included; null means from the first or to the last. */
  'books.trialBalance': query(
    z.object({ from: CalendarDay.nullable(), to: CalendarDay.nullable() }),
    z.object({ rows: z.array(TrialBalanceRow) }),
  ),
  /** Entries, newest first, of one account or of all; `before` is the `next` of the part before. */
  'books.journal': query(
    z.object({
      account: z.int().nullable(),
      limit: z.int().min(1).max(200),
      before: z.string().max(40).optional(),
    }),
    z.object({ rows: z.array(JournalRow), next: z.string().nullable() }),
  ),
  /** Rebuilds everything and compares, beside the work; its course is part of the proof. */
  'books.verify': command(z.object({}), Nothing),
  /** The whole journal as plain-text accounting, for other programs to check. */
  'books.export': command(
    z.object({ commandId: CommandId, format: z.enum(['hledger', 'beancount']) }),
    Saved,
  ),
} as const;
