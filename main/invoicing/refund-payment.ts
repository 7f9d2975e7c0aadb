// Accepts a refund: never more than is left of the payment, counting what is still on its way.
import type { CallOutput, ParsedInput } from '../../shared/contract/calls.ts';
import { dayOf } from '../../shared/domain/dates.ts';
import { formatMoney } from '../../shared/domain/money.ts';
import { enqueue } from '../outbox/enqueue.ts';
import { planRefund } from '../outbox/plan-simple.ts';
import { stepMark } from '../outbox/step.ts';
import { invalidInput, notFound, wrongState } from '../refusal.ts';
import { once } from '../store/commands.ts';
import { insertRefund, refundablePayment } from '../store/refunds.ts';
import type { CommandContext } from './command-context.ts';

/** Refuses with `invalid-input` an amount that is not above zero, above what is left, or in another currency. */
export function refundPayment(
  context: CommandContext,
  input: ParsedInput<'refunds.create'>,
): CallOutput<'refunds.create'> {
  const { db } = context;
  return once(db, input.commandId, 'refunds.create', context.now(), () => {
    const payment = refundablePayment(db, input.paymentId);
    if (!payment) throw notFound('payment');
    if (payment.status !== 'succeeded')
      throw wrongState('not-paid', 'Only a payment that has succeeded can be paid back.');
    if (payment.disputed)
      throw wrongState('disputed', 'A disputed payment cannot be paid back: Stripe already holds the money.');
    if (input.amount.currency !== payment.currency)
      throw invalidInput('amount', `This payment is in ${payment.currency.toUpperCase()}.`);
    if (input.amount.amount <= 0) throw invalidInput('amount', 'A refund must be more than zero.');
    if (input.amount.amount > payment.left) {
      throw invalidInput(
        'amount',
        `Only ${formatMoney(payment.left, payment.currency, context.locale)} of this payment is left.`,
      );
    }
    const operationId = context.randomId();
    insertRefund(db, {
      id: operationId,
      operationMark: stepMark(operationId, 1),
      paymentId: payment.id,
      chargeId: payment.chargeId,
      currency: payment.currency,
      amount: input.amount.amount,
      reason: input.reason,
      note: input.note,
      created: context.now(),
      day: dayOf(context.now(), context.timeZone),
    });
    enqueue(
      context,
      operationId,
      planRefund({
        operationId,
        paymentId: payment.id,
        customerName: payment.customerName,
        amount: input.amount.amount,
        currency: payment.currency,
        reason: input.reason,
        note: input.note,
      }),
    );
    return { operationId };
  });
}
