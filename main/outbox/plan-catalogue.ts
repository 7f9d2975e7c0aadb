// Plans what is done to the catalogue at Stripe: items, prices, coupons, tax rates. Pure.
import type { ItemFields, NewPrice } from '../../shared/contract/catalogue.ts';
import type { JsonObject, WriteOperation } from '../stripe/request.ts';
import type { NewCoupon } from '../store/coupons.ts';
import type { OperationKind, PlannedOperation, PlannedStep, Reference } from './step.ts';
import { stepMark } from './step.ts';

interface Work {
  readonly operationId: string;
}

const item = (id: string): Reference => ({ $ref: 'item', id });
const price = (id: string): Reference => ({ $ref: 'price', id });

function onCatalogue(
  kind: OperationKind,
  title: string,
  subjectId: string,
  steps: readonly PlannedStep[],
): PlannedOperation {
  return { kind, title, subject: { kind: 'catalogue', id: subjectId }, amount: null, steps };
}

function change(
  title: string,
  operation: WriteOperation,
  target: Reference,
  params: JsonObject,
): PlannedStep {
  return { title, intent: { operation, target, params, expectTotal: null } };
}

function create(title: string, operation: WriteOperation, makes: Reference, params: JsonObject): PlannedStep {
  return { title, intent: { operation, target: null, params, expectTotal: null, makes } };
}

export interface NewItem extends Work {
  readonly itemId: string;
  readonly fields: ItemFields;
  /** Its first price, with our id. */
  readonly price: (NewPrice & { readonly id: string }) | null;
}

export function planNewItem({ operationId, itemId, fields, price: first }: NewItem): PlannedOperation {
  const steps = [stepForItem(operationId, itemId, fields)];
  if (first) steps.push(stepForPrice(first.id, itemId, first));
  return onCatalogue('item.create', `Add the item ${fields.name}`, itemId, steps);
}

export function stepForItem(operationId: string, itemId: string, fields: ItemFields): PlannedStep {
  return create(`Make the item ${fields.name}`, 'products.create', item(itemId), {
    name: fields.name,
    // An empty text would be refused where nothing is cleared.
    ...(fields.description === '' ? {} : { description: fields.description }),
    ...(fields.unitLabel === '' ? {} : { unit_label: fields.unitLabel }),
    metadata: { quittance_product: itemId, quittance_operation: stepMark(operationId, 1) },
  });
}

export function stepForPrice(priceId: string, itemId: string, terms: NewPrice): PlannedStep {
  return create('Make its price', 'prices.create', price(priceId), {
    product: item(itemId),
    currency: terms.currency,
    unit_amount: terms.unitAmount,
    ...(terms.every === null
      ? {}
      : { recurring: { interval: terms.every.interval, interval_count: terms.every.count } }),
    metadata: { quittance_price: priceId },
  });
}

export interface ChangedItem extends Work {
  readonly itemId: string;
  readonly fields: ItemFields;
}

export function planItemChange({ operationId, itemId, fields }: ChangedItem): PlannedOperation {
  const step = change(`Change the item ${fields.name}`, 'products.update', item(itemId), {
    name: fields.name,
    description: fields.description,
    unit_label: fields.unitLabel,
    metadata: { quittance_operation: stepMark(operationId, 1) },
  });
  return onCatalogue('item.change', `Change the item ${fields.name}`, itemId, [step]);
}

export function planItemArchive(itemId: string, name: string, archived: boolean): PlannedOperation {
  const title = archived ? `Archive the item ${name}` : `Bring back the item ${name}`;
  return onCatalogue('item.archive', title, itemId, [
    change(title, 'products.update', item(itemId), { active: !archived }),
  ]);
}

export function planNewPrice(
  priceId: string,
  itemId: string,
  name: string,
  terms: NewPrice,
): PlannedOperation {
  return onCatalogue('price.create', `Add a price of ${name}`, priceId, [
    stepForPrice(priceId, itemId, terms),
  ]);
}

export interface ReplacedPrice {
  readonly itemId: string;
  readonly itemName: string;
  readonly oldPriceId: string;
  readonly newPriceId: string;
  readonly terms: NewPrice;
  /** Stripe archives no price that its item has by default: the new one becomes that first. */
  readonly wasDefault: boolean;
}

export function planReplacement(replaced: ReplacedPrice): PlannedOperation {
  const { itemId, itemName, oldPriceId, newPriceId, terms, wasDefault } = replaced;
  const steps = [stepForPrice(newPriceId, itemId, terms)];
  if (wasDefault)
    steps.push(
      change('Make it the usual price', 'products.update', item(itemId), {
        default_price: price(newPriceId),
      }),
    );
  steps.push(change('Archive the old price', 'prices.update', price(oldPriceId), { active: false }));
  return onCatalogue('price.replace', `Replace a price of ${itemName}`, newPriceId, steps);
}

export function planPriceArchive(priceId: string, itemName: string, archived: boolean): PlannedOperation {
  const title = archived ? `Archive a price of ${itemName}` : `Bring back a price of ${itemName}`;
  return onCatalogue('price.archive', title, priceId, [
    change(title, 'prices.update', price(priceId), { active: !archived }),
  ]);
}

export function planTaxRateArchive(taxRateId: string, label: string, archived: boolean): PlannedOperation {
  const title = archived ? `Archive the tax rate ${label}` : `Bring back the tax rate ${label}`;
  return onCatalogue('tax-rate.archive', title, taxRateId, [
    change(title, 'taxRates.update', { $ref: 'tax-rate', id: taxRateId }, { active: !archived }),
  ]);
}

export function planNewCoupon(couponId: string, fields: NewCoupon): PlannedOperation {
  const { off } = fields;
  const value: JsonObject =
    off.kind === 'percent'
      ? { percent_off: Number(off.percent) }
      : { amount_off: off.money.amount, currency: off.money.currency };
  const limits: JsonObject = {
    ...(fields.redeemBy === null ? {} : { redeem_by: fields.redeemBy }),
    ...(fields.maxRedemptions === null ? {} : { max_redemptions: fields.maxRedemptions }),
  };
  const months = fields.duration === 'repeating' ? { duration_in_months: fields.months } : {};
  return onCatalogue('coupon.create', `Add the coupon ${fields.name}`, couponId, [
    create(
      'Make the coupon at Stripe',
      'coupons.create',
      { $ref: 'coupon', id: couponId },
      {
        id: couponId,
        name: fields.name,
        duration: fields.duration,
        ...months,
        ...limits,
        ...value,
      },
    ),
  ]);
}

export function planCouponDeletion(couponId: string, name: string): PlannedOperation {
  return onCatalogue('coupon.delete', `Withdraw the coupon ${name}`, couponId, [
    change('Delete the coupon at Stripe', 'coupons.del', { $ref: 'coupon', id: couponId }, {}),
  ]);
}
