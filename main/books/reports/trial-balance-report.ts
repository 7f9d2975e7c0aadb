// The trial balance as a report: one section per currency, each of which sums to zero.
import type { Cell, Line, ReportParameters } from '../../../shared/contract/reports.ts';
import type { TrialBalanceRow } from '../../../shared/contract/ledger.ts';
import { EVERYTHING, periodWords } from '../../../shared/domain/reports/parameters.ts';
import {
  columns,
  heading,
  money,
  row,
  type Table,
  text,
  total,
} from '../../../shared/domain/reports/table.ts';
import { trialBalance } from '../trial-balance.ts';
import type { ReportContext } from './report-context.ts';

const COLUMNS = columns({
  account: ['Account', 'text'],
  type: ['Type', 'text'],
  opening: ['Opening', 'money'],
  debit: ['Debit', 'money'],
  credit: ['Credit', 'money'],
  closing: ['Closing', 'money'],
});

const TYPES: Readonly<Record<TrialBalanceRow['type'], string>> = {
  asset: 'Asset',
  liability: 'Liability',
  equity: 'Equity',
  income: 'Income',
  expense: 'Expense',
};

const FIGURES = ['opening', 'debit', 'credit', 'closing'] as const;

export function trialBalanceReport({ db }: ReportContext, parameters: ReportParameters): Table {
  const { currency } = parameters;
  const rows = trialBalance(db, parameters).filter((one) => currency === null || one.currency === currency);
  return {
    title: 'Trial balance',
    subtitle: periodWords(parameters),
    columns: COLUMNS,
    lines: [...Map.groupBy(rows, (one) => one.currency)].flatMap((of) => linesOf(of[0], of[1], parameters)),
  };
}

function linesOf(
  currency: string,
  rows: readonly TrialBalanceRow[],
  { from, to }: ReportParameters,
): readonly Line[] {
  const sums = FIGURES.map((figure): Cell =>
    money(
      rows.reduce((sum, one) => sum + one[figure], 0),
      currency,
    ),
  );
  return [
    heading(currency.toUpperCase()),
    ...rows.map((one) => {
      const parameters = { ...EVERYTHING, from, to, currency, account: one.account };
      const ledger = { kind: 'report', id: 'ledger', parameters } as const;
      return row([
        text(`${one.number} ${one.name}`, ledger),
        text(TYPES[one.type]),
        ...FIGURES.map((figure): Cell => money(one[figure], currency, figure === 'opening' ? null : ledger)),
      ]);
    }),
    total([text('Total'), null, ...sums]),
  ];
}
