// What a line of a draft comes to before discounts, and whether Stripe could ever charge it.
import type { DraftLine } from '../contract/drafts.ts';
import { multiply, parseDecimal, roundToInteger } from './decimal.ts';
import { LARGEST_CHARGE } from './limits.ts';

type Figures = Pick<DraftLine, 'quantity' | 'unitAmountDecimal'>;

/** Quantity times price in minor units, rounded half up; null where one of them cannot be read. */
export function lineAmount({ quantity, unitAmountDecimal }: Figures): bigint | null {
  const count = parseDecimal(quantity);
  const price = parseDecimal(unitAmountDecimal);
  return count && price ? roundToInteger(multiply(count, price)) : null;
}

/**
 * The figure that makes a line more than Stripe can charge or take off: the price if one is already too much, the quantity if only
 * all together are. Null for a line within the limit.
 */
export function tooLargeFigure(line: Figures): keyof Figures | null {
  if (!isTooLarge(line)) return null;
  return isTooLarge({ ...line, quantity: '1' }) ? 'unitAmountDecimal' : 'quantity';
}

function isTooLarge(line: Figures): boolean {
  const amount = lineAmount(line) ?? 0n;
  return (amount < 0n ? -amount : amount) > BigInt(LARGEST_CHARGE);
}
