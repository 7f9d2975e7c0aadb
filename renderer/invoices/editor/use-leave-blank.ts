// A draft that nobody wrote anything in leaves no trace when its editor is closed.
import { useCallback, useEffect, useRef } from 'react';
import { useConnection } from '../../data.ts';
import { isBlank } from './draft-edits.ts';
import type { EditorValue } from './editor-context.ts';

/** `wasEdited` is true once anything has been changed. The answer is called when the draft has been sent. */
export function useLeaveBlank({ content, draftId }: EditorValue, wasEdited: boolean): () => void {
  const { client } = useConnection();
  const isTrace = useRef(true);
  const isMounted = useRef(true);
  useEffect(() => {
    isTrace.current =
      wasEdited ||
      content.customerId !== null ||
      !content.lines.every(isBlank) ||
      content.internalNote !== '';
  }, [content, wasEdited]);
  useEffect(() => {
    isMounted.current = true;
    return () => {
      isMounted.current = false;
      // React mounts twice while developing; only a screen that stays away has been left.
      setTimeout(() => {
        if (isMounted.current || isTrace.current) return;
        void client('drafts.delete', { commandId: crypto.randomUUID(), id: draftId });
      }, 0);
    };
  }, [client, draftId]);
  return useCallback(() => {
    isTrace.current = true;
  }, []);
}
