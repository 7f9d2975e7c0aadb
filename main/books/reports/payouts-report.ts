// What came into the bank account: every payout with the payments, refunds and fees of which it is made. Together it is what moved on the bank account.
import type { Cell, Line, ReportParameters } from '../../../shared/contract/reports.ts';
import { CHART } from '../../../shared/domain/books/accounts.ts';
import { periodWords } from '../../../shared/domain/reports/parameters.ts';
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
import { payoutParts } from '../../store/reports/payouts.ts';
import { type PostedLine, postedLines } from '../../store/reports/posted.ts';
import { aboutOf } from './entry-about.ts';
import { createPacer, monthsOf } from './portions.ts';
import type { ReportContext } from './report-context.ts';

const COLUMNS = columns({
  day: ['Date', 'date'],
  what: ['What', 'text'],
  document: ['Payout', 'text'],
  payments: ['Payments', 'money'],
  refunds: ['Refunds', 'money'],
  fees: ['Fees', 'money'],
  other: ['Other', 'money'],
  amount: ['Into the bank', 'money'],
});

const PARTS = ['payments', 'refunds', 'fees', 'other'] as const;

export async function payoutsReport(context: ReportContext, parameters: ReportParameters): Promise<Table> {
  const pacer = createPacer(context);
  const moved: PostedLine[] = [];
  for (const span of monthsOf(context, parameters)) {
    moved.push(...postedLines(context.db, span, CHART.bank.number));
    await pacer.did(1_000);
  }
  const shown = moved.filter(({ currency }) => currency === (parameters.currency ?? currency));
  const byCurrency = [...Map.groupBy(shown, ({ currency }) => currency)].toSorted(([a], [b]) =>
    a < b ? -1 : 1,
  );
  return {
    title: 'Payouts',
    subtitle: periodWords(parameters),
    columns: COLUMNS,
    lines: byCurrency.flatMap(([currency, lines]) => linesOf(context, currency, lines)),
  };
}

function linesOf({ db }: ReportContext, currency: string, lines: readonly PostedLine[]): readonly Line[] {
  const sums = { payments: 0, refunds: 0, fees: 0, other: 0, amount: 0 };
  const rows = lines.map((line) => {
    const { what, document, to } = aboutOf(db, line);
    // A payout that came back has its parts at once with what it brought: they belong to the one that follows.
    const parts = line.amount > 0 && to?.kind === 'payout' ? payoutParts(db, to.id) : undefined;
    const cells = PARTS.map((part): Cell | null => {
      const amount = parts?.[part] ?? null;
      if (amount === null) return null;
      sums[part] += amount;
      return money(amount, currency);
    });
    sums.amount += line.amount;
    return row([date(line.day), text(what), text(document, to), ...cells, money(line.amount, currency, to)]);
  });
  return [
    heading(currency.toUpperCase()),
    ...rows,
    total([
      null,
      text('Total'),
      null,
      ...PARTS.map((part): Cell => money(sums[part], currency)),
      money(sums.amount, currency),
    ]),
  ];
}
