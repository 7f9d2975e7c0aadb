// Connects the autosaver with the program: what has been written is saved after a pause, on leaving, and when the window is hidden.
import { useCallback, useEffect, useState } from 'react';
import type { Draft, DraftContent } from '../../../shared/contract/drafts.ts';
import type { Result } from '../../../shared/contract/errors.ts';
import { useConnection } from '../../data.ts';
import { type Autosaver, createAutosaver, type SaveState } from './autosave.ts';

export interface Autosave {
  readonly state: SaveState;
  /** Saves this content now; answers the revision that holds it. */
  readonly saveNow: (content: DraftContent) => Promise<Result<number>>;
}

export function useAutosave(draft: Draft, content: DraftContent): Autosave {
  const { client } = useConnection();
  const [state, setState] = useState<SaveState>({ kind: 'saved' });
  const [saver] = useState<Autosaver>(() =>
    createAutosaver(
      { revision: draft.revision, content: draft.content },
      (revision, written) => client('drafts.save', { id: draft.id, revision, content: written }),
      setState,
    ),
  );
  useEffect(() => saver.change(content), [saver, content]);
  useEffect(() => {
    const onHide = (): void => {
      if (document.visibilityState === 'hidden') void saver.flush();
    };
    document.addEventListener('visibilitychange', onHide);
    return () => {
      document.removeEventListener('visibilitychange', onHide);
      saver.close();
    };
  }, [saver]);
  const saveNow = useCallback(
    (written: DraftContent) => {
      saver.change(written);
      return saver.flush();
    },
    [saver],
  );
  return { state, saveNow };
}
