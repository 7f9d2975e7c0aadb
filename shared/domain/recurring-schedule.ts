// When a recurring invoice bills: from its start and end as chosen to what Stripe must be told. Pure.
import type { Every } from '../contract/catalogue.ts';
import type { End, Start } from '../contract/recurring.ts';
import { addDays, dayOf, endOfDay } from './dates.ts';
import { firstOfNextMonth } from './months.ts';
import { instantOn, periodStart, periodsUntil } from './periods.ts';
import { rhythmProblem } from './prices.ts';

export interface ScheduleInput {
  readonly every: Every;
  readonly start: Start;
  readonly end: End;
  /** Unix seconds. */
  readonly now: number;
  readonly timeZone: string;
}

export interface Schedule {
  /**
   * `now`: periods are counted from the moment Stripe makes it. `anchor`: from a later one that lies within the first period.
   * `trial`: from one that lies beyond it, which Stripe reaches by a free trial only. `past`: from a day that has passed; the anchor
   * is where the next period of that count begins.
   */
  readonly begins: 'now' | 'anchor' | 'trial' | 'past';
  /** Where a start in the past lies, unix seconds, and how many periods have begun since; null for any other. */
  readonly past: { readonly at: number; readonly periods: number } | null;
  /** Unix seconds; where it begins `now`, as near as can be known. */
  readonly anchor: number;
  /** The time until the anchor is charged in part at once. */
  readonly chargesBefore: boolean;
  /** How many whole periods are billed; null without an end. */
  readonly periods: number | null;
  /** How many invoices that makes. */
  readonly invoices: number | null;
}

export type ScheduleProblem = { readonly path: 'every' | 'start' | 'end'; readonly message: string };

/** Further back a bookkeeper looks at the invoices one by one. */
const LONGEST_PAST_DAYS = 366;

/** Stripe's longest trial. */
const LONGEST_WAIT_DAYS = 730;

export function scheduleOf(input: ScheduleInput): Schedule | ScheduleProblem {
  const tooLong = rhythmProblem(input.every);
  if (tooLong !== null) return { path: 'every', message: tooLong };
  const begin = beginOf(input);
  if ('message' in begin) return begin;
  const periods = periodsOf(input, begin.anchor, begin.chargesBefore);
  if (periods === null) return { ...begin, periods, invoices: null };
  const invoices = periods + (begin.chargesBefore ? 1 : 0);
  if (invoices === 0 || (input.end.kind === 'on' && periods === 0))
    return { path: 'end', message: 'It ends before the first invoice.' };
  return { ...begin, periods, invoices };
}

type Begin = Pick<Schedule, 'begins' | 'anchor' | 'chargesBefore' | 'past'>;

function beginOf({ every, start, now, timeZone }: ScheduleInput): Begin | ScheduleProblem {
  const today = dayOf(now, timeZone);
  if (start.kind === 'past') return pastOf(start.day, { every, now, timeZone });
  const day = firstDay(start, today);
  if (day < today) return { path: 'start', message: 'It cannot start in the past.' };
  if (day > addDays(today, LONGEST_WAIT_DAYS))
    return { path: 'start', message: 'Stripe lets a start wait two years at most.' };
  const chargesBefore = start.kind === 'first-of-month' && start.until === 'charged' && day > today;
  const anchor = instantOn(day, timeZone);
  const isToday = day === today;
  // In the first hours of a day in the east it is still yesterday where Stripe counts: the middle of the day is waited for.
  if (isToday && (dayOf(now, 'UTC') === today || anchor <= now))
    return { begins: 'now', anchor: now, chargesBefore: false, past: null };
  if (anchor <= periodStart(now, every, 1)) return { begins: 'anchor', anchor, chargesBefore, past: null };
  return chargesBefore
    ? {
        path: 'start',
        message: 'Only what is billed by the month or less often can be charged in part until the first.',
      }
    : { begins: 'trial', anchor, chargesBefore, past: null };
}

/** Counted from the day that has passed, so that what is billed at once is whole periods; the one that runs is the last of them. */
function pastOf(
  day: string,
  { every, now, timeZone }: Pick<ScheduleInput, 'every' | 'now' | 'timeZone'>,
): Begin | ScheduleProblem {
  const today = dayOf(now, timeZone);
  const at = instantOn(day, timeZone);
  if (day >= today || at >= now) return { path: 'start', message: 'Choose a day before today.' };
  if (day < addDays(today, -LONGEST_PAST_DAYS))
    return { path: 'start', message: 'A start lies a year back at most.' };
  const periods = periodsUntil(at, every, now);
  const anchor = periodStart(at, every, periods);
  // Stripe counts back from the anchor: from the end of a short month it would not come to this day again.
  if (periodStart(anchor, every, -periods) !== at)
    return { path: 'start', message: 'Choose a day up to the 28th: the next month has no such day.' };
  return {
    begins: 'past',
    anchor,
    chargesBefore: true,
    past: { at, periods },
  };
}

function firstDay(start: Exclude<Start, { kind: 'past' }>, today: string): string {
  if (start.kind === 'today') return today;
  if (start.kind === 'day') return start.day;
  return today.endsWith('-01') ? today : firstOfNextMonth(today);
}

function periodsOf(
  { every, end, timeZone }: Pick<ScheduleInput, 'every' | 'end' | 'timeZone'>,
  anchor: number,
  chargesBefore: boolean,
): number | null {
  if (end.kind === 'never') return null;
  if (end.kind === 'after') return end.invoices - (chargesBefore ? 1 : 0);
  return periodsUntil(anchor, every, endOfDay(end.day, timeZone));
}

/** When it ends, unix seconds: where the period after the last would begin. Null without an end. */
export function endOf({ anchor, periods }: Schedule, every: Every): number | null {
  return periods === null ? null : periodStart(anchor, every, periods);
}

/** The days of the first `most` invoices, in the business's zone. */
export function invoiceDays(
  schedule: Schedule,
  { every, now, timeZone }: ScheduleInput,
  most: number,
): readonly string[] {
  const before = schedule.chargesBefore ? [dayOf(now, timeZone)] : [];
  const count = Math.min(most - before.length, schedule.periods ?? most);
  const days = Array.from({ length: Math.max(0, count) }, (_, index) =>
    dayOf(periodStart(schedule.anchor, every, index), timeZone),
  );
  return [...before, ...days];
}

/** The day of the last invoice; null without an end. */
export function lastInvoiceDay(schedule: Schedule, { every, now, timeZone }: ScheduleInput): string | null {
  if (schedule.periods === null) return null;
  return schedule.periods === 0
    ? dayOf(now, timeZone)
    : dayOf(periodStart(schedule.anchor, every, schedule.periods - 1), timeZone);
}

/**
 * A new end for one that runs: unix seconds, null for none. `nextAt` is where its next period begins; `after` counts from there.
 * Undefined when the day lies before today.
 */
export function newEnd(
  end: End,
  running: { readonly anchor: number; readonly nextAt: number; readonly every: Every },
  timeZone: string,
  today: string,
): number | null | undefined {
  if (end.kind === 'never') return null;
  const { anchor, nextAt, every } = running;
  const before = periodsUntil(anchor, every, nextAt - 1);
  if (end.kind === 'after') return periodStart(anchor, every, before + end.invoices);
  if (end.day < today) return undefined;
  return periodStart(
    anchor,
    every,
    Math.max(before, periodsUntil(anchor, every, endOfDay(end.day, timeZone))),
  );
}
