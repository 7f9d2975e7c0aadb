// Calls about corrections of issued invoices: credit notes with the refunds they stand for, and those that lack their counterpart.
import { z } from 'zod';
import { command, query } from './define.ts';
import {
  Accepted,
  Amount,
  CalendarDay,
  CommandId,
  Currency,
  Direction,
  Id,
  Money,
  Nothing,
  Page,
  TimelineEntry,
} from './common.ts';
import { Saved } from './documents.ts';
import { DocumentPages } from './drafts.ts';

export const CreditNoteStatus = z.enum([
  'queued',
  'needs-review',
  'failed',
  'issued',
  'refund-failed',
  'void',
]);
export type CreditNoteStatus = z.infer<typeof CreditNoteStatus>;

/** Where the money of a credit note went, minor units: off what was owed, back to the customer, to their balance, or outside Stripe. */
const Settled = {
  offInvoice: Amount,
  refunded: Amount,
  toBalance: Amount,
  outside: Amount,
};

export const CreditNoteRow = z.object({
  id: Id,
  date: CalendarDay,
  /** Null until Stripe has given one. */
  number: z.string().nullable(),
  invoiceId: Id.nullable(),
  invoiceNumber: z.string().nullable(),
  customerName: z.string(),
  status: CreditNoteStatus,
  reason: z.string().nullable(),
  currency: Currency,
  amount: Amount,
  ...Settled,
  cursor: z.string(),
});
export type CreditNoteRow = z.infer<typeof CreditNoteRow>;

const TaxAmount = z.object({ label: z.string(), amount: Amount, inclusive: z.boolean() });

const CreditLine = z.object({
  description: z.string(),
  /** Null for a line that is credited by an amount. */
  quantity: z.int().nullable(),
  /** Before its discounts and taxes. */
  amount: Amount,
  discount: Amount,
  taxes: z.array(TaxAmount),
});

/** The figures of a credit note, all of them Stripe's. */
const CreditFigures = {
  lines: z.array(CreditLine),
  net: Amount,
  taxes: z.array(TaxAmount),
};

const NoteRefund = z.object({
  id: Id,
  paymentId: Id.nullable(),
  amount: Amount,
  status: z.string(),
  failureReason: z.string().nullable(),
});

export const CreditNoteDetail = CreditNoteRow.omit({ cursor: true }).extend({
  stripeId: Id.nullable(),
  invoiceStripeId: Id.nullable(),
  customerId: Id.nullable(),
  memo: z.string(),
  ...CreditFigures,
  refunds: z.array(NoteRefund),
  timeline: z.array(TimelineEntry),
  /** `void` only while nothing was given back and the invoice is open. */
  actions: z.array(z.enum(['void'])),
  operations: z.array(Id),
});

/** All of an amount with its taxes, or parts of lines: by quantity or by an amount before taxes, never both for one line. */
export const CreditWhat = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('amount'), amount: Amount }),
  z.object({
    kind: z.literal('lines'),
    lines: z
      .array(z.object({ id: Id, quantity: z.int().positive().optional(), amount: Amount.optional() }))
      .min(1)
      .max(250),
  }),
]);
export type CreditWhat = z.infer<typeof CreditWhat>;

export const CreditReason = z.enum(['duplicate', 'order_change', 'product_unsatisfactory']);

const What = {
  invoiceId: Id,
  what: CreditWhat,
  /** Refunds that were made without a credit note, for which this one now stands. */
  refundIds: z.array(Id).max(20),
};

const Mismatch = z.object({
  /** Stripe's id of the refund or the credit note. */
  id: Id,
  kind: z.enum(['refund-without-note', 'note-without-refund']),
  date: CalendarDay,
  invoiceId: Id.nullable(),
  invoiceNumber: z.string().nullable(),
  /** Ours; one of the two is null. */
  refundId: Id.nullable(),
  creditNoteId: Id.nullable(),
  creditNoteNumber: z.string().nullable(),
  customerName: z.string(),
  currency: Currency,
  /** What has no counterpart. */
  amount: Amount,
  /** Whether the invoice can still be credited by it. */
  canCredit: z.boolean(),
});
export type Mismatch = z.infer<typeof Mismatch>;

export const correctionCalls = {
  'creditNotes.list': query(
    z.object({
      search: z.string().max(200).optional(),
      status: z.string().max(40).optional(),
      direction: Direction.default('desc'),
      page: Page,
    }),
    z.object({ rows: z.array(CreditNoteRow) }),
  ),
  'creditNotes.counts': query(
    z.object({ search: z.string().max(200).optional() }),
    z.object({
      statuses: z.array(z.object({ status: z.string(), count: z.int(), sum: z.array(Money) })),
    }),
  ),
  'creditNotes.get': query(z.object({ id: Id }), CreditNoteDetail),
  /** What may be credited of an invoice now. */
  'creditNotes.options': query(
    z.object({ invoiceId: Id }),
    z.object({
      invoiceNumber: z.string().nullable(),
      customerName: z.string(),
      customerEmail: z.string(),
      currency: Currency,
      total: Amount,
      creditable: Amount,
      /** Of it, what is still owed: a credit lowers this first. */
      remaining: Amount,
      /** In words; null when something can be credited. */
      refusal: z.string().nullable(),
      lines: z.array(
        z.object({
          id: Id,
          description: z.string(),
          /** Before discounts and taxes, what has not been credited yet. */
          amountLeft: Amount,
          /** Null where the line is not credited by quantity. */
          quantityLeft: z.int().nullable(),
          /** False where a part was credited by quantity before. */
          byAmount: z.boolean(),
          taxLabel: z.string(),
        }),
      ),
      /** Payments that money can go back to. */
      payments: z.array(z.object({ id: Id, label: z.string(), left: Amount })),
      /** Refunds that were made without a credit note. */
      loneRefunds: z.array(z.object({ id: Id, date: CalendarDay, amount: Amount, status: z.string() })),
    }),
  ),
  /** Stripe's own reckoning of a credit note; nothing is made. */
  'creditNotes.quote': query(
    z.object(What),
    z.object({
      total: Amount,
      /** Taken off what is owed, and given back of what was paid. */
      offInvoice: Amount,
      toSettle: Amount,
      /** What the refunds named give back of it. */
      byEarlierRefunds: Amount,
      currency: Currency,
      ...CreditFigures,
    }),
  ),
  /** Refused unless the parts of the settlement make up what is to be given back, to the cent. */
  'creditNotes.create': command(
    z.object({
      commandId: CommandId,
      ...What,
      /** As quoted. */
      total: Money,
      refund: z.object({ paymentId: Id, amount: Amount }).nullable(),
      toBalance: Amount,
      outside: Amount,
      reason: CreditReason.nullable(),
      memo: z.string().max(500),
      email: z.boolean(),
    }),
    Accepted,
  ),
  'creditNotes.void': command(z.object({ commandId: CommandId, id: Id }), Accepted),
  'creditNotes.document': query(z.object({ id: Id }), DocumentPages),
  'creditNotes.export': command(z.object({ commandId: CommandId, id: Id }), Saved),
  /** Refunds without a credit note and credit notes without a refund, newest first, at most 200. */
  'corrections.unmatched': query(z.object({}), z.object({ rows: z.array(Mismatch), count: z.int() })),
  /** A person says that one of them needs nothing more. */
  'corrections.settle': command(
    z.object({ commandId: CommandId, ids: z.array(Id).min(1).max(200), note: z.string().max(450) }),
    Nothing,
  ),
} as const;
