// Writes items, prices and coupons as Stripe tells them.
import { formatDecimal, parseDecimal } from '../../shared/domain/decimal.ts';
import { foldedWords, sortKey } from '../../shared/domain/sort-key.ts';
import {
  adoptPrice,
  adoptProduct,
  knownPrice,
  knownProduct,
  linkPricesOfProduct,
  markCouponDeleted,
  markProductDeleted,
  mirroredCoupons,
  mirroredPrices,
  mirroredProducts,
} from '../store/mirror-catalogue.ts';
import type { StripeObject } from '../stripe/request.ts';
import { CouponSnapshot, PriceSnapshot, ProductSnapshot } from '../stripe/snapshots/catalogue.ts';
import { recurringOfItem, recurringOfPrice } from '../store/mirror-recurring.ts';
import { renewRecurring } from './apply-recurring.ts';
import { announce, type Batch, bury, keep, understand } from './batch.ts';

export function applyProduct(batch: Batch, object: StripeObject): void {
  const { db } = batch;
  const product = understand(batch, ProductSnapshot, object);
  const { deleted } = keep(batch, object);
  if (!product) return;
  const localId = product.metadata['quittance_product'];
  if (localId !== undefined) adoptProduct(db, localId, product.id);
  const known = knownProduct(db, product.id);
  // Made by Stripe for one line of an invoice: it is no item of the catalogue.
  if (!known && isOfOneLine(product)) return;
  // What the bookkeeper has changed here and Stripe has not yet heard of stays.
  if (known?.work === 'queued') return;
  const written = mirroredProducts.upsert(db, {
    stripe_id: product.id,
    id: product.id,
    name: product.name,
    name_sort: sortKey(product.name),
    description: product.description,
    unit_label: product.unit_label,
    words: foldedWords([product.name, product.description, product.id]),
    default_price: product.default_price,
    active: product.active && !deleted ? 1 : 0,
    deleted: deleted ? 1 : 0,
    created: product.created,
  });
  if (written === 'same') return;
  const id = knownProduct(db, product.id)?.id ?? product.id;
  linkPricesOfProduct(db, id, product.id);
  for (const recurring of recurringOfItem(db, id)) renewRecurring(batch, recurring);
  announce(batch, 'catalogue', id);
}

/** Archived from the beginning and never touched since: nobody has put it into a catalogue. */
function isOfOneLine({ active, created, updated, default_price: defaultPrice }: ProductSnapshot): boolean {
  return !active && updated === created && defaultPrice === null;
}

export function applyPrice(batch: Batch, object: StripeObject): void {
  const { db } = batch;
  const price = understand(batch, PriceSnapshot, object);
  keep(batch, object);
  if (!price) return;
  const localId = price.metadata['quittance_price'];
  if (localId !== undefined) adoptPrice(db, localId, price.id);
  const known = knownPrice(db, price.id);
  const product = knownProduct(db, price.product);
  if (known?.work === 'queued') return;
  const written = mirroredPrices.upsert(db, {
    stripe_id: price.id,
    id: price.id,
    product_id: product?.id ?? null,
    product_stripe_id: price.product,
    currency: price.currency,
    unit_amount_decimal: price.unit_amount_decimal,
    interval: price.recurring?.interval ?? null,
    interval_count: price.recurring?.interval_count ?? null,
    label: price.nickname,
    active: price.active ? 1 : 0,
    created: price.created,
  });
  if (written === 'same') return;
  // A recurring invoice may have come before what it bills.
  for (const recurring of recurringOfPrice(db, price.id)) renewRecurring(batch, recurring);
  announce(batch, 'catalogue', product?.id ?? price.product);
}

export function applyCoupon(batch: Batch, object: StripeObject): void {
  const coupon = understand(batch, CouponSnapshot, object);
  const { deleted } = keep(batch, object);
  if (!coupon) return;
  const written = mirroredCoupons.upsert(batch.db, {
    id: coupon.id,
    name: coupon.name || coupon.id,
    percent_off: coupon.percent_off === null ? null : percentText(coupon.percent_off),
    amount_off: coupon.amount_off,
    currency: coupon.currency,
    duration: coupon.duration,
    months: coupon.duration_in_months,
    valid: coupon.valid && !deleted ? 1 : 0,
    deleted: deleted ? 1 : 0,
    redeemed: coupon.times_redeemed,
    redeem_by: coupon.redeem_by,
    max_redemptions: coupon.max_redemptions,
    created: coupon.created,
  });
  if (written !== 'same') announce(batch, 'catalogue', coupon.id);
}

/** Stripe tells percentages as JSON numbers of at most four places. */
export function percentText(percentage: number): string {
  const value = parseDecimal(percentage.toFixed(4));
  return value === null ? String(percentage) : formatDecimal(value);
}

const AFTER_DELETION: Readonly<Record<string, (batch: Batch, id: string) => void>> = {
  product: ({ db }, id) => markProductDeleted(db, id),
  coupon: ({ db }, id) => markCouponDeleted(db, id),
};

/** Prices are never deleted by the API, but by the dashboard, where nothing has used them. */
export function deleteFromCatalogue(batch: Batch, object: StripeObject): void {
  const { db } = batch;
  bury(batch, object);
  AFTER_DELETION[object.object]?.(batch, object.id);
  if (object.object === 'price') db.run('UPDATE price SET active = 0 WHERE stripe_id = ?', [object.id]);
  announce(batch, 'catalogue', knownProduct(db, object.id)?.id ?? object.id);
}
