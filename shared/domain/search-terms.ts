// What a person typed into a search box, as terms that all have to be found.
import { readUnsigned } from './number-entry.ts';
import { formatDecimal } from './decimal.ts';

export type SearchTerm =
  /** The beginning of an id of Stripe's. */
  | { readonly kind: 'id'; readonly prefix: string }
  /** Any of these texts anywhere; an amount may be meant in several ways. Each has at least three characters. */
  | { readonly kind: 'text'; readonly anyOf: readonly string[] }
  /** Too short for the index of trigrams: the beginning of a name or a number. */
  | { readonly kind: 'short'; readonly prefix: string };

const MOST_TERMS = 8;
const STRIPE_ID = /^[a-z]{2,6}_[A-Za-z0-9_]{4,}$/;
const AMOUNT = /^\d+[.,'’][\d.,'’]*$/u;

export function searchTerms(text: string): readonly SearchTerm[] {
  return text
    .normalize('NFC')
    .split(/[\s\p{Cc}]+/u)
    .filter((word) => word !== '')
    .slice(0, MOST_TERMS)
    .map(termOf);
}

function termOf(word: string): SearchTerm {
  if (STRIPE_ID.test(word)) return { kind: 'id', prefix: word };
  const long = (AMOUNT.test(word) ? [word, ...amountTexts(word)] : [word]).filter(
    (each) => Array.from(each).length >= 3,
  );
  return long.length > 0 ? { kind: 'text', anyOf: [...new Set(long)] } : { kind: 'short', prefix: word };
}

/** `1.234,50` and `1,234.50` are both found as `1234.50`, which is how amounts stand in the index. */
function amountTexts(word: string): readonly string[] {
  return ['.', ','].flatMap((decimal) => {
    const value = readUnsigned(word, { decimal });
    return value ? [formatDecimal(value), padded(formatDecimal(value))] : [];
  });
}

/** `1234.5` stands as `1234.50`, and `1,00` as `1.00`. */
function padded(text: string): string {
  const [whole = '', fraction = ''] = text.split('.');
  return `${whole}.${fraction.padEnd(2, '0')}`;
}

/** How an amount stands in the index: plain digits with all places of its currency. */
export function amountForSearch(amount: number, digits: number): string {
  const text = String(Math.abs(amount)).padStart(digits + 1, '0');
  return digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
}
