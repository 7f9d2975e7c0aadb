import { describe, expect, it } from 'vitest';
import { gridAction, type KeyPress } from '../../../renderer/ui/data-table/grid-keys.ts';

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...more,
});

describe('the keys of a table', () => {
  it('pages by the rows in sight', () => {
    expect(gridAction(press('PageDown'), 3, 100, 10)).toEqual({ kind: 'move', to: 13, extend: false });
    expect(gridAction(press('PageUp'), 3, 100, 10)).toEqual({ kind: 'move', to: 0, extend: false });
  });

  it('leaves keys with Ctrl to the program, but for the whole selection', () => {
    expect(gridAction(press('a', { ctrlKey: true }), 0, 5, 5)).toEqual({ kind: 'select-all' });
    expect(gridAction(press('k', { ctrlKey: true }), 0, 5, 5)).toBeNull();
    expect(gridAction(press('ArrowDown', { altKey: true }), 0, 5, 5)).toBeNull();
  });

  it('means nothing in an empty list', () => {
    expect(gridAction(press('ArrowDown'), 0, 0, 5)).toBeNull();
  });
});
