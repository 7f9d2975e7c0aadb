// What the keys mean in a cell of the lines: pure, so that the table only carries it out.
import type { LineColumn } from './use-cell-focus.ts';

export interface CellPress {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

export interface CellPlace {
  readonly column: LineColumn;
  readonly row: number;
  readonly rows: number;
  /** The line has nothing in it yet. */
  readonly isBlank: boolean;
  /** The caret is on the first or last row of text, so that an arrow may leave the cell. */
  readonly atTop: boolean;
  readonly atBottom: boolean;
}

export type LineKeyAction =
  | { readonly kind: 'go'; readonly row: number }
  | { readonly kind: 'add' }
  | { readonly kind: 'move'; readonly by: -1 | 1 }
  | { readonly kind: 'remove' };

/** Null when the key keeps its usual meaning. Tab in the last cell of a blank last line leaves the table, so nobody is trapped. */
export function lineKeyAction(press: CellPress, place: CellPlace): LineKeyAction | null {
  if (press.ctrlKey || press.metaKey) return null;
  if (press.altKey) return altAction(press.key);
  const isLast = place.row === place.rows - 1;
  if (press.shiftKey) return null;
  if (press.key === 'Tab') {
    return place.column === 'discount' && isLast && !place.isBlank ? { kind: 'add' } : null;
  }
  if (place.column === 'tax') return null;
  if (press.key === 'Enter') {
    if (!isLast) return { kind: 'go', row: place.row + 1 };
    return place.isBlank ? null : { kind: 'add' };
  }
  if (press.key === 'ArrowUp')
    return place.atTop && place.row > 0 ? { kind: 'go', row: place.row - 1 } : null;
  if (press.key === 'ArrowDown') return place.atBottom && !isLast ? { kind: 'go', row: place.row + 1 } : null;
  return null;
}

function altAction(key: string): LineKeyAction | null {
  if (key === 'ArrowUp') return { kind: 'move', by: -1 };
  if (key === 'ArrowDown') return { kind: 'move', by: 1 };
  return key === 'Backspace' ? { kind: 'remove' } : null;
}
