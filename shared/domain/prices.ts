// What Stripe takes as a price, so that an impossible one is refused before anything is queued. Pure.
import type { Every, NewPrice } from '../contract/catalogue.ts';
import { minorStep } from './money.ts';

/** Stripe's largest unit amount has twelve digits. */
const MAXIMUM = 999_999_999_999;
/** Stripe bills at least once in three years. */
const LONGEST: Readonly<Record<Every['interval'], number>> = { day: 1095, week: 156, month: 36, year: 3 };

export interface PriceProblem {
  /** The field of the price. */
  readonly path: 'unitAmount' | 'every';
  readonly message: string;
}

/** The first reason why Stripe would not take it; null when it would. */
export function priceProblem({ currency, unitAmount, every }: NewPrice): PriceProblem | null {
  if (unitAmount < 0)
    return {
      path: 'unitAmount',
      message: 'A price is zero or more. A deduction is written into the invoice.',
    };
  if (unitAmount % minorStep(currency) !== 0)
    return { path: 'unitAmount', message: `The price has more digits than ${currency.toUpperCase()} has.` };
  if (unitAmount > MAXIMUM) return { path: 'unitAmount', message: 'The price is more than Stripe takes.' };
  const tooLong = every && rhythmProblem(every);
  return tooLong ? { path: 'every', message: tooLong } : null;
}

/** Why Stripe would not bill so; null when it would. */
export function rhythmProblem({ interval, count }: Every): string | null {
  return count > LONGEST[interval] ? 'Stripe bills at least once in three years.' : null;
}
