// Exact decimals for unit prices, quantities and percentages: a whole number of units of 10^-12.

const PLACES = 12;
export const ONE = 10n ** BigInt(PLACES);

export function isDecimal(text: string): boolean {
  return /^-?\d{1,20}(\.\d{1,12})?$/.test(text);
}

/** `text` must satisfy {@link isDecimal}. */
export function parseDecimal(text: string): bigint {
  const negative = text.startsWith('-');
  const [whole = '0', fraction = ''] = text.replace('-', '').split('.');
  const units = BigInt(whole) * ONE + BigInt(fraction.padEnd(PLACES, '0'));
  return negative ? -units : units;
}

/** The shortest text: `1.50` is `1.5`, `2.0` is `2`. */
export function formatDecimal(units: bigint): string {
  const magnitude = units < 0n ? -units : units;
  const fraction = (magnitude % ONE).toString().padStart(PLACES, '0').replace(/0+$/, '');
  const text = `${magnitude / ONE}${fraction === '' ? '' : `.${fraction}`}`;
  return units < 0n ? `-${text}` : text;
}

/** Halves go away from zero. `denominator` is positive. */
export function divideRounded(numerator: bigint, denominator: bigint): bigint {
  const magnitude = numerator < 0n ? -numerator : numerator;
  const rounded = (2n * magnitude + denominator) / (2n * denominator);
  return numerator < 0n ? -rounded : rounded;
}

/** An amount in minor units from an exact product of two decimals. */
export function multiplyToAmount(a: bigint, b: bigint): number {
  return Number(divideRounded(a * b, ONE * ONE));
}

/** `percent` (in units of 10^-12) of an amount, rounded to a minor unit. */
export function percentOf(amount: number, percent: bigint): number {
  return Number(divideRounded(BigInt(amount) * percent, 100n * ONE));
}

/** The share of an amount that already includes `percent` on top of the rest. */
export function includedPercentOf(amount: number, percent: bigint, includedInAll: bigint): number {
  return Number(divideRounded(BigInt(amount) * percent, 100n * ONE + includedInAll));
}

/** A percentage that JSON carries as a number. */
export function percentFromNumber(percentage: number): bigint {
  return parseDecimal(percentage.toFixed(4));
}
