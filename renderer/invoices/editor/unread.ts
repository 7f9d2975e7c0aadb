// The fields whose text cannot be read: they keep the draft from being sent, for it does not hold what they say.
import { useEffect } from 'react';
import type { DraftContent, ReviewFinding } from '../../../shared/contract/drafts.ts';
import { useEditorTools } from './editor-context.ts';

export interface UnreadField {
  /** Null for a field of the whole invoice. */
  readonly lineId: string | null;
  /** The path of the field in its line, or in the draft. */
  readonly path: string;
  /** What it is called in the form, such as "Quantity". */
  readonly name: string;
  /** Why its text cannot be read. */
  readonly reason: string;
}

export interface UnreadFields {
  /** Keeps a field among them until the returned function is called. */
  readonly mark: (field: UnreadField) => () => void;
  readonly list: () => readonly UnreadField[];
}

export function createUnreadFields(): UnreadFields {
  const fields = new Set<UnreadField>();
  return {
    mark(field) {
      fields.add(field);
      return () => fields.delete(field);
    },
    list: () => [...fields],
  };
}

/** Says that a field cannot be read while it is on the page and `reason` is not null. */
export function useUnread({ lineId, path, name }: Omit<UnreadField, 'reason'>, reason: string | null): void {
  const { unread } = useEditorTools();
  useEffect(
    () => (reason === null ? undefined : unread.mark({ lineId, path, name, reason })),
    [unread, lineId, path, name, reason],
  );
}

/** One error for each field, in the order of the lines, those of the whole invoice last. */
export function unreadFindings(
  fields: readonly UnreadField[],
  { lines }: Pick<DraftContent, 'lines'>,
): readonly ReviewFinding[] {
  return fields
    .map((field) => ({ ...field, index: lines.findIndex(({ id }) => id === field.lineId) }))
    .toSorted((a, b) => place(a.index) - place(b.index))
    .map(({ index, path, name, reason }) => ({
      severity: 'error',
      code: 'unreadable',
      path: index < 0 ? path : `lines.${index}.${path}`,
      message: `${index < 0 ? name : `${name} of line ${index + 1}`}: ${reason}.`,
    }));
}

function place(index: number): number {
  return index < 0 ? Number.POSITIVE_INFINITY : index;
}
