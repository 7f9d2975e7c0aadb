// Between the exact figures of a draft and what stands in its fields: prices, quantities and discounts in the user's locale.
import type { Discount } from '../../../shared/contract/drafts.ts';
import {
  type Decimal,
  formatDecimal,
  MAX_PLACES,
  parseDecimal,
  shiftPoint,
} from '../../../shared/domain/decimal.ts';
import { evaluateEntry } from '../../../shared/domain/expression.ts';
import {
  decimalTextToMinor,
  minorDigits,
  minorToDecimalText,
  shownDigits,
} from '../../../shared/domain/money.ts';
import type { NumberMarks } from '../../../shared/domain/number-entry.ts';
import { showDecimal } from '../../ui/decimal-field.tsx';

const MAX_WHOLE_DIGITS = 15;

/** True for a figure that the contract's decimal text can hold. */
export function fitsDecimal(value: Decimal): boolean {
  const [whole = '', fraction = ''] = formatDecimal(value).replace('-', '').split('.');
  return whole.length <= MAX_WHOLE_DIGITS && fraction.length <= MAX_PLACES;
}

/** A unit price in minor units (`1050.5`) as it is read (`10.505`). */
export function priceText(unitAmountDecimal: string, currency: string, locale: string): string {
  const minor = parseDecimal(unitAmountDecimal);
  if (!minor) return unitAmountDecimal;
  return showDecimal(formatDecimal(shiftPoint(minor, -minorDigits(currency))), locale, shownDigits(currency));
}

/** A typed price or a small sum of arithmetic, in minor units as decimal text; null when it cannot be read. */
export function readPrice(text: string, currency: string, marks: NumberMarks): string | null {
  const value = text.trim() === '' ? { units: 0n, places: 0 } : evaluateEntry(text, marks);
  const minor = value && shiftPoint(value, minorDigits(currency));
  return minor && fitsDecimal(minor) ? formatDecimal(minor) : null;
}

export function readQuantity(text: string, marks: NumberMarks): string | null {
  const value = evaluateEntry(text, marks);
  return value && fitsDecimal(value) ? formatDecimal(value) : null;
}

export function discountText(discount: Discount | null, currency: string, locale: string): string {
  if (!discount) return '';
  if (discount.kind === 'percent') return `${showDecimal(discount.percent, locale)}%`;
  return showDecimal(minorToDecimalText(discount.amount, currency), locale, shownDigits(currency));
}

export type DiscountEntry =
  | { readonly ok: true; readonly discount: Discount | null }
  | { readonly ok: false; readonly reason: string };

/** Reads `10%` as a share and `12.50` as an amount; an empty text is no discount. */
export function readDiscount(text: string, currency: string, marks: NumberMarks): DiscountEntry {
  const trimmed = text.trim();
  if (trimmed === '') return { ok: true, discount: null };
  const isShare = trimmed.endsWith('%');
  const value = evaluateEntry(isShare ? trimmed.slice(0, -1) : trimmed, marks);
  if (!value) return { ok: false, reason: 'Write an amount, or a share such as 10%' };
  if (value.units < 0n) return { ok: false, reason: 'A discount cannot be negative' };
  if (value.units === 0n) return { ok: true, discount: null };
  const plain = formatDecimal(value);
  if (isShare) {
    const above = value.units > 100n * 10n ** BigInt(value.places);
    if (above) return { ok: false, reason: 'A discount cannot be more than 100%' };
    return fitsDecimal(value)
      ? { ok: true, discount: { kind: 'percent', percent: plain } }
      : { ok: false, reason: 'Too many digits' };
  }
  const minor = decimalTextToMinor(plain, currency);
  if (!minor.ok) return { ok: false, reason: 'Too many digits for this currency' };
  return { ok: true, discount: { kind: 'amount', amount: minor.amount } };
}
