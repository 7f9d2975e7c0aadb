// Closes an operation that failed or waits for a decision, when the person takes another way.
import { reflect } from '../outbox/reflect.ts';
import { activeOperationOn, stepsOf, updateStep } from '../store/outbox.ts';
import type { UseContext } from './context.ts';

/** Ends what failed or needs review on this subject; leaves alone what is still under way. */
export function endFailedOperation(context: UseContext, subjectId: string): void {
  const operation = activeOperationOn(context.db, subjectId);
  if (operation && (operation.state === 'failed' || operation.state === 'needs-review'))
    endOperation(context, operation.id);
}

/** Marks every unfinished step canceled; what was done at Stripe stays done. */
export function endOperation(context: UseContext, operationId: string): void {
  for (const step of stepsOf(context.db, operationId)) {
    if (step.state !== 'done') updateStep(context.db, step, { state: 'canceled', nextAttemptAt: null });
  }
  reflect(context.db, operationId, context.now(), context.changes);
}
