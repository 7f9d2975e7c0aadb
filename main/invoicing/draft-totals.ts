// The totals of a draft for its customer, as estimated with the tax rates and the coupon that the books know.
import type { DraftContent, Totals } from '../../shared/contract/drafts.ts';
import { couponDiscount } from '../../shared/domain/coupons.ts';
import { estimateTotals } from '../../shared/domain/totals.ts';
import { couponById } from '../store/coupons.ts';
import { customerById } from '../store/customers.ts';
import { listTaxRates } from '../store/tax-rates.ts';
import type { UseContext } from './context.ts';

export function draftTotals({ db, now }: Pick<UseContext, 'db' | 'now'>, content: DraftContent): Totals {
  const customer = content.customerId === null ? undefined : customerById(db, content.customerId);
  const taxExempt = customer !== undefined && customer.fields.taxExempt !== 'none';
  const { couponId, currency } = content;
  const coupon = couponId === null ? null : couponById(db, couponId, now());
  return estimateTotals(content, listTaxRates(db, true), taxExempt, couponDiscount(coupon, currency));
}
