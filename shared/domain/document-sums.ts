// The sums of a draft as its document puts them: a line's own discount is taken off in the line, and only what comes off the whole
// invoice is a row of its own. The form and the review say the same.
import type { Totals } from '../contract/drafts.ts';

export interface DocumentSums {
  /** Minor units: what the lines come to, after their own discounts. */
  readonly subtotal: number;
  /** Minor units: what the discount and the coupon of the invoice take off. */
  readonly discount: number;
}

export function documentSums({ lines, subtotal, discount }: Totals): DocumentSums {
  const own = lines.reduce((sum, line) => sum + line.ownDiscount, 0);
  return { subtotal: subtotal - own, discount: discount - own };
}

/** Minor units of a line after its own discount. */
export function documentLineAmount({ amount, ownDiscount }: Totals['lines'][number]): number {
  return amount - ownDiscount;
}
