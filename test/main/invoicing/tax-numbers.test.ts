import { expect, test } from 'vitest';
import { buyerOf } from '../../../main/invoicing/document-of.ts';
import { voiceOf } from '../../../main/invoicing/document-voice.ts';

const numbered = (type: string, language: string) =>
  buyerOf(
    {
      buyer: { name: 'Acme', email: '', address: null, taxIds: [{ type, value: '1' }] },
    },
    null,
    voiceOf(language, 'eur'),
  ).identifiers;

test.each([
  ['eu_vat', 'de', 'USt-IdNr.'],
  ['de_stn', 'de', 'Steuernummer'],
  ['gb_vat', 'en', 'VAT number'],
  ['us_ein', 'en', 'Tax ID'],
  ['eu_oss_vat', 'fr', 'N° de TVA'],
])('a tax number of the kind %s is called in %s: %s', (type, language, label) => {
  expect(numbered(type, language)).toEqual([{ label, value: '1' }]);
});
