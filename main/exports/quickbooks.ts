// Entries as QuickBooks Online imports journals: quickbooks.intuit.com/learn-support, "Import journal entries".
// Accounts go by name; of receivables it wants to know whose they are.
import { CHART } from '../../shared/domain/books/accounts.ts';
import { csvLine, textField } from './csv-line.ts';
import type { LedgerEntry } from './ledger-entries.ts';
import { plainAmount } from './plain-text.ts';

const HEADINGS = [
  'Journal No.',
  'Journal Date',
  'Account Name',
  'Debits',
  'Credits',
  'Description',
  'Name',
  'Currency',
];

export function* quickbooksLines(currency: string, entries: Iterable<LedgerEntry>): Generator<string> {
  yield csvLine(HEADINGS);
  for (const { seq, day, words, payee, lines } of entries) {
    const date = `${day.slice(5, 7)}/${day.slice(8, 10)}/${day.slice(0, 4)}`;
    for (const { code, account, amount } of lines) {
      yield csvLine([
        `Q${seq}`,
        date,
        textField(code),
        amount > 0 ? plainAmount(amount, currency) : '',
        amount < 0 ? plainAmount(-amount, currency) : '',
        textField(words),
        account === CHART.receivables.number ? textField(payee) : '',
        currency.toUpperCase(),
      ]);
    }
  }
}
