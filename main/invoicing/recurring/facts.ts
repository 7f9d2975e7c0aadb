// What the books know that decides whether a recurring invoice can be made or changed.
import type { RecurringContent } from '../../../shared/contract/recurring.ts';
import { methodChargeRefusal } from '../../../shared/domain/charging.ts';
import type { RecurringFacts } from '../../../shared/domain/recurring-review.ts';
import { couponById } from '../../store/coupons.ts';
import { customerById } from '../../store/customers.ts';
import { priceById } from '../../store/item-prices.ts';
import { itemById } from '../../store/items.ts';
import { savedMethods } from '../../store/saved-methods.ts';
import { taxRateById } from '../../store/tax-rates.ts';
import { today, type UseContext } from '../context.ts';

export function factsFor(
  context: UseContext,
  customerId: string | null,
  currency: string,
  before: RecurringContent | null,
): RecurringFacts {
  const { db } = context;
  const customer = customerId === null ? undefined : customerById(db, customerId);
  const stripeId = customer?.stripeId ?? null;
  const methods = stripeId === null ? [] : savedMethods(db, stripeId, today(context));
  return {
    customer:
      customer && !customer.deleted ? { email: customer.fields.email, archived: customer.archived } : null,
    price: (id) => priceById(db, id),
    hasItem: (id) => itemById(db, id)?.active === true,
    taxRate: (id) => taxRateById(db, id),
    coupon: (id) => {
      const coupon = couponById(db, id, context.now());
      return (
        coupon && {
          active: coupon.active,
          currency: coupon.off.kind === 'amount' ? coupon.off.money.currency : null,
        }
      );
    },
    methods: methods.map((method) => ({
      id: method.id,
      isDefault: method.isDefault,
      refusal: method.isExpired ? 'This card has expired.' : methodChargeRefusal(method, currency),
    })),
    before,
  };
}
