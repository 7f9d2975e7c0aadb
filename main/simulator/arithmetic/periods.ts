// Billing periods: where they begin and end, counted from an anchor, and which share of a period a span of time is.
import { proportion } from './totals.ts';

export interface Interval {
  readonly interval: string;
  readonly count: number;
}

/** Unix seconds; the end is where the next period begins. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

const DAY = 86_400;
const dayCounts: Readonly<Record<string, number>> = { day: DAY, week: 7 * DAY };

function monthsLater(anchor: number, months: number): number {
  const from = new Date(anchor * 1000);
  const [year, month] = [from.getUTCFullYear(), from.getUTCMonth() + months];
  const lastDay = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  const midnight = Date.UTC(year, month, Math.min(from.getUTCDate(), lastDay)) / 1000;
  return midnight + (anchor - Math.floor(anchor / DAY) * DAY);
}

/** The anchor moved by whole periods. Counted from the anchor each time, so that 31 January comes back to 31 March. */
export function boundary(anchor: number, { interval, count }: Interval, periods: number): number {
  const seconds = dayCounts[interval];
  if (seconds !== undefined) return anchor + periods * count * seconds;
  return monthsLater(anchor, periods * count * (interval === 'year' ? 12 : 1));
}

/** A number of periods that is close, from their usual length. */
function estimate(anchor: number, every: Interval, at: number): number {
  const length = boundary(anchor, every, 1) - anchor;
  return Math.floor((at - anchor) / length);
}

/** The whole period, counted from the anchor in both directions, in which a moment lies. */
export function periodAt(anchor: number, every: Interval, at: number): Span {
  let index = estimate(anchor, every, at);
  while (boundary(anchor, every, index) > at) index -= 1;
  while (boundary(anchor, every, index + 1) <= at) index += 1;
  return { start: boundary(anchor, every, index), end: boundary(anchor, every, index + 1) };
}

/** What a span costs when a whole period costs `amount`: whole periods in full, the rest by the second. */
export function amountForSpan(amount: number, anchor: number, every: Interval, span: Span): number {
  let sum = 0;
  for (let at = span.start; at < span.end;) {
    const whole = periodAt(anchor, every, at);
    const until = Math.min(whole.end, span.end);
    sum += proportion(amount, until - at, whole.end - whole.start);
    at = until;
  }
  return sum;
}
