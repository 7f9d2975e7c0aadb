// Coupons: listed, added, withdrawn.
import type { CallOutput, ParsedInput } from '../../../shared/contract/calls.ts';
import type { CouponFields } from '../../../shared/contract/catalogue.ts';
import { parseDecimal } from '../../../shared/domain/decimal.ts';
import { endOfDay } from '../../../shared/domain/dates.ts';
import { minorStep } from '../../../shared/domain/money.ts';
import { enqueue } from '../../outbox/enqueue.ts';
import { planCouponDeletion, planNewCoupon } from '../../outbox/plan-catalogue.ts';
import { invalidInput, notFound, wrongState } from '../../refusal.ts';
import { once } from '../../store/commands.ts';
import { couponById, insertCoupon, listCoupons as readCoupons } from '../../store/coupons.ts';
import { activeOperationOn } from '../../store/outbox.ts';
import type { CommandContext } from '../command-context.ts';
import { today, type UseContext } from '../context.ts';

export function listCoupons(context: UseContext): CallOutput<'coupons.list'> {
  return { rows: readCoupons(context.db, context.now()) };
}

export function createCoupon(
  context: CommandContext,
  input: ParsedInput<'coupons.create'>,
): CallOutput<'coupons.create'> {
  const { db } = context;
  refuseUnfit(input.fields);
  const { redeemBy } = input.fields;
  if (redeemBy !== null && redeemBy < today(context))
    throw invalidInput('fields.redeemBy', 'This day has passed.');
  const fields = {
    ...input.fields,
    redeemBy: redeemBy === null ? null : endOfDay(redeemBy, context.timeZone),
  };
  return once(db, input.commandId, 'coupons.create', context.now(), () => {
    const id = `quittance_${context.randomId().replaceAll('-', '')}`;
    const operationId = context.randomId();
    insertCoupon(db, id, fields, context.now());
    enqueue(context, operationId, planNewCoupon(id, fields));
    context.changes.add('catalogue', id);
    return { id, operationId };
  });
}

/** Stripe takes percentages above 0 and up to 100 with at most two places. */
const MOST_PLACES = 2;

function refuseUnfit({ off, duration, months }: CouponFields): void {
  if (duration === 'repeating' && months === null)
    throw invalidInput('fields.months', 'Say for how many months it counts.');
  if (off.kind === 'amount') {
    const { amount, currency } = off.money;
    if (amount <= 0) throw invalidInput('fields.off.money', 'A coupon takes more than zero off.');
    if (amount % minorStep(currency) !== 0)
      throw invalidInput(
        'fields.off.money',
        `The amount has more digits than ${currency.toUpperCase()} has.`,
      );
    return;
  }
  const percent = parseDecimal(off.percent);
  if (!percent || percent.units <= 0n || Number(off.percent) > 100)
    throw invalidInput('fields.off.percent', 'A coupon takes more than 0 and at most 100 percent off.');
  if (percent.places > MOST_PLACES)
    throw invalidInput('fields.off.percent', 'Stripe takes at most two decimal places.');
}

export function deleteCoupon(
  context: CommandContext,
  input: ParsedInput<'coupons.delete'>,
): CallOutput<'coupons.delete'> {
  const { db } = context;
  return once(db, input.commandId, 'coupons.delete', context.now(), () => {
    const coupon = couponById(db, input.id, context.now());
    if (!coupon) throw notFound('coupon');
    if (!coupon.active) throw wrongState('gone', 'This coupon can no longer be given.');
    if (activeOperationOn(db, input.id))
      throw wrongState('busy', 'This coupon is still on its way to Stripe. Try again in a moment.');
    const operationId = context.randomId();
    enqueue(context, operationId, planCouponDeletion(input.id, coupon.name));
    context.changes.add('catalogue', input.id);
    return { operationId };
  });
}
