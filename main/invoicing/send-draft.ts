// Accepts a draft for sending: everything is checked and planned here, and left in the outbox. Nothing talks to Stripe.
import type { CallOutput, ParsedInput } from '../../shared/contract/calls.ts';
import { enqueue } from '../outbox/enqueue.ts';
import { planInvoice } from '../outbox/plan-invoice.ts';
import { Refusal, wrongState } from '../refusal.ts';
import { readAccount } from '../store/account.ts';
import { once } from '../store/commands.ts';
import { customerById } from '../store/customers.ts';
import { updateDraft } from '../store/drafts.ts';
import { draftTotals } from './draft-totals.ts';
import type { CommandContext } from './command-context.ts';
import { summaryOf } from './draft-summary.ts';
import { endFailedOperation } from './end-failed-operation.ts';
import { getDraft } from './get-draft.ts';
import { invoiceSubject } from './invoice-subject.ts';
import { refuseWhileErasing } from './personal-data/erase-customer.ts';
import { revisedInvoice } from './revise-invoice.ts';
import { pricedLines } from './priced-lines.ts';
import { findingsOf } from './review-draft.ts';

/** Refuses with `invalid-input` what the review calls an error, and with `wrong-state` a draft that changed or is on its way. */
export function sendDraft(
  context: CommandContext,
  input: ParsedInput<'drafts.send'>,
): CallOutput<'drafts.send'> {
  const { db } = context;
  return once(db, input.commandId, 'drafts.send', context.now(), () => {
    const { content, customerId } = acceptable(context, input);
    const customer = customerById(db, customerId);
    endFailedOperation(context, input.id);
    // A draft known only from Stripe becomes ours here, so that a failure can give it back to the editor.
    updateDraft(db, input.id, content, summaryOf(context, content), context.now());
    const operationId = context.randomId();
    enqueue(
      context,
      operationId,
      planInvoice({
        operationId,
        invoiceId: input.id,
        content: { ...content, customerId },
        priced: pricedLines(db, content),
        customerName: customer?.fields.name ?? '',
        leftoverDraftId: invoiceSubject(db, input.id).stripeId,
        revised: revisedInvoice(context.db, input.id),
        total: input.total.amount,
        email: input.email ? (customer?.fields.email ?? '') : null,
        timeZone: context.timeZone,
        country: readAccount(db)?.country ?? null,
      }),
    );
    return { operationId };
  });
}

function acceptable(context: CommandContext, input: ParsedInput<'drafts.send'>) {
  const draft = getDraft(context, input);
  if (draft.state !== 'editing') throw wrongState(draft.state, 'This invoice is already on its way.');
  if (draft.revision !== input.revision)
    throw wrongState('newer-revision', 'The draft has changed since you reviewed it. Review it again.');
  const errors = findingsOf(context, input.id, draft.content, input.email).filter(
    ({ severity }) => severity === 'error',
  );
  const issues = errors.map(({ path, message }) => ({ path, message }));
  if (issues.length > 0) throw new Refusal({ kind: 'invalid-input', issues });
  const { total } = draftTotals(context, draft.content);
  if (input.total.currency !== draft.content.currency || input.total.amount !== total) {
    throw wrongState('total-changed', 'The total has changed since you reviewed it. Review it again.');
  }
  const { customerId } = draft.content;
  if (customerId === null) throw wrongState('no-customer', 'Choose a customer first.');
  refuseWhileErasing(context.db, customerId);
  return { content: draft.content, customerId };
}
