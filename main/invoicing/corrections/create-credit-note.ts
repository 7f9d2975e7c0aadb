// Accepts a credit note, with the refund that comes with it: never more than is left, and to the cent by Stripe's rule.
import type { CallOutput, ParsedInput } from '../../../shared/contract/calls.ts';
import { type CreditSplit, splitCredit, sumOfSettlement } from '../../../shared/domain/crediting.ts';
import { formatMoney } from '../../../shared/domain/money.ts';
import { enqueue } from '../../outbox/enqueue.ts';
import { planCreditNote } from '../../outbox/plan-credit-note.ts';
import { type PlannedOperation, stepMark } from '../../outbox/step.ts';
import { invalidInput, notFound, wrongState } from '../../refusal.ts';
import { once } from '../../store/commands.ts';
import { insertCreditNote, type NewCreditNote } from '../../store/credit-basis.ts';
import {
  insertRefund,
  type NewRefund,
  type RefundablePayment,
  refundablePayment,
} from '../../store/refunds.ts';
import type { CommandContext } from '../command-context.ts';
import { today } from '../context.ts';
import { type CreditRequest, creditRequest, tooMuch } from './credit-request.ts';

type Input = ParsedInput<'creditNotes.create'>;

/** Refuses, with the reason, whatever Stripe would refuse: it is queued only when it can be done. */
export function createCreditNote(context: CommandContext, input: Input): CallOutput<'creditNotes.create'> {
  const { db } = context;
  return once(db, input.commandId, 'creditNotes.create', context.now(), () => {
    const request = creditRequest(context, input);
    const total = checkedTotal(context, input, request);
    const split = splitCredit(total, request.basis.facts);
    const payment = input.refund === null ? null : checkedPayment(context, input.refund, request);
    checkSettlement(context, input, request, split.post);
    const operationId = context.randomId();
    const plan = planOf(operationId, total, input, request);
    const mark = stepMark(operationId, plan.steps.length);
    insertCreditNote(db, noteRow(context, { operationId, mark, total, ...split }, input, request));
    if (payment !== null && input.refund !== null)
      insertRefund(db, refundRow(context, operationId, payment, input.refund.amount, input.reason));
    enqueue(context, operationId, plan);
    return { operationId };
  });
}

function planOf(operationId: string, total: number, input: Input, request: CreditRequest): PlannedOperation {
  const { invoice, payments } = request.basis;
  return planCreditNote({
    operationId,
    invoiceId: input.invoiceId,
    label: invoice.number === null ? invoice.customer_name : `invoice ${invoice.number}`,
    currency: invoice.currency,
    total,
    what: request.what,
    refund: input.refund === null ? null : { ...input.refund, isOwnStep: payments.length > 1 },
    earlierRefunds: request.earlierRefunds.map(({ stripe_id: refund, amount }) => ({
      refund: refund ?? '',
      amount,
    })),
    toBalance: input.toBalance,
    outside: input.outside,
    reason: input.reason,
    memo: input.memo.trim(),
    email: input.email && invoice.customer_email !== '',
  });
}

interface Accepted extends CreditSplit {
  readonly operationId: string;
  readonly mark: string;
  readonly total: number;
}

/** What stands for the note until Stripe has issued it. */
function noteRow(
  context: CommandContext,
  accepted: Accepted,
  input: Input,
  request: CreditRequest,
): NewCreditNote {
  const { refund, earlierRefunds } = settlementOf(input, request);
  return {
    id: accepted.operationId,
    operationMark: accepted.mark,
    invoiceStripeId: request.basis.stripeId,
    reason: input.reason,
    memo: input.memo.trim(),
    currency: request.basis.invoice.currency,
    amount: accepted.total,
    prePayment: accepted.pre,
    postPayment: accepted.post,
    refunded: refund + earlierRefunds,
    toBalance: input.toBalance,
    outside: input.outside,
    created: context.now(),
    day: today(context),
  };
}

function refundRow(
  context: CommandContext,
  operationId: string,
  payment: RefundablePayment,
  amount: number,
  reason: Input['reason'],
): NewRefund {
  return {
    id: operationId,
    operationMark: stepMark(operationId, 1),
    paymentId: payment.id,
    chargeId: payment.chargeId,
    currency: payment.currency,
    amount,
    reason: reason === 'duplicate' ? 'duplicate' : 'requested_by_customer',
    note: '',
    created: context.now(),
    day: today(context),
  };
}

function checkedTotal(context: CommandContext, { total, what }: Input, request: CreditRequest): number {
  const { currency } = request.basis.invoice;
  if (total.currency !== currency)
    throw invalidInput('total', `This invoice is in ${currency.toUpperCase()}.`);
  if (total.amount <= 0) throw invalidInput('total', 'A credit note must be more than zero.');
  if (what.kind === 'amount' && total.amount !== what.amount)
    throw invalidInput('total', 'The total is not the amount that is credited.');
  if (total.amount > request.limit) throw tooMuch(context, request.basis, request.limit);
  return total.amount;
}

function checkedPayment(
  context: CommandContext,
  { paymentId, amount }: NonNullable<Input['refund']>,
  { basis }: CreditRequest,
): RefundablePayment {
  const payment = basis.payments.some(({ id }) => id === paymentId)
    ? refundablePayment(context.db, paymentId)
    : undefined;
  if (!payment) throw notFound('payment');
  if (payment.disputed)
    throw wrongState('disputed', 'A disputed payment cannot be paid back: Stripe already holds the money.');
  if (amount <= 0) throw invalidInput('refund.amount', 'A refund must be more than zero.');
  if (amount > payment.left) {
    const left = formatMoney(Math.max(0, payment.left), payment.currency, context.locale);
    throw invalidInput('refund.amount', `Only ${left} of this payment is left.`);
  }
  return payment;
}

function settlementOf({ refund, toBalance, outside }: Input, { earlierRefunds }: CreditRequest) {
  return {
    refund: refund?.amount ?? 0,
    earlierRefunds: earlierRefunds.reduce((sum, { amount }) => sum + amount, 0),
    toBalance,
    outside,
  };
}

/** Stripe's rule: what is credited beyond what is still owed is given back, to the cent, in these ways together. */
function checkSettlement(context: CommandContext, input: Input, request: CreditRequest, post: number): void {
  const { toBalance, outside } = input;
  if (toBalance < 0 || outside < 0) throw invalidInput('toBalance', 'No part can be less than zero.');
  const sum = sumOfSettlement(settlementOf(input, request));
  if (sum === post) return;
  const money = (amount: number): string =>
    formatMoney(amount, request.basis.invoice.currency, context.locale);
  throw invalidInput(
    'refund',
    post === 0
      ? 'Nothing of this was paid, so nothing is given back: it only lowers what is owed.'
      : `${money(post)} has to be given back in all, not ${money(sum)}.`,
  );
}
