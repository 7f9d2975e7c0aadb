// Calls about invoices: local drafts and Stripe's, in one list.
import { z } from 'zod';
import { INVOICE_TABS } from '../domain/invoice-tabs.ts';
import { PAID_OUTSIDE_METHODS } from '../text/paid-outside.ts';
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
  Sums,
  TimelineEntry,
  UnixSeconds,
} from './common.ts';
import { CreditNoteStatus } from './corrections.ts';
import { Address, TaxId } from './customers.ts';
import { DocumentPages, Draft } from './drafts.ts';
import { PaymentStanding } from './payments.ts';

/** One badge a row, first match wins (the order here is the order of the rule). */
export const InvoiceBadge = z.enum([
  'needs-review',
  'send-failed',
  'sending',
  'queued',
  'disputed',
  'refunded',
  'partially-refunded',
  'refund-pending',
  'processing',
  'draft',
  'past-due',
  'partially-paid',
  'open',
  'paid',
  'uncollectible',
  'void',
]);
export type InvoiceBadge = z.infer<typeof InvoiceBadge>;

export const InvoiceRow = z.object({
  id: Id,
  stripeId: Id.nullable(),
  /** Null until Stripe has given one. */
  number: z.string().nullable(),
  customerId: Id.nullable(),
  customerName: z.string(),
  badge: InvoiceBadge,
  /** Days past due when the badge is `past-due`, else null. */
  daysPastDue: z.int().nullable(),
  paidOutsideStripe: z.boolean(),
  currency: Currency,
  total: Amount,
  balanceDue: Amount,
  amountPaid: Amount,
  tax: Amount,
  issueDate: CalendarDay.nullable(),
  dueDate: CalendarDay.nullable(),
  paidOn: CalendarDay.nullable(),
  sentAt: UnixSeconds.nullable(),
  poNumber: z.string(),
  memo: z.string(),
  cursor: z.string(),
});
export type InvoiceRow = z.infer<typeof InvoiceRow>;

const InvoiceTab = z.enum(INVOICE_TABS);

export const InvoiceFilter = z.object({
  tab: InvoiceTab.default('all'),
  search: z.string().max(200).optional(),
  customerId: Id.optional(),
  badge: InvoiceBadge.optional(),
  currency: Currency.optional(),
  dateField: z.enum(['issue', 'due', 'paid']).default('issue'),
  from: CalendarDay.optional(),
  to: CalendarDay.optional(),
  /** Minor units; needs `currency`. */
  minAmount: Amount.optional(),
  maxAmount: Amount.optional(),
});
export type InvoiceFilter = z.infer<typeof InvoiceFilter>;

export const InvoiceDetail = InvoiceRow.omit({ cursor: true }).extend({
  customer: z
    .object({ name: z.string(), email: z.string(), address: Address, taxIds: z.array(TaxId) })
    .nullable(),
  lines: z.array(
    z.object({
      description: z.string(),
      quantity: z.string(),
      unitAmountDecimal: z.string().nullable(),
      amount: Amount,
      discount: Amount,
      taxLabel: z.string(),
    }),
  ),
  subtotal: Amount,
  discount: Amount,
  taxes: z.array(z.object({ label: z.string(), amount: Amount, inclusive: z.boolean() })),
  /** What came in beyond the invoice; Stripe puts it on the customer's credit balance. */
  amountOverpaid: Amount,
  /** Of the balance that Stripe keeps for the customer: negative was taken off, positive was added. */
  balanceApplied: Amount,
  refunded: Amount,
  /** How it was paid outside Stripe, in words; null where it was not, or nothing is known of it. */
  paidOutside: z.string().nullable(),
  /** What may still be paid back through Stripe, per payment. */
  refundable: z.array(z.object({ paymentId: Id, amount: Amount, label: z.string() })),
  /** Whether a refund writes its credit note: else the money goes back alone. */
  refundWritesNote: z.boolean(),
  customFields: z.array(z.object({ name: z.string(), value: z.string() })),
  footer: z.string(),
  internalNote: z.string(),
  hasHostedPage: z.boolean(),
  hasStripePdf: z.boolean(),
  payments: z.array(
    z.object({
      id: Id,
      date: CalendarDay,
      amount: Amount,
      method: z.string(),
      methodType: z.string(),
      standing: PaymentStanding,
      failure: z.array(z.string()),
      nextAction: z.string().nullable(),
      fee: Money.nullable(),
      net: Money.nullable(),
    }),
  ),
  refunds: z.array(
    z.object({
      id: Id,
      date: CalendarDay,
      amount: Amount,
      status: z.string(),
      reason: z.string().nullable(),
    }),
  ),
  creditNotes: z.array(
    z.object({
      id: Id,
      date: CalendarDay,
      number: z.string().nullable(),
      amount: Amount,
      /** Taken off what was owed; the rest was given back. */
      offInvoice: Amount,
      status: CreditNoteStatus,
      reason: z.string().nullable(),
    }),
  ),
  /** What issued credit notes took off what was owed. */
  credited: Amount,
  /** Of its payments, by Stripe's words for status and reason. */
  disputes: z.array(
    z.object({
      id: Id,
      date: CalendarDay,
      amount: Amount,
      currency: Currency,
      status: z.string(),
      reason: z.string(),
    }),
  ),
  timeline: z.array(TimelineEntry),
  /** Which actions are allowed now, by the same rules that the commands apply. */
  actions: z.array(
    z.enum([
      'edit',
      'send',
      'send-again',
      'charge',
      'refund',
      'credit',
      'void',
      'mark-uncollectible',
      'mark-paid',
      'duplicate',
      'revise',
      'delete',
    ]),
  ),
  operations: z.array(Id),
  /** The invoice that it replaces. */
  revises: z.object({ id: Id, number: z.string() }).nullable(),
  /** What replaces it: the latest one that was issued, or the draft that is to. */
  revision: z.object({ id: Id, number: z.string().nullable(), isDraft: z.boolean() }).nullable(),
  /** The recurring invoice that it came of. */
  recurring: z.object({ id: Id, title: z.string() }).nullable(),
});

export const invoiceCalls = {
  'invoices.list': query(
    z.object({
      filter: InvoiceFilter,
      sort: z.object({
        by: z.enum(['number', 'customer', 'issue', 'due', 'total', 'balance']),
        direction: Direction,
      }),
      page: Page,
    }),
    z.object({ rows: z.array(InvoiceRow) }),
  ),
  /** Counts and sums per tab, for the same search and customer. */
  'invoices.tabs': query(
    z.object({ filter: InvoiceFilter.omit({ tab: true }) }),
    z.object({ tabs: z.array(z.object({ tab: InvoiceTab, sums: Sums })) }),
  ),
  /** Count and sums of the filter or of the selected ids. */
  'invoices.sums': query(z.object({ filter: InvoiceFilter, ids: z.array(Id).max(5000).optional() }), Sums),
  'invoices.get': query(z.object({ id: Id }), InvoiceDetail),
  'invoices.document': query(z.object({ id: Id, kind: z.enum(['invoice', 'receipt']) }), DocumentPages),
  'invoices.sendAgain': command(z.object({ commandId: CommandId, id: Id }), Accepted),
  'invoices.void': command(z.object({ commandId: CommandId, id: Id }), Accepted),
  'invoices.markUncollectible': command(z.object({ commandId: CommandId, id: Id }), Accepted),
  /** How it was paid is kept with the invoice at Stripe, which itself knows no more than that it was. */
  'invoices.markPaid': command(
    z.object({
      commandId: CommandId,
      id: Id,
      method: z.enum(PAID_OUTSIDE_METHODS),
      reference: z.string().max(200),
    }),
    Accepted,
  ),
  /** A draft that replaces the invoice when it is issued; the one that was begun already, if there is one. */
  'invoices.revise': command(z.object({ commandId: CommandId, id: Id }), Draft),
  'invoices.note': command(z.object({ id: Id, note: z.string().max(2000) }), Nothing),
} as const;
