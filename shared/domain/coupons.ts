// What a coupon of the catalogue takes off one invoice. Pure; the program and the page judge alike.
import type { Coupon } from '../contract/catalogue.ts';
import type { Discount } from '../contract/drafts.ts';

/** As a discount in the invoice's money; null for no coupon, and for one of other money, which Stripe refuses. */
export function couponDiscount(coupon: Pick<Coupon, 'off'> | null, currency: string): Discount | null {
  if (coupon === null) return null;
  if (coupon.off.kind === 'percent') return coupon.off;
  const { money } = coupon.off;
  return money.currency === currency ? { kind: 'amount', amount: money.amount } : null;
}

/** Why the coupon cannot be given on an invoice in this currency now; null when it can. */
export function couponRefusal(
  coupon: Pick<Coupon, 'off' | 'active' | 'state'> | null,
  currency: string,
): { readonly code: 'coupon-not-given' | 'coupon-in-other-currency'; readonly message: string } | null {
  if (coupon === null || !coupon.active)
    return {
      code: 'coupon-not-given',
      message: 'This coupon cannot be given any more. Choose another, or none.',
    };
  if (coupon.state === 'failed')
    return { code: 'coupon-not-given', message: 'Stripe has refused this coupon. See Activity.' };
  if (coupon.off.kind === 'percent' || coupon.off.money.currency === currency) return null;
  const theirs = coupon.off.money.currency.toUpperCase();
  return {
    code: 'coupon-in-other-currency',
    message: `This coupon takes off ${theirs}, and the invoice is in ${currency.toUpperCase()}.`,
  };
}
