import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sortKey } from '../../../shared/domain/sort-key.ts';

const ordered = (texts: readonly string[]): readonly string[] =>
  texts.toSorted((a, b) => (sortKey(a) < sortKey(b) ? -1 : sortKey(a) > sortKey(b) ? 1 : 0));

test('numbers come by their value, names without case and accents', () => {
  expect(ordered(['INV-10', 'INV-9', 'INV-100', 'INV-2'])).toEqual(['INV-2', 'INV-9', 'INV-10', 'INV-100']);
  expect(ordered(['zebra', 'Äpfel', 'apfelbaum', 'Éclair', 'eclat'])).toEqual([
    'Äpfel',
    'apfelbaum',
    'Éclair',
    'eclat',
    'zebra',
  ]);
  expect(sortKey('ＡＣＭＥ')).toBe('acme');
});

test('any text has a key of bounded length, the same for the same text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 600 }), (text) => {
      expect(sortKey(text)).toBe(sortKey(text));
      expect(sortKey(text).length).toBeLessThan(200 * 12 + 1);
    }),
  );
});

test('a text that begins another comes before it', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z ]{1,20}$/), fc.stringMatching(/^[a-z]{1,10}$/), (start, rest) => {
      expect(sortKey(start) <= sortKey(start + rest)).toBe(true);
    }),
  );
});
