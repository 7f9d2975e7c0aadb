// Saves the draft and has it judged, for the review sheet and for the marks on the fields.
import { useCallback, useState } from 'react';
import type { CallOutput } from '../../../shared/contract/calls.ts';
import type { CallError } from '../../../shared/contract/errors.ts';
import { useConnection } from '../../data.ts';
import { withoutBlankLines } from './draft-edits.ts';
import { unreadFindings } from './unread.ts';
import type { EditorState } from './use-editor-state.ts';

export type ReviewRun =
  | { readonly kind: 'running' }
  | { readonly kind: 'failed'; readonly error: CallError }
  | { readonly kind: 'ready'; readonly revision: number; readonly review: CallOutput<'drafts.review'> };

export interface ReviewControl {
  /** Null while the sheet is closed. */
  readonly run: ReviewRun | null;
  readonly open: () => void;
  readonly close: () => void;
}

export function useReview({ value, autosave, setReviewed }: EditorState): ReviewControl {
  const { client } = useConnection();
  const [run, setRun] = useState<ReviewRun | null>(null);
  const { draftId, content, edit, unread } = value;
  const { saveNow } = autosave;
  const judge = useCallback(async (): Promise<ReviewRun> => {
    const fields = unread.list();
    const written = withoutBlankLines(content, new Set(fields.map(({ lineId }) => lineId)));
    edit({ type: 'content', content: written });
    const saved = await saveNow(written);
    if (!saved.ok) return { kind: 'failed', error: saved.error };
    const answer = await client('drafts.review', { id: draftId });
    if (!answer.ok) return { kind: 'failed', error: answer.error };
    setReviewed({ content: written, findings: answer.value.findings });
    const findings = [...unreadFindings(fields, written), ...answer.value.findings];
    return { kind: 'ready', revision: saved.value, review: { ...answer.value, findings } };
  }, [client, content, draftId, edit, unread, saveNow, setReviewed]);
  const open = useCallback(() => {
    setRun({ kind: 'running' });
    // Closed meanwhile: the answer is only for the marks on the fields.
    void judge().then((result) => setRun((now) => (now === null ? null : result)));
  }, [judge]);
  const close = useCallback(() => setRun(null), []);
  return { run, open, close };
}
