// The periods and days that are asked for most, counted from today. Pure.
import { addDays } from '../../shared/domain/dates.ts';

export interface Period {
  readonly from: string | null;
  readonly to: string | null;
}

export const PERIODS = [
  { id: 'this-month', label: 'This month' },
  { id: 'last-month', label: 'Last month' },
  { id: 'this-quarter', label: 'This quarter' },
  { id: 'last-quarter', label: 'Last quarter' },
  { id: 'this-year', label: 'This year' },
  { id: 'last-year', label: 'Last year' },
  { id: 'all', label: 'All dates' },
  { id: 'custom', label: 'Other dates' },
] as const;
export type PeriodName = (typeof PERIODS)[number]['id'];

/** Months before and after the first month that belongs to a period, and how many there are. */
const MONTHS: Readonly<
  Partial<Record<PeriodName, (month: number) => readonly [first: number, count: number]>>
> = {
  'this-month': (month) => [month, 1],
  'last-month': (month) => [month - 1, 1],
  'this-quarter': (month) => [month - (month % 3), 3],
  'last-quarter': (month) => [month - (month % 3) - 3, 3],
  'this-year': () => [0, 12],
  'last-year': () => [-12, 12],
};

/** Whole months, the last day included; null for dates that are chosen one by one. */
export function periodOf(name: PeriodName, today: string): Period | null {
  if (name === 'all') return { from: null, to: null };
  const [first, count] = MONTHS[name]?.(Number(today.slice(5, 7)) - 1) ?? [0, 0];
  if (count === 0) return null;
  const year = Number(today.slice(0, 4));
  return { from: firstOf(year, first), to: addDays(firstOf(year, first + count), -1) };
}

/** The first day of a month counted from January of a year, which may be before or after it. */
function firstOf(year: number, month: number): string {
  const years = year + Math.floor(month / 12);
  return `${years}-${String((((month % 12) + 12) % 12) + 1).padStart(2, '0')}-01`;
}

export function nameOfPeriod({ from, to }: Period, today: string): PeriodName {
  const found = PERIODS.find(({ id }) => {
    const period = periodOf(id, today);
    return period !== null && period.from === from && period.to === to;
  });
  return found?.id ?? 'custom';
}

export const DAYS = [
  { id: 'today', label: 'Today' },
  { id: 'last-month', label: 'End of last month' },
  { id: 'last-quarter', label: 'End of last quarter' },
  { id: 'last-year', label: 'End of last year' },
  { id: 'custom', label: 'Another day' },
] as const;
export type DayName = (typeof DAYS)[number]['id'];

/** Null stands for today, whatever day it is. */
export function dayOf(name: Exclude<DayName, 'custom'>, today: string): string | null {
  return name === 'today' ? null : (periodOf(name, today)?.to ?? null);
}

export function nameOfDay(day: string | null, today: string): DayName {
  if (day === null || day === today) return 'today';
  return (
    (['last-month', 'last-quarter', 'last-year'] as const).find((name) => dayOf(name, today) === day) ??
    'custom'
  );
}
