// Calendar days as banks write them, in any order of day, month and year.
import { dayFromNumber, dayNumber } from '../../shared/domain/dates.ts';

export type DateOrder = 'dmy' | 'mdy' | 'ymd';

const MONTHS = new Map(
  Object.entries({
    jan: 1,
    feb: 2,
    mar: 3,
    mär: 3,
    apr: 4,
    may: 5,
    mai: 5,
    jun: 6,
    jul: 7,
    aug: 8,
    sep: 9,
    oct: 10,
    okt: 10,
    nov: 11,
    dec: 12,
    dez: 12,
  }),
);

/** `YYYY-MM-DD`; a time behind it is left out. Null for what is no day of the calendar. */
export function parseBankDay(text: string, order: DateOrder): string | null {
  const trimmed = text.trim();
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/.exec(trimmed);
  if (iso) return day(iso[1], iso[2], iso[3]);
  const solid = /^(\d{8})(?!\d)/.exec(trimmed)?.[1];
  if (solid !== undefined) return solidDay(solid, order);
  const parts = /^(\d{1,2})[-/. ]+(\d{1,2})[-/. ]+(\d{4}|\d{2})(?!\d)/.exec(trimmed);
  if (parts) return order === 'mdy' ? day(parts[3], parts[1], parts[2]) : day(parts[3], parts[2], parts[1]);
  return wordedDay(trimmed);
}

function solidDay(digits: string, order: DateOrder): string | null {
  if (order === 'ymd') return day(digits.slice(0, 4), digits.slice(4, 6), digits.slice(6));
  const [a, b, year] = [digits.slice(0, 2), digits.slice(2, 4), digits.slice(4)];
  return order === 'mdy' ? day(year, a, b) : day(year, b, a);
}

/** `5 Nov 2026` and `Nov 5, 2026`. */
function wordedDay(text: string): string | null {
  const month = (word: string | undefined): string =>
    `${MONTHS.get(word?.slice(0, 3).toLowerCase() ?? '') ?? 0}`;
  const first = /^(\d{1,2})[-. ]+(\p{L}{3,9})[-., ]+(\d{4}|\d{2})(?!\d)/u.exec(text);
  if (first) return day(first[3], month(first[2]), first[1]);
  const second = /^(\p{L}{3,9})[-. ]+(\d{1,2})[-., ]+(\d{4})(?!\d)/u.exec(text);
  return second ? day(second[3], month(second[1]), second[2]) : null;
}

function day(year = '', month = '', date = ''): string | null {
  const whole = year.length === 2 ? `20${year}` : year;
  const text = `${whole}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  const number = dayNumber(text);
  return !Number.isNaN(number) && Number(whole) >= 1970 && dayFromNumber(number) === text ? text : null;
}
