// Everything that crediting an invoice is judged by, read together.
import { formatDay } from '../../../shared/domain/dates.ts';
import type { CreditFacts } from '../../../shared/domain/crediting.ts';
import { notFound } from '../../refusal.ts';
import {
  type CreditedInvoice,
  creditedInvoice,
  type LoneRefund,
  loneRefunds,
} from '../../store/credit-basis.ts';
import type { Db } from '../../store/database.ts';
import { type InvoicePaymentFacts, paymentsOfInvoice } from '../../store/invoice-detail.ts';
import { isBusy } from '../revise-invoice.ts';
import { activeOperationOn, type OperationRow } from '../../store/outbox.ts';
import { refundablePayment } from '../../store/refunds.ts';
import type { UseContext } from '../context.ts';

export interface CreditBasis {
  readonly invoice: CreditedInvoice;
  readonly stripeId: string;
  readonly facts: CreditFacts;
  readonly loneRefunds: readonly LoneRefund[];
  readonly payments: readonly InvoicePaymentFacts[];
}

/** `id` is our own of the invoice. Refuses one that is not there. */
export function creditBasis(db: Db, id: string): CreditBasis {
  const invoice = creditedInvoice(db, id);
  if (!invoice) throw notFound('invoice');
  const stripeId = invoice.stripe_id ?? '';
  const lone = loneRefunds(db, stripeId);
  return {
    invoice,
    stripeId,
    loneRefunds: lone,
    payments: paymentsOfInvoice(db, stripeId).filter(({ status }) => status === 'succeeded'),
    facts: {
      status: invoice.status,
      atStripe: invoice.stripe_id !== null,
      busy: isUnderWay(activeOperationOn(db, id)) || isBusy(db, id),
      processing: invoice.processing === 1,
      total: invoice.total,
      remaining: invoice.amount_remaining,
      credited: invoice.credited,
      refundedAlone: lone.reduce((sum, { amount }) => sum + amount, 0),
    },
  };
}

/** What failed changes nothing any more; what a person has to decide may. */
function isUnderWay(operation: OperationRow | undefined): boolean {
  return operation !== undefined && operation.state !== 'failed';
}

export interface RefundablePart {
  readonly paymentId: string;
  readonly amount: number;
  readonly label: string;
}

/** What may still be paid back of each of these payments, with the words they are told apart by. */
export function refundableParts(
  { db, locale }: Pick<UseContext, 'db' | 'locale'>,
  payments: readonly InvoicePaymentFacts[],
): RefundablePart[] {
  return payments.flatMap(({ id, method, day, status }) => {
    if (status !== 'succeeded') return [];
    const payment = refundablePayment(db, id);
    if (!payment || payment.disputed || payment.left <= 0) return [];
    const label = [method, formatDay(day, locale)].filter((part) => part !== '').join(' · ');
    return [{ paymentId: id, amount: payment.left, label }];
  });
}
