// What every part of the editor shares: the draft as it stands, its totals, and the way to change it.
import { createContext, use } from 'react';
import type { Draft, DraftContent, DraftLine, Totals } from '../../../shared/contract/drafts.ts';
import type { TaxRate } from '../../../shared/contract/settings.ts';
import { assert } from '../../../shared/domain/assert.ts';
import type { NumberMarks } from '../../../shared/domain/number-entry.ts';
import type { DraftEdit } from './draft-edits.ts';
import type { UnreadFields } from './unread.ts';

/** The part that typing does not change, so that a line is drawn again only when it changed itself. */
export interface EditorTools {
  readonly draftId: string;
  /** The invoice that the draft replaces, whose customer and currency stay. */
  readonly revises: Draft['revises'];
  readonly currency: string;
  readonly taxRates: readonly TaxRate[];
  readonly locale: string;
  readonly marks: NumberMarks;
  /** Changes the draft; edits with the same `run`, one after the other, are undone together. */
  readonly edit: (edit: DraftEdit, run?: string) => void;
  /** Takes back what a run of typing changed, for its text can no longer be read. */
  readonly takeBack: (run: string) => void;
  /** The fields that cannot be read as they stand. */
  readonly unread: UnreadFields;
  /** Ends a run of typing, as leaving a field does. */
  readonly settle: () => void;
  /** Rises with each undo and redo. */
  readonly jumps: number;
  /** The newest content, for handlers; what is drawn comes from `useEditor`. */
  readonly contentNow: () => DraftContent;
  /** A blank line with the taxes that a new line should have. */
  readonly newLine: () => DraftLine;
  /** Why the review refused a field, until that field changes. */
  readonly errorAt: (path: string) => string | undefined;
}

export interface EditorValue extends EditorTools {
  readonly content: DraftContent;
  /** An estimate by Stripe's rules; see shared/domain/totals. */
  readonly totals: Totals;
}

export const EditorToolsContext = createContext<EditorTools | null>(null);
export const EditorContext = createContext<EditorValue | null>(null);

export function useEditor(): EditorValue {
  const value = use(EditorContext);
  assert(value !== null, 'A part of the editor stands outside of it');
  return value;
}

export function useEditorTools(): EditorTools {
  const tools = use(EditorToolsContext);
  assert(tools !== null, 'A part of the editor stands outside of it');
  return tools;
}
