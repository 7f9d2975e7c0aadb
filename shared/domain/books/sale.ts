// What an invoice sells and a credit note takes back: revenue, and the tax of each rate.
import { credit, type Posting, reversed } from './entry.ts';
import type { TaxAmount } from './invoice-facts.ts';

interface Sale {
  /** With all tax, whether it was added or included. */
  readonly total: number;
  readonly taxes: readonly TaxAmount[];
}

export function soldPostings(currency: string, { total, taxes }: Sale): readonly Posting[] {
  const tax = taxes.reduce((sum, { amount }) => sum + amount, 0);
  return [
    credit('revenue', currency, total - tax),
    ...taxes.map(({ rate, amount }) => credit('taxPayable', currency, amount, rate)),
  ];
}

export function takenBackPostings(currency: string, sale: Sale): readonly Posting[] {
  return reversed(soldPostings(currency, sale));
}
