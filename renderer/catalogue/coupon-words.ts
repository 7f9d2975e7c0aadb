// What a coupon gives, on how many invoices, and until when, in words.
import type { Coupon } from '../../shared/contract/catalogue.ts';
import { formatMoney } from '../../shared/domain/money.ts';
import { showDecimal } from '../ui/decimal-field.tsx';

/** "12.5 % off", "€5.00 off". */
export function offWords({ off }: Pick<Coupon, 'off'>, locale: string): string {
  return off.kind === 'percent'
    ? `${showDecimal(off.percent, locale)} % off`
    : `${formatMoney(off.money.amount, off.money.currency, locale)} off`;
}

/** On how many invoices of a recurring one it counts. */
export function durationWords({ duration, months }: Pick<Coupon, 'duration' | 'months'>): string {
  if (duration === 'once') return 'One invoice';
  if (duration === 'forever') return 'Every invoice';
  return months === 1 ? 'One month' : `${months ?? 0} months`;
}

/** "3 of 10", "3". */
export function givenWords({
  redeemed,
  maxRedemptions,
}: Pick<Coupon, 'redeemed' | 'maxRedemptions'>): string {
  const given = redeemed.toLocaleString();
  return maxRedemptions === null ? given : `${given} of ${maxRedemptions.toLocaleString()}`;
}
