// Undo and redo inside one draft: whole contents, with runs of typing in one place taken together.
import type { DraftContent } from '../../../shared/contract/drafts.ts';
import { assertNever } from '../../../shared/domain/assert.ts';
import { applyEdit, type DraftEdit } from './draft-edits.ts';

const MAX_STEPS = 200;

export interface History {
  readonly past: readonly DraftContent[];
  readonly present: DraftContent;
  readonly future: readonly DraftContent[];
  /** Names the run of typing that the last step belongs to; null when the next edit starts a new step. */
  readonly run: string | null;
  /** Counts undo and redo, so that a field that is being typed in takes the older text. */
  readonly jumps: number;
}

export type HistoryAction =
  /** Edits with the same `run`, one after the other, are undone together. */
  | { readonly type: 'edit'; readonly edit: DraftEdit; readonly run?: string }
  /** What was typed in a run can no longer be read: the value before it stands, and undo takes the text back. */
  | { readonly type: 'unread'; readonly run: string }
  /** Ends a run, as leaving a field does. */
  | { readonly type: 'settle' }
  | { readonly type: 'undo' }
  | { readonly type: 'redo' };

export function startHistory(content: DraftContent): History {
  return { past: [], present: content, future: [], run: null, jumps: 0 };
}

export function historyReducer(history: History, action: HistoryAction): History {
  switch (action.type) {
    case 'edit':
      return afterEdit(history, applyEdit(history.present, action.edit), action.run ?? null);
    case 'unread':
      return afterUnread(history, action.run);
    case 'settle':
      return history.run === null ? history : { ...history, run: null };
    case 'undo': {
      const previous = history.past.at(-1);
      if (!previous) return history;
      return {
        past: history.past.slice(0, -1),
        present: previous,
        future: [history.present, ...history.future],
        run: null,
        jumps: history.jumps + 1,
      };
    }
    case 'redo': {
      const [next, ...future] = history.future;
      if (!next) return history;
      return {
        past: [...history.past, history.present],
        present: next,
        future,
        run: null,
        jumps: history.jumps + 1,
      };
    }
    default:
      return assertNever(action);
  }
}

function afterEdit(history: History, present: DraftContent, run: string | null): History {
  if (present === history.present) return history;
  const joins = run !== null && run === history.run;
  const past = joins ? history.past : [...history.past, history.present].slice(-MAX_STEPS);
  return { past, present, future: [], run, jumps: history.jumps };
}

/** A step that changes nothing yet: a half-typed value never stays as if it were the whole. */
function afterUnread(history: History, run: string): History {
  const before = (run === history.run ? history.past.at(-1) : undefined) ?? history.present;
  const past = run === history.run ? history.past : [...history.past, before].slice(-MAX_STEPS);
  return { past, present: before, future: [], run, jumps: history.jumps };
}

/** The run of typing in a text: one per word, so that undo takes back a word and not the whole text. */
export function textRun(field: string, text: string): string {
  return `${field} ${text.split(/\s+/u).length}`;
}
