// What a statement of account says of a customer, from the proved books: what is open, or what was charged and what settled it.
import type { ReportParameters } from '../../../shared/contract/reports.ts';
import {
  type AccountPeriod,
  customerAccounts,
  type CustomerAccount,
} from '../../books/reports/customer-account.ts';
import { oldestFirst, type OpenItem, openItems } from '../../books/reports/receivables.ts';
import type { ReportContext } from '../../books/reports/report-context.ts';

export type StatementKind = 'open-items' | 'activity';

export type StatementFacts =
  | { readonly kind: 'open-items'; readonly day: string; readonly currencies: readonly OpenOfCurrency[] }
  | {
      readonly kind: 'activity';
      readonly period: AccountPeriod;
      readonly accounts: readonly CustomerAccount[];
    };

export interface OpenOfCurrency {
  readonly currency: string;
  /** By the day on which they are due. */
  readonly items: readonly OpenItem[];
  /** Minor units, of all items. */
  readonly open: number;
}

/** `customer` is Stripe's id; one that Stripe does not have owes nothing yet. */
export async function statementFacts(
  context: ReportContext,
  kind: StatementKind,
  customer: string | null,
  { from, to, asOf, currency }: ReportParameters,
): Promise<StatementFacts> {
  if (kind === 'activity') {
    const period = { from, to: to ?? context.today, currency };
    return { kind, period, accounts: customerAccounts(context.db, customer, period) };
  }
  const day = asOf ?? context.today;
  const items = customer === null ? [] : await openItems(context, day, customer);
  const wanted = items.filter((item) => currency === null || item.currency === currency);
  const currencies = [...Map.groupBy(wanted, (item) => item.currency)]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([of, own]) => ({
      currency: of,
      items: own.toSorted(oldestFirst),
      open: own.reduce((sum, { open }) => sum + open, 0),
    }));
  return { kind, day, currencies };
}
