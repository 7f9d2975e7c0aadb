// Which part of a whole an amount is.
import { divideRounded, formatDecimal } from '../../../shared/domain/decimal.ts';

/** Percent as decimal text with at most one place; of nothing it is none. */
export function shareOf(part: number, whole: number): string {
  if (whole <= 0) return '0';
  return formatDecimal({ units: divideRounded(BigInt(part) * 1000n, BigInt(whole)), places: 1 });
}
