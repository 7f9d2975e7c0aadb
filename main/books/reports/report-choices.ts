// What a report can be narrowed to: the currencies and the accounts in which something is posted.
import type { CallOutput } from '../../../shared/contract/calls.ts';
import { accountOf } from '../../../shared/domain/books/accounts.ts';
import { sumsBefore } from '../../store/ledger-sums.ts';
import type { ReportContext } from './report-context.ts';

export function reportChoices({ db, today }: ReportContext): CallOutput<'reports.choices'> {
  const sums = sumsBefore(db, null);
  const accounts = [...new Set(sums.map(({ account }) => account))].toSorted((a, b) => a - b);
  return {
    currencies: [...new Set(sums.map(({ currency }) => currency))].toSorted(),
    accounts: accounts.map((account) => ({ account, name: accountOf(account)?.name ?? String(account) })),
    today,
  };
}
