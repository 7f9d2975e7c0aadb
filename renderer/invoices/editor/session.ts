// Holds the history of one open draft outside of React, so that keys and pastes always see the newest content.
import type { DraftContent } from '../../../shared/contract/drafts.ts';
import { type History, type HistoryAction, historyReducer, startHistory } from './history.ts';

export interface EditorSession {
  readonly history: () => History;
  readonly dispatch: (action: HistoryAction) => void;
  /** Hears each change until the returned function is called. */
  readonly subscribe: (listener: () => void) => () => void;
}

export function createSession(content: DraftContent): EditorSession {
  let history = startHistory(content);
  const listeners = new Set<() => void>();
  return {
    history: () => history,
    dispatch(action) {
      const next = historyReducer(history, action);
      if (next === history) return;
      history = next;
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
