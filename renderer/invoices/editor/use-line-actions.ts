// Carries out what keys, menus and pastes ask of the lines, and keeps the focus where the bookkeeper expects it.
import { type ClipboardEvent, type KeyboardEvent, useMemo } from 'react';
import type { DraftLine } from '../../../shared/contract/drafts.ts';
import { isBlank } from './draft-edits.ts';
import { type EditorTools, useEditorTools } from './editor-context.ts';
import type { LineActions } from './line-row.tsx';
import { type CellPlace, lineKeyAction } from './line-keys.ts';
import { linesFromPaste } from './paste-lines.ts';
import type { LineColumn } from './use-cell-focus.ts';

type FocusCell = (lineId: string, column: LineColumn) => void;

export interface LineHandlers {
  readonly actions: LineActions;
  readonly add: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** The handlers stay the same through every change, so that lines that did not change are not drawn again. */
export function useLineActions(focusCell: FocusCell, announce: (text: string) => void): LineHandlers {
  const { contentNow, newLine, edit, marks, taxRates } = useEditorTools();
  return useMemo(() => {
    const work: Work = { contentNow, newLine, edit, marks, taxRates, focusCell, announce };
    const actions = lineActions(work);
    return { actions, add: () => addLine(work), onKeyDown: (event) => onCellKey(event, work, actions) };
  }, [contentNow, newLine, edit, marks, taxRates, focusCell, announce]);
}

interface Work extends Pick<EditorTools, 'contentNow' | 'newLine' | 'edit' | 'marks' | 'taxRates'> {
  readonly focusCell: FocusCell;
  readonly announce: (text: string) => void;
}

function addLine({ newLine, edit, contentNow, focusCell }: Work): void {
  const line = newLine();
  edit({ type: 'insert-lines', at: contentNow().lines.length, lines: [line] });
  focusCell(line.id, 'description');
}

function onCellKey(event: KeyboardEvent, work: Work, actions: LineActions): void {
  const { lines } = work.contentNow();
  const cell = cellOf(event.target);
  const place = cell && placeOf(cell, lines);
  const action = place && lineKeyAction(event, place);
  if (!cell || !action) return;
  event.preventDefault();
  event.stopPropagation();
  if (action.kind === 'add') addLine(work);
  else if (action.kind === 'remove') actions.remove(cell.lineId);
  else if (action.kind === 'move') {
    actions.move(cell.lineId, action.by);
    work.focusCell(cell.lineId, cell.column);
  } else {
    const target = lines[action.row];
    if (target) work.focusCell(target.id, cell.column);
  }
}

function lineActions(work: Work): LineActions {
  const { edit, contentNow, newLine, focusCell, announce } = work;
  return {
    move: (id, by) => edit({ type: 'move-line', id, by }),
    remove: (id) => {
      const { lines } = contentNow();
      const at = lines.findIndex((line) => line.id === id);
      const next = lines[at + 1] ?? lines[at - 1];
      const fresh = next ? null : newLine();
      edit(fresh ? { type: 'replace-line', id, lines: [fresh] } : { type: 'remove-line', id });
      focusCell((next ?? fresh)?.id ?? id, 'description');
      announce(`Line ${at + 1} deleted`);
    },
    fill: (line, { itemId, name, price: { id: priceId, unitAmountDecimal } }) => {
      const taxRateIds = line.taxRateIds.length > 0 ? line.taxRateIds : newLine().taxRateIds;
      const item = { itemId, priceId };
      const patch = { description: name, unitAmountDecimal: unitAmountDecimal ?? '0', taxRateIds, item };
      edit({ type: 'patch-line', id: line.id, patch });
      focusCell(line.id, 'quantity');
      announce(`${name} from the catalogue`);
    },
    setFree: (id) => edit({ type: 'patch-line', id, patch: { item: null } }),
    duplicate: (line) => {
      const copy = { ...line, id: crypto.randomUUID() };
      edit({ type: 'insert-lines', at: indexOf(line, contentNow().lines) + 1, lines: [copy] });
      focusCell(copy.id, 'description');
    },
    paste: (line, event) => {
      const pasted = pastedLines(event, work);
      if (!pasted) return;
      event.preventDefault();
      const at = indexOf(line, contentNow().lines) + 1;
      edit(
        isBlank(line)
          ? { type: 'replace-line', id: line.id, lines: pasted }
          : { type: 'insert-lines', at, lines: pasted },
      );
      const last = pasted.at(-1);
      if (last) focusCell(last.id, 'description');
      announce(pasted.length === 1 ? '1 line pasted' : `${pasted.length} lines pasted`);
    },
  };
}

function indexOf(line: DraftLine, lines: readonly DraftLine[]): number {
  return lines.findIndex(({ id }) => id === line.id);
}

function pastedLines(event: ClipboardEvent, work: Work): readonly DraftLine[] | null {
  return linesFromPaste(event.clipboardData.getData('text/plain'), {
    currency: work.contentNow().currency,
    marks: work.marks,
    taxRates: work.taxRates,
    defaultTaxRateIds: work.newLine().taxRateIds,
    newId: () => crypto.randomUUID(),
  });
}

interface FoundCell {
  readonly lineId: string;
  readonly column: LineColumn;
  readonly element: HTMLElement;
}

const COLUMNS: readonly LineColumn[] = ['description', 'quantity', 'price', 'tax', 'discount'];

function cellOf(target: EventTarget): FoundCell | null {
  if (!(target instanceof HTMLElement)) return null;
  const [lineId, name] = target.dataset['cell']?.split(' ') ?? [];
  const column = COLUMNS.find((candidate) => candidate === name);
  return lineId !== undefined && column ? { lineId, column, element: target } : null;
}

function placeOf({ lineId, column, element }: FoundCell, lines: readonly DraftLine[]): CellPlace | null {
  const row = lines.findIndex((line) => line.id === lineId);
  const line = lines[row];
  if (!line) return null;
  const text = element instanceof HTMLTextAreaElement ? element : null;
  return {
    column,
    row,
    rows: lines.length,
    isBlank: isBlank(line),
    atTop: !text || text.selectionStart === 0,
    atBottom: !text || text.selectionEnd === text.value.length,
  };
}
