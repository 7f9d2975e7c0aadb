// Moves the focus between the cells of the lines, also into lines that are drawn only after the next change.
import { type RefObject, useCallback, useLayoutEffect, useRef } from 'react';

export type LineColumn = 'description' | 'quantity' | 'price' | 'tax' | 'discount';

/** The name that marks a cell in the document. */
export function cellName(lineId: string, column: LineColumn): string {
  return `${lineId} ${column}`;
}

export interface CellFocus {
  /** To be given to the table that holds the cells. */
  readonly table: RefObject<HTMLTableElement | null>;
  readonly focusCell: (lineId: string, column: LineColumn) => void;
}

export function useCellFocus(): CellFocus {
  const table = useRef<HTMLTableElement>(null);
  const wanted = useRef<string | null>(null);
  // After every change: a line that was asked for may be there now, or may have been moved with the focus in it.
  useLayoutEffect(() => {
    if (wanted.current !== null && takeFocus(table.current, wanted.current)) wanted.current = null;
  });
  const focusCell = useCallback((lineId: string, column: LineColumn) => {
    const name = cellName(lineId, column);
    takeFocus(table.current, name);
    wanted.current = name;
  }, []);
  return { table, focusCell };
}

function takeFocus(table: HTMLElement | null, name: string): boolean {
  const cells = table?.querySelectorAll<HTMLElement>('[data-cell]') ?? [];
  const cell = [...cells].find((candidate) => candidate.dataset['cell'] === name);
  if (!cell) return false;
  cell.focus();
  if (cell instanceof HTMLInputElement) cell.select();
  return true;
}
