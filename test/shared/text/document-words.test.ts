import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DOCUMENT_LANGUAGES } from '../../../shared/domain/document-languages.ts';
import { documentDirection, documentLocale, documentTerms } from '../../../shared/text/document-words.ts';

const PLACEHOLDERS: Readonly<Record<string, readonly string[]>> = {
  pageOf: ['{page}', '{pages}'],
  dueOn: ['{date}'],
  paidOn: ['{date}'],
  taxOn: ['{tax}', '{amount}'],
  taxIncluded: ['{tax}'],
};

describe.each(DOCUMENT_LANGUAGES)('%s', (language) => {
  const words = Object.entries({ ...documentTerms(language) });

  it('says everything, with its placeholders and no others', () => {
    for (const [name, text] of words) {
      expect(text.trim(), name).toBe(text);
      expect(text, name).not.toBe('');
      expect((text.match(/\{[^}]*\}/g) ?? []).toSorted(), name).toEqual(
        [...(PLACEHOLDERS[name] ?? [])].toSorted(),
      );
    }
  });

  it('is a language of its own', () => {
    const same = DOCUMENT_LANGUAGES.filter((other) => documentTerms(other) === documentTerms(language));
    expect(same).toEqual([language]);
  });
});

it.each([
  ['en-GB', 'Invoice', 'ltr'],
  ['de-AT', 'Rechnung', 'ltr'],
  ['de-DE-1996-1996', 'Rechnung', 'ltr'],
  ['zh', '账单', 'ltr'],
  ['zh-TW', '發票', 'ltr'],
  ['zh-HK', '發票', 'ltr'],
  ['pt-BR', 'Fatura', 'ltr'],
  ['ar-EG', 'فاتورة', 'rtl'],
  ['he', 'חשבונית', 'rtl'],
  ['fa', 'Invoice', 'ltr'],
  ['xx', 'Invoice', 'ltr'],
  ['toString', 'Invoice', 'ltr'],
  ['', 'Invoice', 'ltr'],
])('in %s an invoice is "%s", %s', (language, title, direction) => {
  expect(documentTerms(language).invoice).toBe(title);
  expect(documentDirection(language)).toBe(direction);
});

it.each([
  ['nb-NO', 'en-001'],
  ['fa', 'en-001'],
  ['de-CH', 'de-CH'],
  ['zh-TW', 'zh-TW'],
])('a document in %s is written as in %s: words, figures and days in one language', (language, locale) => {
  expect(documentLocale(language).toString()).toBe(locale);
});

it('answers to anything that a customer record may hold', () => {
  fc.assert(
    fc.property(fc.string(), (language) => {
      expect(documentTerms(language).invoice).not.toBe('');
    }),
  );
});
