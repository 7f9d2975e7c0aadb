// The pieces that plans of recurring invoices are made of.
import type { Every } from '../../shared/contract/catalogue.ts';
import type { Collection, RecurringLine } from '../../shared/contract/recurring.ts';
import type { Json, JsonObject } from '../stripe/request.ts';
import { stepForItem } from './plan-catalogue.ts';
import type { OperationKind, PlannedOperation, PlannedStep, Reference } from './step.ts';

/** Our ids of the items that lines written freely become, by the id of the line. */
export type NewItems = ReadonlyMap<string, string>;

export interface PricedBy {
  readonly currency: string;
  readonly every: Every;
}

export function collectionParams(collection: Collection): JsonObject {
  if (collection.kind === 'send')
    return { collection_method: 'send_invoice', days_until_due: collection.days };
  return {
    collection_method: 'charge_automatically',
    ...(collection.methodId === null ? {} : { default_payment_method: collection.methodId }),
  };
}

/** An empty text keeps the customer's own discount at Stripe from joining in unseen. */
export function discountParams(couponId: string | null): JsonObject {
  return { discounts: couponId === null ? '' : [{ coupon: { $ref: 'coupon', id: couponId } }] };
}

export function itemSteps(
  operationId: string,
  lines: readonly RecurringLine[],
  newItems: NewItems,
): PlannedStep[] {
  return lines.flatMap((line) => {
    const itemId = newItems.get(line.id);
    const fields = { name: line.description.trim(), description: '', unitLabel: '' };
    return itemId === undefined ? [] : [stepForItem(operationId, itemId, fields)];
  });
}

/** Without rates of its own an item would take none; nothing is said about it, so that a default of Stripe's stays away as well. */
export function itemParams(line: RecurringLine, priced: PricedBy, newItems: NewItems): JsonObject {
  return {
    ...priceParams(line, priced, newItems),
    quantity: line.quantity,
    tax_rates: ratesParam(line),
  };
}

export function ratesParam({ taxRateIds }: RecurringLine): Json {
  return taxRateIds.length === 0 ? '' : taxRateIds.map((id): Json => ({ $ref: 'tax-rate', id }));
}

export function priceParams(
  line: RecurringLine,
  { currency, every }: PricedBy,
  newItems: NewItems,
): JsonObject {
  if (line.priceId !== null) return { price: { $ref: 'price', id: line.priceId } };
  return {
    price_data: {
      currency,
      product: { $ref: 'item', id: line.itemId ?? newItems.get(line.id) ?? '' },
      recurring: { interval: every.interval, interval_count: every.count },
      unit_amount_decimal: line.unitAmountDecimal,
    },
  };
}

export const recurring = (id: string): Reference => ({ $ref: 'recurring', id });

export function changeStep(
  title: string,
  recurringId: string,
  mark: string,
  params: JsonObject,
): PlannedStep {
  return {
    title,
    intent: {
      operation: 'subscriptions.update',
      target: recurring(recurringId),
      params: { ...params, metadata: { quittance_operation: mark } },
      expectTotal: null,
    },
  };
}

export function onRecurring(
  kind: OperationKind,
  title: string,
  id: string,
  steps: readonly PlannedStep[],
  amount: PlannedOperation['amount'],
): PlannedOperation {
  return { kind, title, subject: { kind: 'recurring', id }, amount, steps };
}

export interface RecurringSubject {
  readonly operationId: string;
  readonly recurringId: string;
  readonly customerName: string;
}
