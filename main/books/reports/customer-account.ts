// The account of one customer in each currency, from day to day: what was charged, what settled it, and what was owed after each.
import { CHART } from '../../../shared/domain/books/accounts.ts';
import type { Db } from '../../store/database.ts';
import { endOfJournal } from '../../store/journal.ts';
import { type PostedLine, postedLinesOfSub } from '../../store/reports/posted.ts';
import { type AccountPosting, withGivenBack } from './given-back.ts';

export interface CustomerAccount {
  readonly currency: string;
  /** Minor units, owed before the period. */
  readonly opening: number;
  readonly lines: readonly (AccountPosting & { readonly balance: number })[];
  readonly closing: number;
  /** What is kept for the customer and not yet used; it lowers nothing of what is owed. */
  readonly credit: number;
}

export interface AccountPeriod {
  /** Calendar days, both included; null for the first and the last of all. */
  readonly from: string | null;
  readonly to: string | null;
  /** Null is every one. */
  readonly currency: string | null;
}

const LAST_DAY = '9999-12-31';

/** `customer` is Stripe's id; one that Stripe does not have owes nothing yet. In the order of currencies. */
export function customerAccounts(
  db: Db,
  customer: string | null,
  { from, to, currency: wanted }: AccountPeriod,
): readonly CustomerAccount[] {
  const part = { to: to ?? LAST_DAY, end: endOfJournal(db).seq };
  const linesOn = (account: number): readonly PostedLine[] =>
    customer === null ? [] : postedLinesOfSub(db, { ...part, account, sub: customer });
  const credits = Map.groupBy(linesOn(CHART.customerCredit.number), ({ currency }) => currency);
  const postings = withGivenBack(db, customer, linesOn(CHART.receivables.number), part);
  return [...Map.groupBy(postings, ({ posted }) => posted.currency)]
    .filter(([currency]) => wanted === null || currency === wanted)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([currency, lines]) => ({
      currency,
      ...movedFrom(lines, from),
      credit: 0 - sumOf(credits.get(currency) ?? []),
    }));
}

function movedFrom(
  all: readonly AccountPosting[],
  from: string | null,
): Pick<CustomerAccount, 'opening' | 'lines' | 'closing'> {
  const shown = all.filter(({ posted }) => from === null || posted.day >= from);
  const opening = sumOf(all.map(({ posted }) => posted)) - sumOf(shown.map(({ posted }) => posted));
  let balance = opening;
  const lines = shown.map((line) => {
    balance += line.posted.amount;
    return { ...line, balance };
  });
  return { opening, lines, closing: balance };
}

function sumOf(lines: readonly PostedLine[]): number {
  return lines.reduce((sum, { amount }) => sum + amount, 0);
}
