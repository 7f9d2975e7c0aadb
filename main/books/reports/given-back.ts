// What credit notes gave back after the payment: it never was on the receivables account, and is part of the customer's account all the same.
import { CHART } from '../../../shared/domain/books/accounts.ts';
import type { Db } from '../../store/database.ts';
import { casesOfCustomer, noteLinesOfCases, type PostedLine } from '../../store/reports/posted.ts';

/** How it was given back: paid to the customer, kept for them, or settled outside Stripe. */
export type GivenBack = 'refund' | 'balance' | 'outside';

export interface AccountPosting {
  readonly posted: PostedLine;
  /** Null for a document itself. */
  readonly givenBack: GivenBack | null;
}

const WAYS: ReadonlyMap<number, GivenBack> = new Map([
  [CHART.openRefunds.number, 'refund'],
  [CHART.customerCredit.number, 'balance'],
  [CHART.outsideStripe.number, 'outside'],
]);

/**
 * The postings of one customer to receivables with their credit notes whole: what a note gave back settles with it and is charged
 * again at once, so that no balance changes by it. By days, and by entries within a day.
 */
export function withGivenBack(
  db: Db,
  customer: string | null,
  receivables: readonly PostedLine[],
  part: { readonly to: string; readonly end: number },
): readonly AccountPosting[] {
  const invoices = customer === null ? [] : casesOfCustomer(db, customer);
  const cases = [...new Set([...receivables.map((line) => line.case_id), ...invoices])];
  const given = noteLinesOfCases(db, { ...part, cases, accounts: [...WAYS.keys()] });
  const keyOf = ({ seq, currency }: PostedLine): string => `${seq} ${currency}`;
  const byEntry = Map.groupBy(given, keyOf);
  const known = new Set(receivables.map(keyOf));
  const alone = [...byEntry].flatMap(([key, [first]]) =>
    first === undefined || known.has(key) ? [] : [{ ...first, amount: 0 }],
  );
  return [...receivables, ...alone].toSorted(inOrder).flatMap((posted): readonly AccountPosting[] => {
    const parts = byEntry.get(keyOf(posted)) ?? [];
    // Once, also where an entry has several postings to receivables.
    byEntry.delete(keyOf(posted));
    const whole = parts.reduce((sum, { amount }) => sum + amount, posted.amount);
    return [
      { posted: { ...posted, amount: whole }, givenBack: null },
      ...parts.map(({ account, ...line }) => ({
        posted: { ...line, amount: -line.amount },
        givenBack: WAYS.get(account) ?? null,
      })),
    ];
  });
}

function inOrder(a: PostedLine, b: PostedLine): number {
  if (a.day !== b.day) return a.day < b.day ? -1 : 1;
  return a.seq - b.seq;
}
