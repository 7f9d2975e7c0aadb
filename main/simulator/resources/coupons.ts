// Coupons, and the discounts that come from them.
import { changeMetadata, inRange, metadata, pageFields, range } from '../api/common-params.ts';
import { missing, refuse } from '../api/failure.ts';
import { operation, type Operation } from '../api/operation.ts';
import { pageOf } from '../api/pages.ts';
import {
  clearable,
  currency,
  decimal,
  integer,
  object,
  oneOf,
  optional,
  text,
  type Parsed,
  type Rule,
} from '../api/params.ts';
import { boundary } from '../arithmetic/periods.ts';
import { emit, update } from '../world/events.ts';
import type { Coupon } from '../world/records.ts';
import { render, type JsonObject } from '../world/render.ts';
import type { World } from '../world/world.ts';

const createFields = {
  amount_off: optional(integer),
  currency: optional(currency),
  duration: optional(oneOf('forever', 'once', 'repeating')),
  duration_in_months: optional(integer),
  id: optional(text(200)),
  max_redemptions: optional(integer),
  metadata: clearable(metadata),
  name: clearable(text(40)),
  percent_off: optional(decimal),
  redeem_by: optional(integer),
};

/** How a discount is named on invoices and lines. */
export interface DiscountParam {
  readonly coupon: string | undefined;
  readonly discount: string | undefined;
}
export const discountRule: Rule<DiscountParam> = object({
  coupon: optional(text()),
  discount: optional(text()),
});

function refuseUnfit(params: Parsed<typeof createFields>): void {
  if ((params.percent_off === undefined) === (params.amount_off === undefined)) {
    throw refuse('Must pass one of percent_off or amount_off', {
      code: 'parameters_exclusive',
      param: 'percent_off',
    });
  }
  if (params.amount_off !== undefined && params.currency === undefined) {
    throw refuse('Must provide currency with amount_off', { code: 'parameter_missing', param: 'currency' });
  }
  if (params.amount_off !== undefined && params.amount_off <= 0) {
    throw refuse('Invalid positive integer', { code: 'parameter_invalid_integer', param: 'amount_off' });
  }
  const percent = Number(params.percent_off ?? 1);
  if (percent <= 0 || percent > 100)
    throw refuse('percent_off must be greater than 0 and at most 100', { param: 'percent_off' });
}

function create(world: World, params: Parsed<typeof createFields>): JsonObject {
  refuseUnfit(params);
  if (params.redeem_by !== undefined && params.redeem_by <= world.accountNow())
    throw refuse('Invalid timestamp: must be in the future', { param: 'redeem_by' });
  const id = params.id ?? world.secret(8);
  if (world.find('coupon', id)?.inner.deleted === false) {
    throw refuse(`Coupon already exists.`, { code: 'resource_already_exists' });
  }
  const coupon = world.put('coupon', {
    id,
    object: 'coupon',
    amount_off: params.amount_off ?? null,
    created: world.accountNow(),
    currency: params.currency ?? null,
    duration: params.duration ?? 'once',
    duration_in_months: params.duration_in_months ?? null,
    livemode: false,
    max_redemptions: params.max_redemptions ?? null,
    metadata: params.metadata ?? {},
    name: params.name ?? null,
    percent_off: params.percent_off === undefined ? null : Number(params.percent_off),
    redeem_by: params.redeem_by ?? null,
    times_redeemed: 0,
    valid: true,
    inner: { deleted: false },
  });
  emit(world, 'coupon.created', 'coupon', coupon);
  return render(world, 'coupon', coupon);
}

function liveCoupon(world: World, id: string, param = 'id'): Coupon {
  const coupon = world.get('coupon', id, param);
  if (coupon.inner.deleted) throw missing('coupon', id, param);
  return coupon;
}

function remove(world: World, id: string): JsonObject {
  const coupon = liveCoupon(world, id);
  emit(world, 'coupon.deleted', 'coupon', { ...coupon, valid: false });
  world.put('coupon', { ...coupon, valid: false, inner: { deleted: true } });
  return { id, object: 'coupon', deleted: true };
}

/** Where a discount applies; `currency` refuses a coupon for other money. */
export interface DiscountTarget {
  readonly customer: string | null;
  readonly invoice: string | null;
  readonly invoiceItem: string | null;
  readonly currency: string;
  readonly subscription?: string;
  readonly subscriptionItem?: string;
}

/** A discount that repeats ends so many months after its start. */
function endOf(world: World, coupon: Coupon): number | null {
  if (coupon.duration !== 'repeating' || coupon.duration_in_months === null) return null;
  return boundary(world.now(), { interval: 'month', count: 1 }, coupon.duration_in_months);
}

/** A coupon whose time is over, or that was given as often as it may be, is given no more. */
function refuseOver(world: World, coupon: Coupon): void {
  const isOver = coupon.redeem_by !== null && coupon.redeem_by < world.accountNow();
  if (coupon.valid && !isOver) return;
  throw refuse(`Coupon expired: ${coupon.id}`, { code: 'coupon_expired', param: 'discounts' });
}

/** Makes discounts from coupons; keeps those that are named by their own id. Returns their ids. */
export function applyDiscounts(
  world: World,
  params: readonly DiscountParam[],
  target: DiscountTarget,
): readonly string[] {
  return params.map((param) => {
    if (param.discount !== undefined) return world.get('discount', param.discount, 'discounts').id;
    if (param.coupon === undefined)
      throw refuse('You must specify a coupon, promotion code or discount.', { param: 'discounts' });
    const coupon = liveCoupon(world, param.coupon, 'discounts');
    if (coupon.currency !== null && coupon.currency !== target.currency) {
      throw refuse(
        `The coupon ${coupon.id} has currency ${coupon.currency} but the invoice has currency ${target.currency}.`,
        { param: 'discounts' },
      );
    }
    refuseOver(world, coupon);
    const times = coupon.times_redeemed + 1;
    const isUsedUp = coupon.max_redemptions !== null && times >= coupon.max_redemptions;
    world.put('coupon', { ...coupon, times_redeemed: times, valid: coupon.valid && !isUsedUp });
    return world.put('discount', {
      id: world.id('di'),
      object: 'discount',
      checkout_session: null,
      customer: target.customer,
      customer_account: null,
      end: endOf(world, coupon),
      invoice: target.invoice,
      invoice_item: target.invoiceItem,
      promotion_code: null,
      source: { coupon: coupon.id, type: 'coupon' },
      start: world.now(),
      subscription: target.subscription ?? null,
      subscription_item: target.subscriptionItem ?? null,
    }).id;
  });
}

export const couponOperations: readonly Operation[] = [
  operation('POST /v1/coupons', createFields, create),
  operation(
    'POST /v1/coupons/:id',
    { metadata: clearable(metadata), name: clearable(text(40)) },
    (world, params, id = '') => {
      const before = liveCoupon(world, id);
      const name = params.name === undefined ? before.name : params.name;
      const after = { ...before, name, metadata: changeMetadata(before.metadata, params.metadata) };
      return render(world, 'coupon', update(world, 'coupon.updated', 'coupon', before, after));
    },
  ),
  operation('GET /v1/coupons/:id', {}, (world, _params, id = '') =>
    render(world, 'coupon', liveCoupon(world, id)),
  ),
  operation('DELETE /v1/coupons/:id', {}, (world, _params, id = '') => remove(world, id)),
  operation('GET /v1/coupons', { ...pageFields, created: optional(range) }, (world, params) =>
    pageOf(
      world,
      'coupon',
      '/v1/coupons',
      params,
      (coupon) => !coupon.inner.deleted && inRange(coupon.created, params.created),
    ),
  ),
];
