// Money: integers in minor units with a currency. The currency decides the digits, as Stripe counts them.
import { assert } from './assert.ts';
import { type Decimal, formatDecimal, parseDecimal, shiftPoint } from './decimal.ts';

/** Stripe's zero-decimal currencies (docs.stripe.com/currencies). */
const ZERO_DECIMAL = new Set('bif clp djf gnf jpy kmf krw mga pyg rwf vnd vuv xaf xof xpf'.split(' '));
/** Sent to Stripe with two digits that must be zero, though the currency itself has none. */
const ZERO_IN_HUNDREDTHS = new Set(['isk', 'ugx']);
const THREE_DECIMAL = new Set(['bhd', 'jod', 'kwd', 'omr', 'tnd']);

/** Decimal places between Stripe's minor unit and the currency's own unit. */
export function minorDigits(currency: string): number {
  if (ZERO_DECIMAL.has(currency)) return 0;
  return THREE_DECIMAL.has(currency) ? 3 : 2;
}

/** The smallest step an amount may have in Stripe's minor units: 100 for ISK and UGX, 10 for three-decimal currencies. */
export function minorStep(currency: string): number {
  if (ZERO_IN_HUNDREDTHS.has(currency)) return 100;
  return THREE_DECIMAL.has(currency) ? 10 : 1;
}

/** Digits shown to a person. */
export function shownDigits(currency: string): number {
  return ZERO_IN_HUNDREDTHS.has(currency) ? 0 : minorDigits(currency);
}

/** Checks that an amount is one this program may hold: a safe integer. Returns it. */
export function checkedAmount(amount: number): number {
  assert(Number.isSafeInteger(amount), 'An amount must be a safe integer in minor units');
  return amount;
}

const formats = new Map<string, Intl.NumberFormat>();

function numberFormat(
  locale: string,
  currency: string,
  style: 'symbol' | 'code' | 'plain',
  digits: number,
): Intl.NumberFormat {
  const key = `${locale} ${currency} ${style} ${digits}`;
  const known = formats.get(key);
  if (known) return known;
  const fresh = new Intl.NumberFormat(locale, {
    ...(style === 'plain'
      ? {}
      : {
          style: 'currency',
          currency: currency.toUpperCase(),
          currencyDisplay: style === 'code' ? 'code' : 'narrowSymbol',
        }),
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  formats.set(key, fresh);
  return fresh;
}

/** Formats minor units for reading, such as `1,234.50 €`; exact for every safe integer, as Intl takes decimal text. */
export function formatMoney(
  amount: number,
  currency: string,
  locale: string,
  style: 'symbol' | 'code' | 'plain' = 'symbol',
): string {
  const text = minorToDecimalText(checkedAmount(amount), currency);
  return numberFormat(locale, currency, style, shownDigits(currency)).format(text);
}

/** `105050` in EUR is `1050.5`: plain decimal text in the currency's own unit. */
export function minorToDecimalText(amount: number, currency: string): `${number}` {
  return formatDecimal({ units: BigInt(amount), places: minorDigits(currency) });
}

export type ParsedAmount =
  | { readonly ok: true; readonly amount: number }
  | { readonly ok: false; readonly reason: 'not-a-number' | 'too-many-digits' | 'too-large' };

/** Turns decimal text in the currency's own unit (`1050.5`) into minor units, refusing digits the currency does not have. */
export function decimalTextToMinor(text: string, currency: string): ParsedAmount {
  const value = parseDecimal(text);
  if (!value) return { ok: false, reason: 'not-a-number' };
  const exact = exactInteger(shiftPoint(value, minorDigits(currency)));
  if (exact === null || exact % BigInt(minorStep(currency)) !== 0n)
    return { ok: false, reason: 'too-many-digits' };
  if (exact > BigInt(Number.MAX_SAFE_INTEGER) || exact < BigInt(Number.MIN_SAFE_INTEGER))
    return { ok: false, reason: 'too-large' };
  return { ok: true, amount: Number(exact) };
}

function exactInteger(value: Decimal): bigint | null {
  const divisor = 10n ** BigInt(value.places);
  return value.units % divisor === 0n ? value.units / divisor : null;
}
