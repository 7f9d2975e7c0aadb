// Revenue of an entry divided by tax rate, for programs in which each rate has a revenue account of its own.
import { CHART } from './accounts.ts';
import type { Posting } from './entry.ts';

/** A posting, and the tax rate (Stripe's id) that it belongs to; empty where it belongs to none or to several. */
export interface PartPosting extends Omit<Posting, 'sub'> {
  readonly part: string;
}

/** What a rate was charged on, in the document's currency; positive. */
export interface Taxable {
  readonly rate: string;
  readonly amount: number;
}

/** The parts come to the postings exactly: what no rate accounts for stays with the whole account. */
export function partPostings(
  postings: readonly Posting[],
  taxables: readonly Taxable[],
): readonly PartPosting[] {
  return postings.flatMap(({ account, sub, currency, amount }) => {
    if (account === CHART.taxPayable.number) return [{ account, currency, amount, part: sub }];
    if (account !== CHART.revenue.number) return [{ account, currency, amount, part: '' }];
    return revenueParts({ account, currency, amount }, taxables);
  });
}

function revenueParts(
  { account, currency, amount }: Omit<Posting, 'sub'>,
  taxables: readonly Taxable[],
): readonly PartPosting[] {
  const whole = { account, currency, amount, part: '' };
  const rest = Math.abs(amount) - taxables.reduce((sum, taxable) => sum + taxable.amount, 0);
  // Two rates on the same lines, or a correction of a part: no division of it would be true.
  if (rest < 0) return [whole];
  const sign = Math.sign(amount);
  const parts = taxables.map((taxable) => ({ ...whole, amount: sign * taxable.amount, part: taxable.rate }));
  return [...parts, { ...whole, amount: sign * rest }].filter((part) => part.amount !== 0);
}
