// What has become of an answer to a dispute, shown on the dispute.
import { answerTaken, fileUploaded } from '../../store/dispute-answer.ts';
import { type Reflection, subjectId } from './work.ts';

export function reflectOnDispute(reflection: Reflection): void {
  const { db, operation, state, steps, changes } = reflection;
  const id = subjectId(reflection);
  for (const { state: reached, resultId, intent } of steps) {
    if (reached === 'done' && resultId !== null && intent.makes?.$ref === 'evidence-file')
      fileUploaded(db, intent.makes.id, resultId);
  }
  if (state === 'done' && operation.kind !== 'dispute.accept') answerTaken(db, id);
  changes.add('dispute', id);
}
