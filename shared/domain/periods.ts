// Where the periods of recurring invoices begin, by Stripe's rule, and which instant stands for a calendar day there. Pure.
import type { Every } from '../contract/catalogue.ts';
import { addDays, startOfDay } from './dates.ts';

const DAY = 86_400;

/**
 * The anchor moved by whole periods, unix seconds. Stripe counts months in UTC and always from the anchor, so that 31 January comes to
 * 28 February and back to 31 March [docs.stripe.com/billing/subscriptions/billing-cycle].
 */
export function periodStart(anchor: number, { interval, count }: Every, periods: number): number {
  if (interval === 'day') return anchor + periods * count * DAY;
  if (interval === 'week') return anchor + periods * count * 7 * DAY;
  return addMonths(anchor, periods * count * (interval === 'year' ? 12 : 1));
}

function addMonths(anchor: number, months: number): number {
  const from = new Date(anchor * 1000);
  const first = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + months, 1));
  const lengthOfMonth = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  const days = Math.min(from.getUTCDate(), lengthOfMonth) - 1;
  return first.getTime() / 1000 + days * DAY + (anchor % DAY);
}

/**
 * An instant (unix seconds) that is on the day both in the business's zone and in UTC, where Stripe counts: the middle of what the two
 * have in common, hours away from either midnight, so that summer time does not move it to another day.
 */
export function instantOn(day: string, timeZone: string): number {
  const next = addDays(day, 1);
  const from = Math.max(startOfDay(day, timeZone), startOfDay(day, 'UTC'));
  const until = Math.min(startOfDay(next, timeZone), startOfDay(next, 'UTC'));
  return Math.floor((from + until) / 2);
}

/** How many periods, counted from the anchor's own, begin at or before an instant. */
export function periodsUntil(anchor: number, every: Every, until: number): number {
  if (until < anchor) return 0;
  const length = periodStart(anchor, every, 1) - anchor;
  let periods = Math.max(0, Math.floor((until - anchor) / length) - 1);
  while (periodStart(anchor, every, periods) <= until) periods += 1;
  return periods;
}
