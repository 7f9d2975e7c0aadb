// What something that recurs brings in a month, whatever its interval. Pure.
import { divideRounded } from '../decimal.ts';

export interface Recurs {
  /** Of one period, minor units. */
  readonly amount: number;
  readonly interval: 'day' | 'week' | 'month' | 'year';
  readonly interval_count: number;
}

/** A year of 365 days in twelve equal months: how often an interval comes in a month, as a fraction. */
const TIMES: Readonly<Record<Recurs['interval'], readonly [bigint, bigint]>> = {
  day: [365n, 12n],
  week: [365n, 84n],
  month: [1n, 1n],
  year: [1n, 12n],
};

/** Minor units, rounded half away from zero. */
export function monthlyAmount({ amount, interval, interval_count: every }: Recurs): number {
  const [numerator, denominator] = TIMES[interval];
  return Number(divideRounded(BigInt(amount) * numerator, denominator * BigInt(every)));
}
