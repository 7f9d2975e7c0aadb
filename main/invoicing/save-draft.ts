// Keeps what the editor holds. An older revision is refused, so that two windows cannot overwrite each other.
import type { CallOutput, ParsedInput } from '../../shared/contract/calls.ts';
import { assert } from '../../shared/domain/assert.ts';
import { wrongState } from '../refusal.ts';
import { draftById, updateDraft } from '../store/drafts.ts';
import type { UseContext } from './context.ts';
import { endFailedOperation } from './end-failed-operation.ts';
import { summaryOf } from './draft-summary.ts';
import { draftOf, getDraft } from './get-draft.ts';

export function saveDraft(context: UseContext, input: ParsedInput<'drafts.save'>): CallOutput<'drafts.save'> {
  const { db } = context;
  return db.transaction(() => {
    const current = getDraft(context, input);
    if (current.state !== 'editing')
      throw wrongState(current.state, 'This invoice is on its way and cannot be changed.');
    if (current.revision !== input.revision) {
      throw wrongState(
        'newer-revision',
        'This draft was changed in another window. Open it again to see the changes.',
      );
    }
    // Work that failed was planned from the content before this change: doing it once more would issue what nobody sees any more.
    endFailedOperation(context, input.id);
    updateDraft(db, input.id, input.content, summaryOf(context, input.content), context.now());
    context.changes.add('invoice', input.id);
    const stored = draftById(db, input.id);
    assert(stored, 'A draft that was just saved must be there');
    return draftOf(db, stored);
  });
}
