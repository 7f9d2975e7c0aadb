// The general ledger: every posting of an account or of all, with the balance after it. Read month by month, so it may be of any length.
import type { Line, ReportParameters } from '../../../shared/contract/reports.ts';
import { periodWords } from '../../../shared/domain/reports/parameters.ts';
import {
  columns,
  count,
  date,
  heading,
  money,
  row,
  type Table,
  text,
  total,
} from '../../../shared/domain/reports/table.ts';
import { type AccountSum, sumsBefore } from '../../store/ledger-sums.ts';
import { type PostedLine, postedLines } from '../../store/reports/posted.ts';
import { type Chart, readChart } from '../chart.ts';
import { aboutOf } from './entry-about.ts';
import { createPacer, monthsOf } from './portions.ts';
import type { ReportContext } from './report-context.ts';

const COLUMNS = columns({
  account: ['Account', 'text'],
  day: ['Date', 'date'],
  entry: ['Entry', 'count'],
  what: ['What', 'text'],
  party: ['Customer', 'text'],
  document: ['Document', 'text'],
  debit: ['Debit', 'money'],
  credit: ['Credit', 'money'],
  balance: ['Balance', 'money'],
}).map((column) => (column.key === 'account' ? ({ ...column, isInHeading: true } as const) : column));

export function ledgerReport(context: ReportContext, parameters: ReportParameters): Table {
  return {
    title: 'General ledger',
    subtitle: periodWords(parameters),
    columns: COLUMNS,
    lines: ledgerLines(context, parameters),
  };
}

/** One section for each account and currency. An account in several currencies is read once for each of them. */
async function* ledgerLines(context: ReportContext, parameters: ReportParameters): AsyncGenerator<Line> {
  const { db } = context;
  const chart = readChart(db);
  const openings = parameters.from === null ? [] : sumsBefore(db, parameters.from);
  for (const one of sumsBefore(db, null).toSorted(inOrder)) {
    if (parameters.account !== null && one.account !== parameters.account) continue;
    if (parameters.currency !== null && one.currency !== parameters.currency) continue;
    const opening = openings.find((sum) => sum.account === one.account && sum.currency === one.currency);
    const before = opening ? opening.debit - opening.credit : 0;
    yield* sectionLines(context, parameters, { ...one, before, name: nameOf(chart, one) });
  }
}

function inOrder(a: AccountSum, b: AccountSum): number {
  return a.account - b.account || (a.currency < b.currency ? -1 : 1);
}

interface Section extends Pick<AccountSum, 'account' | 'currency'> {
  /** The account's number and name, as the bookkeeper has them. */
  readonly name: string;
  /** What it came to before the period; minor units. */
  readonly before: number;
}

function nameOf(chart: Chart, { account }: AccountSum): string {
  const { number, name } = chart.of(account);
  return `${number} ${name}`;
}

async function* sectionLines(
  context: ReportContext,
  parameters: ReportParameters,
  { account, currency, name, before }: Section,
): AsyncGenerator<Line> {
  const pacer = createPacer(context);
  const balanceLine = (words: string, amount: number) =>
    [text(name), null, null, text(words), null, null, null, null, money(amount, currency)] as const;
  let balance = before;
  yield heading(`${name}, ${currency.toUpperCase()}`);
  if (parameters.from !== null) yield row(balanceLine('Balance before', before));
  for (const span of monthsOf(context, parameters)) {
    const lines = postedLines(context.db, span, account);
    for (const line of lines) {
      if (line.currency !== currency) continue;
      balance += line.amount;
      yield postedRow(context, name, line, balance);
      await pacer.did(50);
    }
    await pacer.did(lines.length);
  }
  yield total(balanceLine('Balance', balance));
}

function postedRow({ db }: ReportContext, name: string, line: PostedLine, balance: number): Line {
  const { amount, currency } = line;
  const { what, party, document, to } = aboutOf(db, line);
  return row([
    text(name),
    date(line.day),
    count(line.seq),
    text(what),
    party === '' ? null : text(party),
    text(document, to),
    amount > 0 ? money(amount, currency) : null,
    amount < 0 ? money(-amount, currency) : null,
    money(balance, currency),
  ]);
}
