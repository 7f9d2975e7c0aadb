// Entries as Xero imports manual journals: help.xero.com, "Enter multiple manual journals using an import template".
// Lines of the same narration and date are one journal; debits are positive.
import { csvLine, textField } from './csv-line.ts';
import type { LedgerEntry } from './ledger-entries.ts';
import { plainAmount } from './plain-text.ts';

const HEADINGS = [
  '*Narration',
  '*Date',
  'Description',
  '*AccountCode',
  '*TaxRate',
  '*Amount',
  'TrackingName1',
  'TrackingOption1',
  'TrackingName2',
  'TrackingOption2',
];

/** Tax is posted by lines of its own, so every line is free of it, in the words that Xero begins with in a country. */
const WITHOUT_TAX: Readonly<Record<string, string>> = {
  GB: 'No VAT',
  AU: 'BAS Excluded',
  NZ: 'No GST',
};

/** `country` is the company's, two capital letters; null where it is not known. */
export function* xeroLines(
  { currency, country }: { readonly currency: string; readonly country: string | null },
  entries: Iterable<LedgerEntry>,
): Generator<string> {
  const taxRate = textField(WITHOUT_TAX[country ?? ''] ?? 'Tax Exempt');
  yield csvLine(HEADINGS);
  for (const { seq, day, number, words, lines } of entries) {
    const date = `${day.slice(8, 10)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;
    // The entry's number first: two entries of a day may say the same, and would become one.
    const narration = textField(`Q${seq} ${number} ${words}`);
    for (const { code, amount } of lines) {
      const fields = [
        narration,
        date,
        textField(words),
        textField(code),
        taxRate,
        plainAmount(amount, currency),
      ];
      yield csvLine([...fields, '', '', '', '']);
    }
  }
}
