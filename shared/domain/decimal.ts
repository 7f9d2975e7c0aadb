// Exact decimal arithmetic for prices, quantities and percentages: text in, BigInt inside, never a float.

/** Stripe takes at most 12 places in `*_decimal` fields. */
export const MAX_PLACES = 12;

/** `units / 10 ** places`, exactly. */
export interface Decimal {
  readonly units: bigint;
  readonly places: number;
}

const PLAIN = /^(-?)(\d+)(?:\.(\d+))?$/;

/** Reads plain decimal text such as `-12.50`; null when it is anything else. */
export function parseDecimal(text: string): Decimal | null {
  const match = PLAIN.exec(text);
  if (!match) return null;
  const fraction = match[3] ?? '';
  const units = BigInt((match[2] ?? '0') + fraction);
  return { units: match[1] === '-' ? -units : units, places: fraction.length };
}

export function multiply(a: Decimal, b: Decimal): Decimal {
  return { units: a.units * b.units, places: a.places + b.places };
}

/** Rounds half away from zero to an integer: Stripe's "half up", mirrored for credits. */
export function roundToInteger(value: Decimal): bigint {
  return divideRounded(value.units, 10n ** BigInt(value.places));
}

/** `numerator / denominator`, rounded half away from zero. `denominator` must be positive. */
export function divideRounded(numerator: bigint, denominator: bigint): bigint {
  const magnitude = numerator < 0n ? -numerator : numerator;
  const rounded = (magnitude * 2n + denominator) / (denominator * 2n);
  return numerator < 0n ? -rounded : rounded;
}

/** The shortest text of the same value: no trailing zeros, no bare point, no minus zero. `Intl.NumberFormat` formats it exactly. */
export function formatDecimal(value: Decimal): `${number}` {
  const negative = value.units < 0n;
  const digits = (negative ? -value.units : value.units).toString().padStart(value.places + 1, '0');
  const whole = digits.slice(0, digits.length - value.places);
  const fraction = value.places === 0 ? '' : digits.slice(-value.places).replace(/0+$/, '');
  const text = fraction === '' ? whole : `${whole}.${fraction}`;
  // Digits with at most one point between them are the text of a number.
  return (negative && text !== '0' ? `-${text}` : text) as `${number}`;
}

/** Moves the decimal point `by` places to the right (left when negative). */
export function shiftPoint(value: Decimal, by: number): Decimal {
  const places = value.places - by;
  return places >= 0
    ? { units: value.units, places }
    : { units: value.units * 10n ** BigInt(-places), places: 0 };
}
