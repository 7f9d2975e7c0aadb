import { describe, expect, test } from 'vitest';
import type { DraftContent } from '../../../../shared/contract/drafts.ts';
import { applyEdit, emptyLine, MAX_LINES } from '../../../../renderer/invoices/editor/draft-edits.ts';
import {
  type History,
  historyReducer,
  startHistory,
  textRun,
} from '../../../../renderer/invoices/editor/history.ts';

const content: DraftContent = {
  customerId: null,
  currency: 'eur',
  lines: ['a', 'b', 'c'].map((id) => ({ ...emptyLine(id, []), unitAmountDecimal: '1050' })),
  discount: { kind: 'amount', amount: 250 },
  couponId: null,
  terms: { kind: 'days', days: 14 },
  paymentMethods: [],
  memo: '',
  footer: '',
  customFields: [],
  poNumber: '',
  language: null,
  internalNote: '',
};

function type(history: History, texts: readonly string[]): History {
  return texts.reduce(
    (state, memo) =>
      historyReducer(state, {
        type: 'edit',
        edit: { type: 'patch', patch: { memo } },
        run: textRun('memo', memo),
      }),
    history,
  );
}

describe('undo inside a draft', () => {
  test('takes back a word at a time and brings it again', () => {
    const typed = type(startHistory(content), ['N', 'Ne', 'Net', 'Net ', 'Net 1', 'Net 14']);
    const once = historyReducer(typed, { type: 'undo' });
    expect(once.present.memo).toBe('Net');
    const twice = historyReducer(once, { type: 'undo' });
    expect(twice.present).toBe(content);
    expect(historyReducer(twice, { type: 'undo' })).toBe(twice);
    const again = historyReducer(historyReducer(twice, { type: 'redo' }), { type: 'redo' });
    expect(again.present.memo).toBe('Net 14');
    expect(historyReducer(again, { type: 'redo' })).toBe(again);
  });

  test('a text that cannot be read leaves the value before it, and is taken back as a step', () => {
    const half = type(startHistory(content), ['2', '25']);
    const unread = historyReducer(half, { type: 'unread', run: textRun('memo', '25x') });
    expect(unread.present).toBe(content);
    expect(type(unread, ['250']).present.memo).toBe('250');
    const undone = historyReducer(unread, { type: 'undo' });
    expect(undone).toMatchObject({ present: content, past: [], jumps: 1 });
    const other = historyReducer(half, { type: 'unread', run: 'discount' });
    expect(other.present).toBe(half.present);
    expect(historyReducer(other, { type: 'undo' }).present).toBe(half.present);
  });

  test('leaving a field ends the run, and an edit drops what was undone', () => {
    const left = historyReducer(type(startHistory(content), ['A', 'AB']), { type: 'settle' });
    const back = historyReducer(type(left, ['ABC']), { type: 'undo' });
    expect(back.present.memo).toBe('AB');
    const other = type(back, ['ABX']);
    expect(other.future).toEqual([]);
  });
});

describe('edits of lines', () => {
  const ids = (of: DraftContent): string => of.lines.map((line) => line.id).join('');

  test('move, remove and insert keep the others', () => {
    expect(ids(applyEdit(content, { type: 'move-line', id: 'a', by: 1 }))).toBe('bac');
    expect(applyEdit(content, { type: 'move-line', id: 'a', by: -1 })).toBe(content);
    expect(applyEdit(content, { type: 'move-line', id: 'c', by: 1 })).toBe(content);
    expect(ids(applyEdit(content, { type: 'remove-line', id: 'b' }))).toBe('ac');
    expect(ids(applyEdit(content, { type: 'insert-lines', at: 1, lines: [emptyLine('x', [])] }))).toBe(
      'axbc',
    );
    expect(
      ids(
        applyEdit(content, {
          type: 'replace-line',
          id: 'b',
          lines: [emptyLine('y', []), emptyLine('z', [])],
        }),
      ),
    ).toBe('ayzc');
  });

  test('never hold more lines than a draft takes', () => {
    const many = Array.from({ length: MAX_LINES }, (_, index) => emptyLine(`n${index}`, []));
    expect(applyEdit(content, { type: 'insert-lines', at: 3, lines: many }).lines).toHaveLength(MAX_LINES);
  });

  test('another currency keeps the figures as they read', () => {
    const yen = applyEdit(content, { type: 'currency', currency: 'jpy' });
    expect(yen.lines[0]?.unitAmountDecimal).toBe('10.5');
    expect(yen.discount).toEqual({ kind: 'amount', amount: 3 });
    const dinar = applyEdit(content, { type: 'currency', currency: 'kwd' });
    expect(dinar.lines[0]?.unitAmountDecimal).toBe('10500');
    expect(applyEdit(content, { type: 'currency', currency: 'eur' })).toBe(content);
  });
});
