// Removes a draft: at once when Stripe never saw it, else through the outbox.
import type { CallOutput, ParsedInput } from '../../shared/contract/calls.ts';
import { enqueue } from '../outbox/enqueue.ts';
import { planDraftRemoval } from '../outbox/plan-simple.ts';
import { wrongState } from '../refusal.ts';
import { once } from '../store/commands.ts';
import { deleteDraftContent, deleteLocalDraft } from '../store/drafts.ts';
import type { CommandContext } from './command-context.ts';
import { endFailedOperation } from './end-failed-operation.ts';
import { getDraft } from './get-draft.ts';
import { invoiceSubject } from './invoice-subject.ts';

export function deleteDraft(
  context: CommandContext,
  input: ParsedInput<'drafts.delete'>,
): CallOutput<'drafts.delete'> {
  const { db } = context;
  return once(db, input.commandId, 'drafts.delete', context.now(), () => {
    if (getDraft(context, input).state !== 'editing')
      throw wrongState('sending', 'This invoice is on its way. Cancel it in Activity first.');
    endFailedOperation(context, input.id);
    const subject = invoiceSubject(context.db, input.id);
    if (subject.stripeId === null) {
      deleteLocalDraft(db, input.id);
    } else {
      deleteDraftContent(db, input.id);
      const operationId = context.randomId();
      enqueue(context, operationId, planDraftRemoval(subject, subject.stripeId));
    }
    context.changes.add('invoice', input.id);
    return {};
  });
}
