// Coupons as we keep them.
import type { Coupon, CouponFields } from '../../shared/contract/catalogue.ts';
import { assert } from '../../shared/domain/assert.ts';
import type { Db } from './database.ts';
import { recurringBy } from './recurring-use.ts';

interface CouponColumns {
  readonly id: string;
  readonly name: string;
  readonly percent_off: string | null;
  readonly amount_off: number | null;
  readonly currency: string | null;
  readonly duration: Coupon['duration'];
  readonly months: number | null;
  readonly valid: number;
  readonly deleted: number;
  readonly redeemed: number;
  readonly max_redemptions: number | null;
  readonly redeem_by: number | null;
  readonly created: number;
  readonly work: 'queued' | 'failed' | null;
  readonly used_by: number;
}

/** Those that can be given first, newest first. `now` is unix seconds: no event says that the time of a coupon is over. */
export function listCoupons(db: Db, now: number): Coupon[] {
  const coupons = db
    .all<CouponColumns>(`${SELECT} ORDER BY c.created DESC, c.id`)
    .map((row) => couponOf(row, now));
  return coupons.toSorted((a, b) => Number(b.active) - Number(a.active));
}

export function couponById(db: Db, id: string, now: number): Coupon | null {
  const row = db.get<CouponColumns>(`${SELECT} WHERE c.id = ?`, [id]);
  return row ? couponOf(row, now) : null;
}

const SELECT = `SELECT c.*, ${recurringBy('coupon', 'c.id')} AS used_by FROM coupon c`;

/** The program's own are made from the discounts of drafts, and so are their ids. */
const OF_A_DRAFT = /^quittance_(percent|[a-z]{3})_[\d_]+$/;

function couponOf(row: CouponColumns, now: number): Coupon {
  const isOver = row.redeem_by !== null && row.redeem_by < now;
  const isUsedUp = row.max_redemptions !== null && row.redeemed >= row.max_redemptions;
  return {
    id: row.id,
    name: row.name,
    off: offOf(row),
    duration: row.duration,
    months: row.months,
    ofDraft: OF_A_DRAFT.test(row.id),
    active: row.valid === 1 && row.deleted === 0 && !isOver && !isUsedUp,
    redeemed: row.redeemed,
    maxRedemptions: row.max_redemptions,
    redeemBy: row.redeem_by,
    usedBy: row.used_by,
    state: row.work ?? 'saved',
    createdAt: row.created,
  };
}

function offOf({ percent_off: percent, amount_off: amount, currency }: CouponColumns): Coupon['off'] {
  if (percent !== null) return { kind: 'percent', percent };
  assert(amount !== null && currency !== null, 'A coupon takes a percentage or an amount off');
  return { kind: 'amount', money: { amount, currency } };
}

/** What the bookkeeper wrote, with the last day as its last second (unix). */
export interface NewCoupon extends Omit<CouponFields, 'redeemBy'> {
  readonly redeemBy: number | null;
}

/** A coupon made here, not at Stripe yet. `at` is unix seconds. */
export function insertCoupon(db: Db, id: string, fields: NewCoupon, at: number): void {
  const { off } = fields;
  db.run(
    `INSERT INTO coupon (id, name, percent_off, amount_off, currency, duration, months, redeem_by, max_redemptions, valid, created)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?)`,
    [
      id,
      fields.name,
      off.kind === 'percent' ? off.percent : null,
      off.kind === 'amount' ? off.money.amount : null,
      off.kind === 'amount' ? off.money.currency : null,
      fields.duration,
      fields.duration === 'repeating' ? fields.months : null,
      fields.redeemBy,
      fields.maxRedemptions,
      at,
    ],
  );
}
