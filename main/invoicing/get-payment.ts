// One payment, whole: how it stands, its attempts, what Stripe took of it, and what happened to it afterwards.
import type { CallOutput, ParsedInput } from '../../shared/contract/calls.ts';
import { dayOf } from '../../shared/domain/dates.ts';
import { refundWritesNote } from '../../shared/domain/crediting.ts';
import { formatMoney } from '../../shared/domain/money.ts';
import { notFound } from '../refusal.ts';
import {
  attemptsOfPayment,
  disputesOfPayment,
  feesOfTransaction,
  invoicesPaidBy,
  type PaymentFacts,
  paymentFacts,
  refundsOfPayment,
} from '../store/payment-detail.ts';
import { paymentRow } from '../store/payment-list.ts';
import { refundablePayment } from '../store/refunds.ts';
import type { UseContext } from './context.ts';
import { creditBasis } from './corrections/credit-facts.ts';
import { attemptsOf } from './payment-attempts.ts';
import { paymentTimeline } from './payment-timeline.ts';

type Detail = CallOutput<'payments.get'>;

export function getPayment(context: UseContext, { id }: ParsedInput<'payments.get'>): Detail {
  const { db, locale } = context;
  const payment = paymentFacts(db, id);
  if (!payment) throw notFound('payment');
  const attempts = attemptsOf(attemptsOfPayment(db, id));
  const refunds = refundsOfPayment(db, id);
  const disputes = disputesOfPayment(db, id);
  const invoices = invoicesPaidBy(db, id);
  return {
    ...paymentRow(payment),
    chargeId: payment.charge_id,
    received: payment.amount_received,
    refundable: refundableOf(context, payment),
    noteInvoiceId: noteInvoiceOf(context, invoices),
    invoices: invoices.map(({ id: invoiceId, number, amount, status }) => ({
      id: invoiceId,
      number,
      amount,
      isOpen: status === 'open' || status === 'uncollectible',
    })),
    hasPaymentPage: invoices.some((invoice) => invoice.status === 'open' && invoice.has_page === 1),
    attempts: [...attempts],
    settlement: settlementOf(context, payment),
    refunds: refunds.map(({ id: refundId, day, amount, status, reason }) => ({
      id: refundId,
      date: day,
      amount,
      status,
      reason,
    })),
    disputes: disputes.map(({ id: disputeId, day, amount, status, reason }) => ({
      id: disputeId,
      date: day,
      amount,
      status,
      reason,
    })),
    timeline: paymentTimeline({
      payment,
      attempts,
      refunds,
      disputes,
      now: context.now(),
      locale,
      money: (amount) => formatMoney(amount, payment.currency, locale),
    }),
  };
}

function refundableOf({ db }: UseContext, payment: PaymentFacts): number {
  const known = payment.status === 'succeeded' ? refundablePayment(db, payment.id) : undefined;
  return known && !known.disputed ? Math.max(0, known.left) : 0;
}

function noteInvoiceOf({ db }: UseContext, invoices: readonly { readonly id: string }[]): string | null {
  return invoices.find(({ id }) => refundWritesNote(creditBasis(db, id).facts))?.id ?? null;
}

function settlementOf(context: UseContext, payment: PaymentFacts): Detail['settlement'] {
  const { transaction_id: id, settled_in: currency, fee, net, available_on: availableOn } = payment;
  if (id === null || currency === null || fee === null || net === null || availableOn === null) return null;
  const { fees, exchangeRate } = feesOfTransaction(payment.transaction_json ?? '{}');
  return {
    id,
    currency,
    gross: net + fee,
    fee,
    net,
    fees: [...fees],
    exchangeRate,
    availableOn: dayOf(availableOn, context.timeZone),
    isAvailable: availableOn <= context.now(),
  };
}
