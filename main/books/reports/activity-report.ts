// The account of one customer from day to day: what was charged, what settled it, and what was owed after each.
import type { Line, ReportParameters } from '../../../shared/contract/reports.ts';
import { CHART } from '../../../shared/domain/books/accounts.ts';
import { ofWords, periodWords } from '../../../shared/domain/reports/parameters.ts';
import {
  columns,
  date,
  heading,
  money,
  row,
  type Table,
  text,
  total,
} from '../../../shared/domain/reports/table.ts';
import { endOfJournal } from '../../store/journal.ts';
import { customerRef } from '../../store/reports/parties.ts';
import { type PostedLine, postedLinesOfSub } from '../../store/reports/posted.ts';
import { aboutOf } from './entry-about.ts';
import type { ReportContext } from './report-context.ts';

const COLUMNS = columns({
  day: ['Date', 'date'],
  what: ['What', 'text'],
  document: ['Document', 'text'],
  charged: ['Charged', 'money'],
  settled: ['Settled', 'money'],
  balance: ['Balance', 'money'],
});

const LAST_DAY = '9999-12-31';

export function activityReport({ db }: ReportContext, parameters: ReportParameters): Table {
  const customer = parameters.customer === null ? undefined : customerRef(db, parameters.customer);
  const sub = customer?.stripe_id ?? null;
  const part = { to: parameters.to ?? LAST_DAY, end: endOfJournal(db).seq };
  const linesOn = (account: number): readonly PostedLine[] =>
    sub === null ? [] : postedLinesOfSub(db, { ...part, account, sub });
  const credits = linesOn(CHART.customerCredit.number);
  const byCurrency = Map.groupBy(linesOn(CHART.receivables.number), ({ currency }) => currency);
  return {
    title: 'Account activity',
    subtitle: ofWords(customer?.name ?? 'No customer chosen', periodWords(parameters)),
    columns: COLUMNS,
    lines: [...byCurrency]
      .filter(([currency]) => parameters.currency === null || currency === parameters.currency)
      .flatMap(([currency, of]) => [
        heading(currency.toUpperCase()),
        ...accountLines(db, of, parameters.from, currency),
        ...creditLines(
          credits.filter((line) => line.currency === currency),
          currency,
        ),
      ]),
  };
}

function accountLines(
  db: ReportContext['db'],
  lines: readonly PostedLine[],
  from: string | null,
  currency: string,
): readonly Line[] {
  const shown = lines.filter(({ day }) => from === null || day >= from);
  let balance = sumOf(lines) - sumOf(shown);
  const opening =
    from === null
      ? []
      : [row([date(from), text('Balance before'), null, null, null, money(balance, currency)])];
  const rows = shown.map((line) => {
    balance += line.amount;
    const { what, document, to } = aboutOf(db, line);
    const charged = line.amount > 0 ? money(line.amount, currency) : null;
    const settled = line.amount < 0 ? money(-line.amount, currency) : null;
    return row([date(line.day), text(what), text(document, to), charged, settled, money(balance, currency)]);
  });
  return [
    ...opening,
    ...rows,
    total([null, text('Balance due'), null, null, null, money(balance, currency)]),
  ];
}

/** What is kept for the customer and not yet used lowers nothing of what is owed, but belongs on the statement. */
function creditLines(lines: readonly PostedLine[], currency: string): readonly Line[] {
  const credit = -sumOf(lines);
  if (credit === 0) return [];
  return [total([null, text('Credit kept for later invoices'), null, null, null, money(credit, currency)])];
}

function sumOf(lines: readonly PostedLine[]): number {
  return lines.reduce((sum, { amount }) => sum + amount, 0);
}
