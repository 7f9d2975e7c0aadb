// Reads numbers as people type or paste them: any locale's separators and digits, exact decimals out.
import { type Decimal, parseDecimal } from './decimal.ts';

export interface NumberMarks {
  /** The locale's decimal separator. */
  readonly decimal: string;
  /** The locale's thousands separator. */
  readonly group: string;
  /** The locale's digits, zero first. */
  readonly digits: readonly string[];
}

const marksByLocale = new Map<string, NumberMarks>();

/** How a locale writes numbers. */
export function numberMarks(locale: string): NumberMarks {
  const known = marksByLocale.get(locale);
  if (known) return known;
  const parts = new Intl.NumberFormat(locale).formatToParts(1_234_567.8);
  const part = (type: string, otherwise: string): string =>
    parts.find((p) => p.type === type)?.value ?? otherwise;
  const plain = new Intl.NumberFormat(locale, { useGrouping: false });
  const marks = {
    decimal: part('decimal', '.'),
    group: part('group', ','),
    digits: Array.from({ length: 10 }, (_, digit) => plain.format(digit)),
  };
  marksByLocale.set(locale, marks);
  return marks;
}

/** Spaces and apostrophes are only ever thousands separators. */
const NEUTRAL_GROUP = /[\s'’]/u;

/** Turns the locale's own digits and signs into ASCII ones, so that one reader does for all. */
export function toAsciiDigits(text: string, marks: NumberMarks): string {
  const mapped = Array.from(text, (char) => {
    const digit = marks.digits.indexOf(char);
    if (digit >= 0) return String(digit);
    if (char === '−') return '-';
    if (char === '٫') return '.';
    return char === '٬' ? "'" : char;
  });
  return mapped.join('');
}

/**
 * Reads one unsigned number in ASCII digits. A separator that cannot be a thousands separator where it stands is taken for the
 * decimal one, so `12.50` and `12,50` both read in every locale; `1.234` is read as the locale says. Null when it is no number.
 */
export function readUnsigned(text: string, marks: Pick<NumberMarks, 'decimal'>): Decimal | null {
  const bare = withoutNeutralGroups(text.trim());
  if (bare === null || !/^[\d.,]*\d[\d.,]*$/.test(bare)) return null;
  const decimalAt = decimalPosition(bare, marks.decimal);
  const whole = bare.slice(0, decimalAt);
  const fraction = bare.slice(decimalAt + 1);
  if (/[.,]/.test(fraction) || !isGrouped(whole)) return null;
  const digits = whole.replace(/[.,]/g, '') || '0';
  return parseDecimal(fraction === '' ? digits : `${digits}.${fraction}`);
}

function withoutNeutralGroups(text: string): string | null {
  if (!NEUTRAL_GROUP.test(text)) return text;
  const whole = text.split(/[.,]/)[0] ?? '';
  return /^\d{1,3}([\s'’]\d{2,3})*[\s'’]\d{3}$/u.test(whole) ? text.replace(/[\s'’]/gu, '') : null;
}

/** Where the decimal separator stands; the length of the text when there is none. */
function decimalPosition(text: string, localeDecimal: string): number {
  const last = Math.max(text.lastIndexOf('.'), text.lastIndexOf(','));
  if (last < 0) return text.length;
  const mark = text[last] ?? '';
  const others = text.slice(0, last);
  if (others.includes(mark)) return text.length;
  if (/[.,]/.test(others) || mark === localeDecimal) return last;
  const looksGrouped = /^[1-9]\d{0,2}$/.test(others) && /^\d{3}$/.test(text.slice(last + 1));
  return looksGrouped ? text.length : last;
}

/** True for plain digits and for one kind of separator with groups as English or Indian usage has them. */
function isGrouped(whole: string): boolean {
  if (/^\d*$/.test(whole)) return true;
  return /^\d{1,3}(?:(?:,\d{2,3})*,\d{3}|(?:\.\d{2,3})*\.\d{3})$/.test(whole);
}
