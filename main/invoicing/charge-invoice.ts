// Charges an open invoice to a saved card or account: what can be charged, and the click that orders it. Nothing talks to Stripe.
import type { CallOutput, ParsedInput } from '../../shared/contract/calls.ts';
import { type ChargeFacts, chargeRefusal, methodChargeRefusal } from '../../shared/domain/charging.ts';
import { enqueue } from '../outbox/enqueue.ts';
import { planCharge } from '../outbox/plan-charge.ts';
import { invalidInput, notFound, wrongState } from '../refusal.ts';
import { once } from '../store/commands.ts';
import type { Db } from '../store/database.ts';
import { activeOperationOn } from '../store/outbox.ts';
import { isBusy } from './revise-invoice.ts';
import { type ChargeSubject, chargeSubject, savedMethods } from '../store/saved-methods.ts';
import type { CommandContext } from './command-context.ts';
import { today, type UseContext } from './context.ts';
import { endFailedOperation } from './end-failed-operation.ts';

export function chargeOptions(
  context: UseContext,
  { invoiceId }: ParsedInput<'charges.options'>,
): CallOutput<'charges.options'> {
  const { db } = context;
  const subject = existing(db, invoiceId);
  const methods =
    subject.customerStripeId === null ? [] : savedMethods(db, subject.customerStripeId, today(context));
  return {
    amount: { amount: subject.remaining, currency: subject.currency },
    customerName: subject.customerName,
    hasPaymentPage: subject.hasPaymentPage,
    refusal: chargeRefusal(factsOf(subject)),
    methods: methods.map((method) => ({ ...method, refusal: methodChargeRefusal(method, subject.currency) })),
  };
}

export function customerMethods(
  context: UseContext,
  { id }: ParsedInput<'customers.methods'>,
): CallOutput<'customers.methods'> {
  const customer = context.db.get<{ stripe_id: string | null }>(
    'SELECT stripe_id FROM customer WHERE id = ?',
    [id],
  );
  if (!customer) throw notFound('customer');
  const { stripe_id: stripeId } = customer;
  return { methods: stripeId === null ? [] : savedMethods(context.db, stripeId, today(context)) };
}

/** Refuses what cannot be charged, a way to pay that is not the customer's, and an amount that is no longer what is owed. */
export function chargeInvoice(
  context: CommandContext,
  input: ParsedInput<'charges.create'>,
): CallOutput<'charges.create'> {
  const { db } = context;
  return once(db, input.commandId, 'charges.create', context.now(), () => {
    const subject = existing(db, input.invoiceId);
    const refusal = chargeRefusal(factsOf(subject));
    if (refusal !== null) throw wrongState(subject.status, refusal);
    const method = savedMethods(db, subject.customerStripeId ?? '', today(context)).find(
      ({ id }) => id === input.methodId,
    );
    if (!method) throw invalidInput('methodId', 'The customer has not saved this card or account any more.');
    const unfit = methodChargeRefusal(method, subject.currency);
    if (unfit !== null) throw invalidInput('methodId', unfit);
    if (input.amount.currency !== subject.currency || input.amount.amount !== subject.remaining)
      throw wrongState('amount-changed', 'What is owed has changed since you looked. Look at it again.');
    endFailedOperation(context, input.invoiceId);
    if (activeOperationOn(db, input.invoiceId) !== undefined || isBusy(db, input.invoiceId))
      throw wrongState('busy', 'Something else is still under way with this invoice. See Activity.');
    const operationId = context.randomId();
    enqueue(context, operationId, planCharge({ ...subject, method }));
    context.changes.add('invoice', input.invoiceId);
    return { operationId };
  });
}

function existing(db: Db, id: string): ChargeSubject {
  const subject = chargeSubject(db, id);
  if (!subject) throw notFound('invoice');
  return subject;
}

function factsOf({ stripeId, ...subject }: ChargeSubject): ChargeFacts {
  return { ...subject, atStripe: stripeId !== null };
}
