// Changes of an issued invoice that Stripe makes in one step: void, uncollectible, paid outside Stripe, sent again.
import type { CallOutput, ParsedInput } from '../../shared/contract/calls.ts';
import { type InvoiceAction, invoiceActions } from '../../shared/domain/invoice-actions.ts';
import { enqueue } from '../outbox/enqueue.ts';
import { planMarkPaid, planSendAgain, planStateChange } from '../outbox/plan-simple.ts';
import type { PlannedOperation } from '../outbox/step.ts';
import { wrongState } from '../refusal.ts';
import { once } from '../store/commands.ts';
import { activeOperationOn } from '../store/outbox.ts';
import type { CommandContext } from './command-context.ts';
import { isBusy } from './revise-invoice.ts';
import { endFailedOperation } from './end-failed-operation.ts';
import { type InvoiceSubjectRow, invoiceSubject } from './invoice-subject.ts';

type PlainChange = 'invoices.void' | 'invoices.markUncollectible' | 'invoices.sendAgain';
type ChangeName = PlainChange | 'invoices.markPaid';

interface Change {
  readonly action: InvoiceAction;
  readonly refusal: string;
  readonly plan: (subject: InvoiceSubjectRow) => PlannedOperation;
}

const CHANGES: Readonly<Record<PlainChange, Change>> = {
  'invoices.void': {
    action: 'void',
    refusal: 'Only an open or uncollectible invoice can be voided. A paid one is credited or refunded.',
    plan: (subject) => planStateChange('invoice.void', subject),
  },
  'invoices.markUncollectible': {
    action: 'mark-uncollectible',
    refusal: 'Only an open invoice can be written off.',
    plan: (subject) => planStateChange('invoice.mark-uncollectible', subject),
  },
  'invoices.sendAgain': {
    action: 'send-again',
    refusal: 'Only an issued invoice can be sent again.',
    plan: (subject) => {
      if (subject.email === '') throw wrongState('no-email', 'This customer has no e-mail address.');
      return planSendAgain(subject, subject.email);
    },
  },
};

export function changeInvoice(
  context: CommandContext,
  name: PlainChange,
  input: ParsedInput<PlainChange>,
): CallOutput<PlainChange> {
  return change(context, name, input, CHANGES[name]);
}

export function markInvoicePaid(
  context: CommandContext,
  input: ParsedInput<'invoices.markPaid'>,
): CallOutput<'invoices.markPaid'> {
  return change(context, 'invoices.markPaid', input, {
    action: 'mark-paid',
    refusal: 'Only an open or uncollectible invoice can be marked as paid.',
    plan: (subject) => planMarkPaid(subject, { method: input.method, reference: input.reference.trim() }),
  });
}

function change(
  context: CommandContext,
  name: ChangeName,
  input: { readonly commandId: string; readonly id: string },
  { action, refusal, plan }: Change,
): CallOutput<ChangeName> {
  const { db } = context;
  return once(db, input.commandId, name, context.now(), () => {
    const subject = invoiceSubject(db, input.id);
    endFailedOperation(context, input.id);
    const busy = activeOperationOn(db, input.id) !== undefined || isBusy(db, input.id);
    const facts = {
      status: subject.status,
      atStripe: subject.stripeId !== null,
      hasEmail: true,
      chargeable: false,
      refundable: 0,
      creditable: false,
      revisable: false,
    };
    if (!invoiceActions({ ...facts, busy: false }).includes(action))
      throw wrongState(subject.status, refusal);
    if (busy) throw wrongState('busy', 'Something else is still under way with this invoice. See Activity.');
    const operationId = context.randomId();
    enqueue(context, operationId, plan(subject));
    context.changes.add('invoice', input.id);
    return { operationId };
  });
}
