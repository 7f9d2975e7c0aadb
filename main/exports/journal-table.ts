// The journal as a table: a line for each posting, with the bookkeeper's names and numbers of accounts.
import type { Line } from '../../shared/contract/reports.ts';
import { columns, count, date, money, row, type Table, text } from '../../shared/domain/reports/table.ts';
import type { Chart } from '../books/chart.ts';
import type { PlainItem } from './plain-entries.ts';

const COLUMNS = columns({
  entry: ['Line of', 'count'],
  day: ['Date', 'date'],
  happened: ['Happened', 'date'],
  cause: ['Cause', 'text'],
  document: ['Document', 'text'],
  payee: ['Customer', 'text'],
  account: ['Account', 'text'],
  name: ['Account name', 'text'],
  part: ['Part', 'text'],
  debit: ['Debit', 'money'],
  credit: ['Credit', 'money'],
});

/** Entries are numbered from 1 in the order of their days. */
export function journalTable(items: Iterable<PlainItem>, chart: Chart): Table {
  function* lines(): Generator<Line> {
    let entry = 0;
    for (const item of items) {
      if (item.kind !== 'entry') continue;
      entry += 1;
      for (const { account, sub, currency, amount } of item.postings) {
        const { number, name } = chart.of(account);
        yield row([
          count(entry),
          date(item.day),
          date(item.happened),
          text(item.cause),
          text(item.code ?? ''),
          text(item.payee),
          text(number),
          text(name),
          text(sub),
          amount > 0 ? money(amount, currency) : null,
          amount < 0 ? money(-amount, currency) : null,
        ]);
      }
    }
  }
  return { title: 'Journal', subtitle: '', columns: COLUMNS, lines: lines() };
}
