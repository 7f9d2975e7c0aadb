// Calls about payments and refunds.
import { z } from 'zod';
import { command, query } from './define.ts';
import { Accepted, Amount, CalendarDay, CommandId, Currency, Direction, Id, Money, Page } from './common.ts';

export const PaymentStatus = z.enum([
  'requires_payment_method',
  'requires_confirmation',
  'requires_action',
  'processing',
  'requires_capture',
  'succeeded',
  'canceled',
]);

export const PaymentRow = z.object({
  id: Id,
  date: CalendarDay,
  invoiceId: Id.nullable(),
  invoiceNumber: z.string().nullable(),
  customerId: Id.nullable(),
  customerName: z.string(),
  method: z.string(),
  status: PaymentStatus,
  currency: Currency,
  amount: Amount,
  refunded: Amount,
  fee: Money.nullable(),
  net: Money.nullable(),
  cursor: z.string(),
});

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
  'payments.list': query(ListInput, z.object({ rows: z.array(PaymentRow) })),
  'payments.counts': query(
    z.object({ search: z.string().max(200).optional() }),
    z.object({ statuses: z.array(StatusCount) }),
  ),
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
