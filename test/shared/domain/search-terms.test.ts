import fc from 'fast-check';
import { expect, test } from 'vitest';
import { minorDigits } from '../../../shared/domain/money.ts';
import { amountForSearch, searchTerms } from '../../../shared/domain/search-terms.ts';

test('words are told from amounts, ids and what is too short', () => {
  expect(searchTerms('  Acme in_1AbcDefGh 42 1.234,5 ')).toEqual([
    { kind: 'text', anyOf: ['Acme'] },
    { kind: 'id', prefix: 'in_1AbcDefGh' },
    { kind: 'short', prefix: '42' },
    { kind: 'text', anyOf: ['1.234,5', '1234.5', '1234.50'] },
  ]);
  expect(searchTerms('')).toEqual([]);
});

test('at most eight terms are looked for', () => {
  expect(searchTerms('one two three four five six seven eight nine ten')).toHaveLength(8);
});

test.each([
  [123_450, 'eur', '1234.50'],
  [5, 'eur', '0.05'],
  [-123_450, 'eur', '1234.50'],
  [1234, 'jpy', '1234'],
  [5120, 'kwd', '5.120'],
])('%i %s stands in the index as %s', (amount, currency, text) => {
  expect(amountForSearch(amount, minorDigits(currency))).toBe(text);
});

test('an amount is found however the person writes it', () => {
  const amount = fc.integer({ min: 100, max: 99_999_999 });
  fc.assert(
    fc.property(amount, fc.constantFrom('en', 'de', 'fr-CH'), (minor, locale) => {
      const typed = new Intl.NumberFormat(locale, { minimumFractionDigits: 2 })
        .format(minor / 100)
        .replaceAll(/\s/gu, '');
      const [term] = searchTerms(typed);
      expect(term?.kind === 'text' ? term.anyOf : []).toContain(amountForSearch(minor, 2));
    }),
  );
});

test('whatever is typed, every term has something to look for', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
      const shortest = searchTerms(text).map((term) =>
        term.kind === 'text'
          ? Math.min(...term.anyOf.map((each) => Array.from(each).length)) - 2
          : term.prefix.length,
      );
      expect(shortest.filter((length) => length < 1)).toEqual([]);
    }),
  );
});
