// The clicks that end a dispute's answer: save it at Stripe, submit it to the bank, or give in. Nothing talks to Stripe.
import type { CallOutput, ParsedInput } from '../../../shared/contract/calls.ts';
import { acceptRefusal } from '../../../shared/domain/disputes.ts';
import { textProblem } from '../../../shared/domain/evidence.ts';
import { enqueue } from '../../outbox/enqueue.ts';
import { type DisputeSubject, planAccept, planAnswer } from '../../outbox/plan-dispute.ts';
import { invalidInput, wrongState } from '../../refusal.ts';
import { once } from '../../store/commands.ts';
import { evidenceKey } from '../../store/dispute-answer.ts';
import type { DisputeFacts } from '../../store/dispute-detail.ts';
import type { CommandContext } from '../command-context.ts';
import { endFailedOperation } from '../end-failed-operation.ts';
import {
  allTexts,
  compellingChange,
  filesToClear,
  filesToSend,
  isChanged,
  isEmpty,
  pathOf,
  wholeTexts,
} from './answer-state.ts';
import { compellingRefusals } from './compelling-part.ts';
import { answerableDispute, answerParts, existingDispute, refuseBusy } from './subject.ts';

export function stageAnswer(
  context: CommandContext,
  input: ParsedInput<'disputes.stage'>,
): CallOutput<'disputes.stage'> {
  return sendAnswer(context, 'disputes.stage', input);
}

export function submitAnswer(
  context: CommandContext,
  input: ParsedInput<'disputes.submit'>,
): CallOutput<'disputes.submit'> {
  return sendAnswer(context, 'disputes.submit', input);
}

function sendAnswer(
  context: CommandContext,
  name: 'disputes.stage' | 'disputes.submit',
  { commandId, id }: { readonly commandId: string; readonly id: string },
): CallOutput<'disputes.submit'> {
  const { db } = context;
  const submit = name === 'disputes.submit';
  return once(db, commandId, name, context.now(), () => {
    const dispute = answerableDispute(context, id);
    const parts = answerParts(db, id);
    if (submit && isEmpty(parts))
      throw wrongState(
        'empty',
        'Write something or attach a file first: an empty answer would be your only one.',
      );
    if (!submit && !isChanged(parts))
      throw wrongState('unchanged', 'Stripe has the answer as it stands here.');
    const problem = textProblem(allTexts(parts));
    if (problem) throw invalidInput(pathOf(problem.field), problem.message);
    const [refused] = compellingRefusals(db, dispute, parts);
    if (refused) throw wrongState('compelling', refused.message);
    const texts = wholeTexts(parts);
    endFailedOperation(context, id);
    const operationId = context.randomId();
    const files = filesToSend(parts).map((file) => ({ ...file, blob: evidenceKey(file.id) }));
    const cleared = filesToClear(parts);
    enqueue(
      context,
      operationId,
      planAnswer({
        ...subjectOf(dispute),
        operationId,
        texts,
        files,
        cleared,
        compelling: compellingChange(parts, submit),
        submit,
        decideBy: decideBy(dispute, context.now()),
      }),
    );
    return { operationId };
  });
}

/** Closes the dispute as lost, for good. */
export function acceptDispute(
  context: CommandContext,
  { commandId, id }: ParsedInput<'disputes.accept'>,
): CallOutput<'disputes.accept'> {
  const { db } = context;
  return once(db, commandId, 'disputes.accept', context.now(), () => {
    const dispute = existingDispute(db, id);
    const refusal = acceptRefusal(dispute);
    if (refusal !== null) throw wrongState(dispute.standing, refusal);
    refuseBusy(db, id);
    endFailedOperation(context, id);
    const operationId = context.randomId();
    enqueue(context, operationId, planAccept(subjectOf(dispute)));
    return { operationId };
  });
}

/** Half of the time that is left: the other half is the person's. Unix seconds. */
function decideBy({ due_by: dueBy }: DisputeFacts, now: number): number | null {
  return dueBy === null ? null : Math.floor((now + dueBy) / 2);
}

function subjectOf(dispute: DisputeFacts): DisputeSubject {
  const customer = dispute.customer_name ?? '';
  return {
    disputeId: dispute.id,
    label: dispute.invoice_number === null ? customer || 'a payment' : `invoice ${dispute.invoice_number}`,
    amount: dispute.amount,
    currency: dispute.currency,
  };
}
