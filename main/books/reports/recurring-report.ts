// Monthly recurring revenue: what the recurring invoices that ran at the end of each month bring in a month, by their present terms.
import type { Line, ReportParameters } from '../../../shared/contract/reports.ts';
import { dayOf, formatMonth } from '../../../shared/domain/dates.ts';
import { lastDayOf, monthBefore, monthOf } from '../../../shared/domain/months.ts';
import { EVERYTHING, ofWords, periodWords } from '../../../shared/domain/reports/parameters.ts';
import { monthlyAmount } from '../../../shared/domain/reports/recurring-revenue.ts';
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
import { invalidInput } from '../../refusal.ts';
import { begunRecurring, type Recurring } from '../../store/reports/subscriptions.ts';
import type { ReportContext } from './report-context.ts';

const COLUMNS = columns({
  month: ['Month', 'text'],
  count: ['Recurring invoices', 'count'],
  begun: ['Begun', 'money'],
  ended: ['Ended', 'money'],
  mrr: ['A month', 'money'],
});
const ONE_BY_ONE = columns({
  title: ['Recurring invoice', 'text'],
  customer: ['Customer', 'text'],
  since: ['Since', 'date'],
  every: ['Every', 'text'],
  amount: ['Each time', 'money'],
  mrr: ['A month', 'money'],
});

const TITLE = 'Recurring revenue';
const MOST_MONTHS = 240;
const MONTH = /^\d{4}-(?:0[1-9]|1[0-2])$/;

interface Run extends Recurring {
  readonly began: string;
  /** The first day on which it no longer ran. */
  readonly end: string | null;
  readonly monthly: number;
}

export function recurringReport({ db, today, timeZone }: ReportContext, parameters: ReportParameters): Table {
  const runs = begunRecurring(db)
    .filter(({ currency }) => currency === (parameters.currency ?? currency))
    .map((one): Run => {
      const end = one.ended_at === null ? null : dayOf(one.ended_at, timeZone);
      return { ...one, began: dayOf(one.created, timeZone), end, monthly: monthlyAmount(one) };
    });
  const byCurrency = [...Map.groupBy(runs, ({ currency }) => currency)].toSorted(([a], [b]) =>
    a < b ? -1 : 1,
  );
  const { only } = parameters;
  if (only !== null) {
    if (!MONTH.test(only)) throw invalidInput('parameters.only', 'This is no month.');
    return {
      title: TITLE,
      subtitle: ofWords(
        monthWords(only),
        periodWords({ ...EVERYTHING, currency: parameters.currency }).replace(/^All dates(, )?/, ''),
      ),
      columns: ONE_BY_ONE,
      lines: byCurrency.flatMap(([currency, of]) =>
        oneByOne(
          currency,
          of.filter((run) => ranAt(run, lastDayOf(only))),
        ),
      ),
    };
  }
  const months = monthsBetween(parameters.from ?? runs[0]?.began ?? today, parameters.to ?? today);
  return {
    title: TITLE,
    subtitle: periodWords(parameters),
    columns: COLUMNS,
    lines: byCurrency.flatMap(([currency, of]) => [
      heading(currency.toUpperCase()),
      ...months.map((month) => monthRow(month, currency, of)),
    ]),
  };
}

/** `2026-11` and so on, at most the last twenty years of them. */
function monthsBetween(from: string, to: string): readonly string[] {
  const first = monthOf(from);
  const months: string[] = [];
  for (let month = monthOf(to); month >= first && months.length < MOST_MONTHS; month = monthBefore(month))
    months.unshift(month);
  return months;
}

const monthWords = (month: string): string => formatMonth(month, 'en-GB');
const ranAt = ({ began, end }: Run, day: string): boolean => began <= day && (end === null || end > day);
const sumOf = (runs: readonly Run[]): number => runs.reduce((sum, { monthly }) => sum + monthly, 0);

function monthRow(month: string, currency: string, runs: readonly Run[]): Line {
  const now = runs.filter((run) => ranAt(run, lastDayOf(month)));
  const parameters = { ...EVERYTHING, currency, only: month };
  const inMonth = (day: string | null): boolean => day !== null && day.startsWith(month);
  return row([
    text(monthWords(month)),
    count(now.length),
    money(sumOf(runs.filter(({ began }) => inMonth(began))), currency),
    money(-sumOf(runs.filter(({ end }) => inMonth(end))), currency),
    money(sumOf(now), currency, { kind: 'report', id: 'recurring-revenue', parameters }),
  ]);
}

function oneByOne(currency: string, runs: readonly Run[]): readonly Line[] {
  return [
    heading(currency.toUpperCase()),
    ...runs.map((run) =>
      row([
        text(run.title, { kind: 'recurring', id: run.id }),
        text(run.customer_name, run.customer_id === null ? null : { kind: 'customer', id: run.customer_id }),
        date(run.began),
        text(run.interval_count === 1 ? run.interval : `${run.interval_count} ${run.interval}s`),
        money(run.amount, currency),
        money(run.monthly, currency),
      ]),
    ),
    total([text('Total'), null, null, null, null, money(sumOf(runs), currency)]),
  ];
}
