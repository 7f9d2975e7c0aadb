// Calendar months of the business: the one before and after, and their first and last days. Pure.
import { addDays } from './dates.ts';

/** A calendar month, `2026-11`; months compare as texts do. */
export type Month = string;

export function monthOf(day: string): Month {
  return day.slice(0, 7);
}

export function monthAfter(month: Month): Month {
  return monthOf(addDays(`${month}-28`, 4));
}

export function monthBefore(month: Month): Month {
  return monthOf(addDays(`${month}-01`, -1));
}

export function firstOfNextMonth(day: string): string {
  return `${monthAfter(monthOf(day))}-01`;
}

/** The last calendar day of a month. */
export function lastDayOf(month: Month): string {
  // Day 0 of the month after; without adding days, so that the last month of all has one too.
  const days = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).getUTCDate();
  return `${month}-${days}`;
}
