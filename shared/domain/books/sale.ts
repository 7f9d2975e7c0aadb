// What an invoice sells and a credit note takes back: revenue of each account, and the tax of each rate.
import { credit, type Posting, reversed } from './entry.ts';
import type { TaxAmount } from './invoice-facts.ts';
import type { RevenuePart } from './revenue-accounts.ts';

interface Sale {
  /** With all tax, whether it was added or included. */
  readonly total: number;
  readonly taxes: readonly TaxAmount[];
  readonly revenue: readonly RevenuePart[];
}

/** What no other account has stays on that of the chart: together they are the total without tax, whatever the lines say. */
export function soldPostings(currency: string, { total, taxes, revenue }: Sale): readonly Posting[] {
  const tax = taxes.reduce((sum, { amount }) => sum + amount, 0);
  const apart = revenue.reduce((sum, { amount }) => sum + amount, 0);
  return [
    credit('revenue', currency, total - tax - apart),
    ...reversed(revenue.map(({ account, amount }) => ({ account, sub: '', currency, amount }))),
    ...taxes.map(({ rate, amount }) => credit('taxPayable', currency, amount, rate)),
  ];
}

export function takenBackPostings(currency: string, sale: Sale): readonly Posting[] {
  return reversed(soldPostings(currency, sale));
}
