// What Stripe took, by type of fee; a type opens into the movements of which it is made.
import type { Line, ReportParameters } from '../../../shared/contract/reports.ts';
import { CHART } from '../../../shared/domain/books/accounts.ts';
import { EVERYTHING, ofWords, periodWords } from '../../../shared/domain/reports/parameters.ts';
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
import { feeKindWords } from '../../../shared/text/fee-words.ts';
import { postedLines, subSums } from '../../store/reports/posted.ts';
import { aboutOf } from './entry-about.ts';
import { createPacer, monthsOf } from './portions.ts';
import type { ReportContext } from './report-context.ts';

const COLUMNS = columns({ fee: ['Fee', 'text'], count: ['Times', 'count'], amount: ['Amount', 'money'] });
const ONE_BY_ONE = columns({
  day: ['Date', 'date'],
  what: ['What', 'text'],
  party: ['Customer', 'text'],
  document: ['Document', 'text'],
  amount: ['Fee', 'money'],
});

const ACCOUNTS = [CHART.fees.number, CHART.feeTax.number] as const;
const TITLE = 'Stripe fees';

interface Fee {
  readonly account: number;
  readonly sub: string;
  readonly currency: string;
  readonly count: number;
  readonly amount: number;
}

const keyOf = ({ account, sub }: Pick<Fee, 'account' | 'sub'>): string => `${account}:${sub}`;

export async function feesReport(context: ReportContext, parameters: ReportParameters): Promise<Table> {
  const { only, currency } = parameters;
  if (only !== null) {
    const [account = '', sub = ''] = only.split(':');
    return {
      title: TITLE,
      subtitle: ofWords(nameOf(Number(account), sub), periodWords(parameters)),
      columns: ONE_BY_ONE,
      lines: oneByOne(context, parameters, Number(account), sub),
    };
  }
  const fees = (await feesOf(context, parameters)).filter(
    (fee) => currency === null || fee.currency === currency,
  );
  const byCurrency = [...Map.groupBy(fees, (fee) => fee.currency)].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return {
    title: TITLE,
    subtitle: periodWords(parameters),
    columns: COLUMNS,
    lines: byCurrency.flatMap(([name, of]) => linesOf(name, of, parameters)),
  };
}

async function feesOf(context: ReportContext, parameters: ReportParameters): Promise<readonly Fee[]> {
  const pacer = createPacer(context);
  const fees = new Map<string, Fee>();
  for (const span of monthsOf(context, parameters)) {
    for (const account of ACCOUNTS) {
      for (const { sub, currency, sum, count: times } of subSums(context.db, span, account)) {
        const key = `${account} ${sub} ${currency}`;
        const known = fees.get(key) ?? { account, sub, currency, count: 0, amount: 0 };
        fees.set(key, { ...known, count: known.count + times, amount: known.amount + sum });
        await pacer.did(times);
      }
    }
  }
  return [...fees.values()].toSorted((a, b) => a.account - b.account || b.amount - a.amount);
}

function nameOf(account: number, sub: string): string {
  return account === CHART.feeTax.number ? CHART.feeTax.name : feeKindWords(sub);
}

function linesOf(currency: string, fees: readonly Fee[], parameters: ReportParameters): readonly Line[] {
  const whole = fees.reduce((sum, { amount }) => sum + amount, 0);
  return [
    heading(currency.toUpperCase()),
    ...fees.map((fee) => {
      const detail = { ...EVERYTHING, from: parameters.from, to: parameters.to, currency, only: keyOf(fee) };
      return row([
        text(nameOf(fee.account, fee.sub)),
        count(fee.count),
        money(fee.amount, currency, { kind: 'report', id: 'fees', parameters: detail }),
      ]);
    }),
    total([text('Total'), null, money(whole, currency)]),
  ];
}

async function* oneByOne(
  context: ReportContext,
  parameters: ReportParameters,
  account: number,
  sub: string,
): AsyncGenerator<Line> {
  const pacer = createPacer(context);
  for (const span of monthsOf(context, parameters)) {
    for (const line of postedLines(context.db, span, account)) {
      if (line.sub !== sub || (parameters.currency ?? line.currency) !== line.currency) continue;
      const { what, party, document, to } = aboutOf(context.db, line);
      const cells = [
        date(line.day),
        text(what),
        text(party),
        text(document, to),
        money(line.amount, line.currency),
      ];
      yield row(cells);
      await pacer.did(50);
    }
  }
}
