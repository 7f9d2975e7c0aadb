// Questions about money that leaves the business: refunds, credit notes that pay back, accepted disputes.
import type { ParsedInput } from '../../shared/contract/calls.ts';
import type { Question } from '../ports.ts';
import { disputeFacts } from '../store/dispute-detail.ts';
import { refundablePayment } from '../store/refunds.ts';
import { type Asking, moneyIn, type Subject } from './question.ts';

export const askRefund: Asking<ParsedInput<'refunds.create'>> = (subject, { paymentId, amount }) =>
  refundQuestion(subject, paymentId, amount.amount);

/** A credit note that moves no money is only a document. */
export const askCreditNote: Asking<ParsedInput<'creditNotes.create'>> = (subject, { refund }) =>
  refund && refundQuestion(subject, refund.paymentId, refund.amount);

/** Null when the payment is not there or has less left: the use case says which. */
function refundQuestion(subject: Subject, paymentId: string, amount: number): Question | null {
  const payment = refundablePayment(subject.db, paymentId);
  if (!payment || amount <= 0 || amount > payment.left) return null;
  const money = moneyIn(subject, { amount, currency: payment.currency });
  return {
    title: `Refund ${money} to ${payment.customerName}?`,
    detail: 'The money goes back the way it was paid. A refund cannot be taken back.',
    action: `Refund ${money}`,
  };
}

export const askAcceptDispute: Asking<ParsedInput<'disputes.accept'>> = (subject, { id }) => {
  const dispute = disputeFacts(subject.db, id);
  if (!dispute) return null;
  return {
    title: `Accept the dispute over ${moneyIn(subject, dispute)}?`,
    detail: 'The customer’s bank keeps the money for good. A dispute that was accepted cannot be answered.',
    action: 'Accept dispute',
  };
};
