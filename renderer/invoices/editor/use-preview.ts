// Draws the draft as the customer will see it: after a pause, one drawing at a time, and the last good one stays in sight.
import { useEffect, useRef, useState } from 'react';
import type { CallOutput } from '../../../shared/contract/calls.ts';
import type { DraftContent } from '../../../shared/contract/drafts.ts';
import type { CallError } from '../../../shared/contract/errors.ts';
import { useConnection } from '../../data.ts';

export interface Preview {
  readonly pages: CallOutput<'drafts.preview'>['pages'] | null;
  readonly isDrawing: boolean;
  readonly error: CallError | null;
}

const PAUSE_MS = 120;

export function usePreview(id: string, content: DraftContent): Preview {
  const { client } = useConnection();
  const [preview, setPreview] = useState<Preview>({ pages: null, isDrawing: true, error: null });
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  useEffect(() => {
    const given = { wanted: true };
    const draw = async (): Promise<void> => {
      if (!given.wanted) return;
      const result = await client('drafts.preview', { id, content });
      if (!given.wanted) return;
      if (result.ok) setPreview({ pages: result.value.pages, isDrawing: false, error: null });
      else setPreview(({ pages }) => ({ pages, isDrawing: false, error: result.error }));
    };
    const timer = setTimeout(() => {
      setPreview((now) => ({ ...now, isDrawing: true }));
      queue.current = queue.current.then(draw);
    }, PAUSE_MS);
    return () => {
      given.wanted = false;
      clearTimeout(timer);
    };
  }, [client, id, content]);
  return preview;
}
