// Coupons for the discounts of a draft. Their ids are made from their content, so the same discount is the same coupon for ever.
import type { Discount, DraftContent } from '../../shared/contract/drafts.ts';
import { formatDecimal, parseDecimal } from '../../shared/domain/decimal.ts';
import type { Json, JsonObject } from '../stripe/request.ts';
import type { PlannedStep } from './step.ts';

/** `quittance_percent_12_5`, `quittance_eur_500`: the same content gives the same id, on every machine. */
function couponId(discount: Discount, currency: string): string {
  return discount.kind === 'percent'
    ? `quittance_percent_${percentText(discount.percent).replace('.', '_')}`
    : `quittance_${currency}_${discount.amount}`;
}

/** The `discounts` parameter of Stripe: coupons in the order in which they are taken off, or an empty text for "none". */
export function couponsOf(
  discounts: readonly (Discount | null)[],
  currency: string,
  chosen: string | null = null,
): Json {
  const coupons = [
    ...discounts.flatMap((discount): Json[] =>
      discount === null || takesNothing(discount) ? [] : [{ coupon: couponId(discount, currency) }],
    ),
    ...(chosen === null ? [] : [{ coupon: { $ref: 'coupon', id: chosen } }]),
  ];
  return coupons.length === 0 ? '' : coupons;
}

function takesNothing(discount: Discount): boolean {
  if (discount.kind === 'amount') return discount.amount <= 0;
  const percent = parseDecimal(discount.percent);
  return percent === null || percent.units <= 0n;
}

function percentText(percent: string): string {
  const value = parseDecimal(percent);
  return value ? formatDecimal(value) : percent;
}

/** One step per distinct discount; a coupon that is already there is found by the look-up and not made again. */
export function planCoupons(content: DraftContent): readonly PlannedStep[] {
  const all = [content.discount, ...content.lines.map((line) => line.discount)].flatMap((discount) =>
    discount === null || takesNothing(discount) ? [] : [discount],
  );
  const distinct = new Map(all.map((discount) => [couponId(discount, content.currency), discount]));
  return [...distinct].map(([id, discount]) => ({
    title: `Make the discount of ${discount.kind === 'percent' ? `${percentText(discount.percent)} %` : 'a fixed amount'}`,
    intent: {
      operation: 'coupons.create',
      target: null,
      params: couponParams(id, discount, content.currency),
      expectTotal: null,
    },
  }));
}

function couponParams(id: string, discount: Discount, currency: string): JsonObject {
  const value: JsonObject =
    discount.kind === 'percent'
      ? { percent_off: Number(discount.percent), name: `${percentText(discount.percent)} % discount` }
      : { amount_off: discount.amount, currency, name: 'Discount' };
  return { id, duration: 'once', ...value };
}
