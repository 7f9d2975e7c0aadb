// Calendar dates in the business's zone: ISO text in and out, no clock.

const dayFormats = new Map<string, Intl.DateTimeFormat>();

function dayFormat(timeZone: string): Intl.DateTimeFormat {
  const known = dayFormats.get(timeZone);
  if (known) return known;
  const fresh = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  dayFormats.set(timeZone, fresh);
  return fresh;
}

/** The calendar day (`YYYY-MM-DD`) that an instant falls on in a zone. */
export function dayOf(unixSeconds: number, timeZone: string): string {
  const parts = dayFormat(timeZone).formatToParts(unixSeconds * 1000);
  const part = (type: string): string => parts.find((p) => p.type === type)?.value ?? '';
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`;
}

/** Days since the epoch of a calendar day, for arithmetic. */
export function dayNumber(day: string): number {
  return Math.floor(
    Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10))) / 86_400_000,
  );
}

export function dayFromNumber(days: number): string {
  return new Date(days * 86_400_000).toISOString().slice(0, 10);
}

export function addDays(day: string, days: number): string {
  return dayFromNumber(dayNumber(day) + days);
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from);
}

/** What is said at the field of a period that ends before it begins. */
export const REVERSED_WORDS = 'From is after To';

export interface Days {
  readonly from?: string | null | undefined;
  readonly to?: string | null | undefined;
}

/** Of calendar days, both included: a period that ends before it begins has no days. Null is the first or the last of all. */
export function isReversed({ from = null, to = null }: Days): boolean {
  return from !== null && to !== null && from > to;
}

/** The last second of a calendar day in a zone: what `due_date` says at Stripe, so that the day counts to its end. */
export function endOfDay(day: string, timeZone: string): number {
  const next = startOfDay(addDays(day, 1), timeZone);
  return next - 1;
}

/** The first second of a calendar day in a zone. */
export function startOfDay(day: string, timeZone: string): number {
  const utcMidnight = dayNumber(day) * 86_400;
  // Zones lie between UTC-12 and UTC+14: the boundary is searched by second, which is right where clocks change, too.
  let low = utcMidnight - 15 * 3600;
  let high = utcMidnight + 13 * 3600;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (dayOf(middle, timeZone) >= day) high = middle;
    else low = middle;
  }
  return high;
}

/** Formats a calendar day for reading; independent of any zone. */
export function formatDay(
  day: string,
  locale: string,
  style: 'short' | 'medium' | 'long' = 'medium',
): string {
  return formatIn(locale, style).format(dayNumber(day) * 86_400_000);
}

/** Formats a calendar month (`2026-11`) for reading, such as "November 2026". */
export function formatMonth(month: string, locale: string): string {
  return formatIn(locale, 'month').format(dayNumber(`${month}-01`) * 86_400_000);
}

type DayStyle = 'short' | 'medium' | 'long' | 'month';

/** Making one takes as long as a hundred days take to be formatted, and a report formats thousands. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatIn(locale: string, style: DayStyle): Intl.DateTimeFormat {
  const key = `${style} ${locale}`;
  const known = formats.get(key);
  if (known) return known;
  const parts = style === 'month' ? ({ month: 'long', year: 'numeric' } as const) : { dateStyle: style };
  const format = new Intl.DateTimeFormat(locale, { ...parts, timeZone: 'UTC' });
  formats.set(key, format);
  return format;
}
