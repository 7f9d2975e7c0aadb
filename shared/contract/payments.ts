// Calls about payments and refunds.
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
  Page,
  TimelineEntry,
  UnixSeconds,
} from './common.ts';

export const PaymentStatus = z.enum([
  'requires_payment_method',
  'requires_confirmation',
  'requires_action',
  'processing',
  'requires_capture',
  'succeeded',
  'canceled',
]);

/** Stripe has one status before the first attempt and after one that failed; a bookkeeper must tell them apart. */
export const PaymentStanding = z.enum([...PaymentStatus.options, 'failed']);
export type PaymentStanding = z.infer<typeof PaymentStanding>;

export const PaymentRow = z.object({
  id: Id,
  date: CalendarDay,
  invoiceId: Id.nullable(),
  invoiceNumber: z.string().nullable(),
  customerId: Id.nullable(),
  customerName: z.string(),
  method: z.string(),
  /** Stripe's name of the kind of method, such as `sepa_debit`; empty while nothing was tried. */
  methodType: z.string(),
  standing: PaymentStanding,
  /** Why the last attempt failed, the most exact code first; see shared/text/decline-words.ts. */
  failure: z.array(z.string()),
  /** What the customer has to do, by Stripe's name, such as `redirect_to_url`. */
  nextAction: z.string().nullable(),
  /** When Stripe tries again by itself. */
  nextAttemptAt: UnixSeconds.nullable(),
  currency: Currency,
  amount: Amount,
  refunded: Amount,
  fee: Money.nullable(),
  net: Money.nullable(),
  payout: z.object({ id: Id, arrival: CalendarDay }).nullable(),
  cursor: z.string(),
});
export type PaymentRow = z.infer<typeof PaymentRow>;

/** One charge: what a customer's bank said to one attempt. */
const PaymentAttempt = z.object({
  id: Id,
  at: UnixSeconds,
  amount: Amount,
  method: z.string(),
  methodType: z.string(),
  outcome: z.enum(['succeeded', 'pending', 'failed']),
  failure: z.array(z.string()),
});

/** How Stripe booked the money, in the currency in which the account is paid out. */
const Settlement = z.object({
  id: Id,
  currency: Currency,
  gross: Amount,
  fee: Amount,
  net: Amount,
  /** By Stripe's name of the kind, such as `stripe_fee` or `tax`. */
  fees: z.array(z.object({ kind: z.string(), text: z.string(), amount: Amount })),
  /** Exact decimal text; null where nothing was converted. */
  exchangeRate: z.string().nullable(),
  availableOn: CalendarDay,
  isAvailable: z.boolean(),
});

export const PaymentDetail = PaymentRow.omit({ cursor: true }).extend({
  chargeId: Id.nullable(),
  received: Amount,
  /** What of it may still be paid back. */
  refundable: Amount,
  /** The invoice for which a refund writes its credit note; null where the money goes back alone. */
  noteInvoiceId: Id.nullable(),
  invoices: z.array(z.object({ id: Id, number: z.string().nullable(), amount: Amount, isOpen: z.boolean() })),
  /** Whether its invoice has a page on which the customer can pay. */
  hasPaymentPage: z.boolean(),
  attempts: z.array(PaymentAttempt),
  settlement: Settlement.nullable(),
  refunds: z.array(
    z.object({
      id: Id,
      date: CalendarDay,
      amount: Amount,
      status: z.string(),
      reason: z.string().nullable(),
    }),
  ),
  disputes: z.array(
    z.object({ id: Id, date: CalendarDay, amount: Amount, status: z.string(), reason: z.string() }),
  ),
  timeline: z.array(TimelineEntry),
});

export const PaymentFilter = z.object({
  standing: PaymentStanding.optional(),
  search: z.string().max(200).optional(),
  customerId: Id.optional(),
  currency: Currency.optional(),
  from: CalendarDay.optional(),
  to: CalendarDay.optional(),
  /** Minor units; needs `currency`. */
  minAmount: Amount.optional(),
  maxAmount: Amount.optional(),
});
export type PaymentFilter = z.infer<typeof PaymentFilter>;

export const RefundStatus = z.enum([
  'queued',
  'pending',
  'requires_action',
  'succeeded',
  'failed',
  'canceled',
  'needs-review',
]);

export const RefundRow = z.object({
  id: Id,
  date: CalendarDay,
  invoiceId: Id.nullable(),
  invoiceNumber: z.string().nullable(),
  customerName: z.string(),
  currency: Currency,
  amount: Amount,
  status: RefundStatus,
  reason: z.string().nullable(),
  failureReason: z.string().nullable(),
  cursor: z.string(),
});

const ListInput = z.object({
  search: z.string().max(200).optional(),
  status: z.string().max(40).optional(),
  direction: Direction.default('desc'),
  page: Page,
});

const StatusCount = z.object({ status: z.string(), count: z.int(), sum: z.array(Money) });

export const paymentCalls = {
  'payments.list': query(
    z.object({
      filter: PaymentFilter,
      sort: z.object({ by: z.enum(['date', 'customer', 'amount']), direction: Direction }),
      page: Page,
    }),
    z.object({ rows: z.array(PaymentRow) }),
  ),
  /** Counts and sums by standing, for the same filter. */
  'payments.counts': query(
    z.object({ filter: PaymentFilter.omit({ standing: true }) }),
    z.object({ statuses: z.array(StatusCount) }),
  ),
  'payments.get': query(z.object({ id: Id }), PaymentDetail),
  'refunds.list': query(ListInput, z.object({ rows: z.array(RefundRow) })),
  'refunds.counts': query(
    z.object({ search: z.string().max(200).optional() }),
    z.object({ statuses: z.array(StatusCount) }),
  ),
  /** Pays back a part or all of one payment; refused when it is more than what is left. Never Stripe's `fraudulent`, which blocks the card. */
  'refunds.create': command(
    z.object({
      commandId: CommandId,
      paymentId: Id,
      amount: Money,
      reason: z.enum(['requested_by_customer', 'duplicate']),
      note: z.string().max(450),
    }),
    Accepted,
  ),
} as const;
