import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  plainText,
  printable,
  printableFigure,
  printableLines,
} from '../../../main/documents/printable-text.ts';

const withoutBreaks = (text: string): string => text.replaceAll('\u200B', '');

describe('printable', () => {
  it('leaves ordinary text as it is', () => {
    for (const text of [
      'Logotype, colour and type',
      'DE89 3704 0044 0532 0130 00',
      'naïve\ncafé',
      '株式会社ノースライト',
    ]) {
      expect(printable(text)).toBe(text);
    }
  });

  it('lets long words break after punctuation first, and then anywhere', () => {
    expect(printable('accounts@northlight.example')).toBe('accounts@\u200Bnorthlight.\u200Bexample');
    expect(printable('x'.repeat(30))).toBe(`${'x'.repeat(12)}\u200B${'x'.repeat(12)}\u200B${'x'.repeat(6)}`);
  });

  it('does not cut scripts that break by rules of their own', () => {
    const text = '平素より格別のお引き立てを賜り厚く御礼申し上げますお振込の際は';
    expect(printable(text)).toBe(text);
  });

  it('drops what cannot be printed, and what turns the direction', () => {
    expect(printable('a\u0000b\u0007c\u202Ed\uFEFFe\tf\r\ng\rh')).toBe('abcde f\ng\nh');
    expect(printable('a\uD800b')).toBe('a\uFFFDb');
  });

  it('adds nothing but places to break, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 120 }), (text) => {
        const wellFormed = printable(text);
        expect(withoutBreaks(wellFormed)).toBe(withoutBreaks(printable(withoutBreaks(text))));
        expect(wellFormed.isWellFormed()).toBe(true);
        expect(printableFigure(text).isWellFormed()).toBe(true);
      }),
    );
  });
});

describe('the other kinds', () => {
  it('plain text is one line without places to break', () => {
    expect(plainText('accounts@northlight.example\nx')).toBe('accounts@northlight.example x');
  });

  it('lines lose the empty ones at either end', () => {
    expect(printableLines('\n a\n\nb \n')).toEqual(['a', '', 'b']);
  });

  it('a figure keeps its parts together', () => {
    expect(printableFigure('1 234 567,89 €')).toBe('1\u00A0234\u00A0567,89\u00A0€');
    expect(printableFigure('IDR 999,999,999,999,999.99')).not.toContain('\u200B');
  });
});
