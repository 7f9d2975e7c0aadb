// What a report can be narrowed to: the currencies and the accounts in which something is posted.
import type { CallOutput } from '../../../shared/contract/calls.ts';
import { sumsBefore } from '../../store/ledger-sums.ts';
import { readChart } from '../chart.ts';
import type { ReportContext } from './report-context.ts';

export function reportChoices({ db, today }: ReportContext): CallOutput<'reports.choices'> {
  const sums = sumsBefore(db, null);
  const chart = readChart(db);
  const accounts = [...new Set(sums.map(({ account }) => account))].toSorted((a, b) => a - b);
  return {
    currencies: [...new Set(sums.map(({ currency }) => currency))].toSorted(),
    accounts: accounts.map((account) => ({
      account,
      number: chart.of(account).number,
      name: chart.of(account).name,
    })),
    today,
  };
}
