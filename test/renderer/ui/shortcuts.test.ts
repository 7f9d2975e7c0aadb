import { describe, expect, it } from 'vitest';
import { type KeyStroke, matchesStep, shortcutText } from '../../../renderer/ui/shortcuts.ts';

const stroke = (key: string, more: Partial<KeyStroke> = {}): KeyStroke => ({
  key,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...more,
});

describe('shortcuts', () => {
  it('take Ctrl on most systems and Cmd on macOS', () => {
    expect(matchesStep('Mod+N', stroke('n', { ctrlKey: true }), false)).toBe(true);
    expect(matchesStep('Mod+N', stroke('n', { metaKey: true }), true)).toBe(true);
    expect(matchesStep('Mod+N', stroke('n', { metaKey: true }), false)).toBe(false);
    expect(matchesStep('Mod+N', stroke('n'), false)).toBe(false);
  });

  it('tell Ctrl+N from Ctrl+Shift+N', () => {
    expect(matchesStep('Mod+N', stroke('N', { ctrlKey: true, shiftKey: true }), false)).toBe(false);
    expect(matchesStep('Mod+Shift+N', stroke('N', { ctrlKey: true, shiftKey: true }), false)).toBe(true);
  });

  it('find signs on keyboards that need Shift for them and on those that do not', () => {
    expect(matchesStep('?', stroke('?', { shiftKey: true }), false)).toBe(true);
    expect(matchesStep('?', stroke('?'), false)).toBe(true);
  });

  it('are written as the keys are', () => {
    expect(shortcutText('Mod+Shift+N', false)).toBe('Ctrl Shift N');
    expect(shortcutText('Mod+Shift+N', true)).toBe('⌘⇧N');
    expect(shortcutText('g i', false)).toBe('G then I');
  });
});
