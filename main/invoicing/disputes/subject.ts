// The dispute that a command is about, and whether its answer may be changed now.
import { answerRefusal, isAppeal } from '../../../shared/domain/disputes.ts';
import { notFound, wrongState } from '../../refusal.ts';
import type { Db } from '../../store/database.ts';
import { attachedFiles, writtenCompelling, writtenTexts } from '../../store/dispute-answer.ts';
import { type DisputeFacts, disputeFacts } from '../../store/dispute-detail.ts';
import { storedText } from '../../store/mirror-objects.ts';
import { activeOperationOn } from '../../store/outbox.ts';
import type { UseContext } from '../context.ts';
import type { AnswerParts } from './answer-state.ts';
import { compellingAtStripe } from './compelling-at-stripe.ts';
import { evidenceAtStripe } from './evidence-at-stripe.ts';

/** Refuses an id that is not there. */
export function existingDispute(db: Db, id: string): DisputeFacts {
  const dispute = disputeFacts(db, id);
  if (!dispute) throw notFound('dispute');
  return dispute;
}

/** Refuses while work on it is under way; what failed is not. */
export function refuseBusy(db: Db, id: string): void {
  const operation = activeOperationOn(db, id);
  if (operation !== undefined && operation.state !== 'failed' && operation.state !== 'needs-review')
    throw wrongState('busy', 'The answer to this dispute is on its way to Stripe. See Activity.');
}

/** The dispute, when something can still be said to the bank; else refuses with the reason. */
export function answerableDispute(context: UseContext, id: string): DisputeFacts {
  const dispute = existingDispute(context.db, id);
  const refusal = answerRefusal({ status: dispute.status, dueBy: dispute.due_by }, context.now());
  if (refusal !== null) throw wrongState(dispute.standing, refusal);
  refuseBusy(context.db, id);
  return dispute;
}

export function answerParts(db: Db, id: string): AnswerParts {
  const dispute: unknown = JSON.parse(storedText(db, id) ?? 'null');
  const compelling = compellingAtStripe(dispute);
  return {
    isAppeal: isAppeal(disputeFacts(db, id)?.status ?? ''),
    atStripe: evidenceAtStripe(dispute),
    written: writtenTexts(db, id),
    attached: attachedFiles(db, id),
    // What cannot be said any more is not sent along where nobody sees it.
    compelling: { atStripe: compelling, written: compelling.isOpen ? writtenCompelling(db, id) : null },
  };
}
