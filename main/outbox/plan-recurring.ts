// Plans what is done to recurring invoices. Pure: no clock, no database.
import type { Every } from '../../shared/contract/catalogue.ts';
import type { Collection, PauseBehavior, Proration, RecurringChange, RecurringContent, RecurringFields, RecurringLine } from '../../shared/contract/recurring.ts';
import { endOf, type Schedule } from '../../shared/domain/recurring-schedule.ts';
import type { Json, JsonObject } from '../stripe/request.ts';
import { stepForItem } from './plan-catalogue.ts';
import { type OperationKind, type PlannedOperation, type PlannedStep, type Reference, stepMark } from './step.ts';

export interface RecurringSubject {
  readonly operationId: string;
  readonly recurringId: string;
  readonly customerName: string;
}

/** Our ids of the items that lines written freely become, by the id of the line. */
export type NewItems = ReadonlyMap<string, string>;

export interface RecurringPlanInput extends RecurringSubject {
  readonly fields: RecurringFields & { readonly customerId: string };
  readonly schedule: Schedule;
  readonly newItems: NewItems;
  /** Of a period, minor units, as the bookkeeper saw it. */
  readonly total: number;
}

const recurring = (id: string): Reference => ({ $ref: 'recurring', id });

export function planRecurring(input: RecurringPlanInput): PlannedOperation {
  const { operationId, recurringId, fields, schedule, newItems } = input;
  const steps = itemSteps(operationId, fields.lines, newItems);
  const end = endParams(input);
  steps.push({
    title: 'Make the recurring invoice at Stripe',
    intent: {
      operation: 'subscriptions.create',
      target: null,
      params: {
        customer: { $ref: 'customer', id: fields.customerId },
        currency: fields.currency,
        items: fields.lines.map((line) => itemParams(line, fields, newItems)),
        ...collectionParams(fields.collection),
        ...discountParams(fields.couponId),
        ...beginParams(schedule),
        ...end.atOnce,
        ...textParams(fields),
        metadata: {
          quittance_recurring: recurringId,
          quittance_operation: stepMark(operationId, steps.length + 1),
        },
      },
      expectTotal: null,
      makes: recurring(recurringId),
    },
  });
  if (end.periods !== null)
    steps.push(
      changeStep('Set its end', recurringId, stepMark(operationId, steps.length + 1), {
        cancel_at: { $ref: 'recurring-end', id: recurringId, periods: end.periods },
        proration_behavior: 'none',
      }),
    );
  return onRecurring('recurring.create', `Begin the recurring invoice of ${input.customerName}`, recurringId, steps, {
    amount: input.total,
    currency: fields.currency,
  });
}

function itemSteps(operationId: string, lines: readonly RecurringLine[], newItems: NewItems): PlannedStep[] {
  return lines.flatMap((line) => {
    const itemId = newItems.get(line.id);
    const fields = { name: line.description.trim(), description: '', unitLabel: '' };
    return itemId === undefined ? [] : [stepForItem(operationId, itemId, fields)];
  });
}

function beginParams({ begins, anchor, chargesBefore }: Schedule): JsonObject {
  if (begins === 'now') return {};
  if (begins === 'trial') return { trial_end: anchor };
  return {
    billing_cycle_anchor: anchor,
    proration_behavior: chargesBefore ? 'create_prorations' : 'none',
  };
}

/**
 * Stripe shortens, and so prices anew, a last period that ends a second before its time. Where the periods are counted from the moment
 * at which Stripe makes it, the exact end is known only afterwards: until then a near one keeps it from going on for ever.
 */
function endParams({ schedule, fields }: RecurringPlanInput): {
  readonly atOnce: JsonObject;
  readonly periods: number | null;
} {
  const end = endOf(schedule, fields.every);
  if (end === null) return { atOnce: {}, periods: null };
  if (schedule.begins !== 'now') return { atOnce: { cancel_at: end }, periods: null };
  return schedule.periods === 1
    ? { atOnce: { cancel_at_period_end: true }, periods: null }
    : { atOnce: { cancel_at: end }, periods: schedule.periods };
}

function collectionParams(collection: Collection): JsonObject {
  if (collection.kind === 'send') return { collection_method: 'send_invoice', days_until_due: collection.days };
  return {
    collection_method: 'charge_automatically',
    ...(collection.methodId === null ? {} : { default_payment_method: collection.methodId }),
  };
}

/** An empty text keeps the customer's own discount at Stripe from joining in unseen. */
function discountParams(couponId: string | null): JsonObject {
  return { discounts: couponId === null ? '' : [{ coupon: { $ref: 'coupon', id: couponId } }] };
}

function textParams({ memo, footer }: Pick<RecurringContent, 'memo' | 'footer'>): JsonObject {
  if (memo === '' && footer === '') return {};
  return {
    invoice_settings: {
      ...(memo === '' ? {} : { description: memo }),
      ...(footer === '' ? {} : { footer }),
    },
  };
}

interface PricedBy {
  readonly currency: string;
  readonly every: Every;
}

/** Without rates of its own an item would take none; nothing is said about it, so that a default of Stripe's stays away as well. */
function itemParams(line: RecurringLine, priced: PricedBy, newItems: NewItems): JsonObject {
  return {
    ...priceParams(line, priced, newItems),
    quantity: line.quantity,
    tax_rates: ratesParam(line),
  };
}

function ratesParam({ taxRateIds }: RecurringLine): Json {
  return taxRateIds.length === 0 ? '' : taxRateIds.map((id): Json => ({ $ref: 'tax-rate', id }));
}

function priceParams(line: RecurringLine, { currency, every }: PricedBy, newItems: NewItems): JsonObject {
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

export interface RecurringChangeInput extends RecurringSubject {
  readonly before: RecurringContent;
  readonly after: RecurringContent;
  readonly priced: PricedBy;
  readonly proration: Proration;
  /** Unix seconds; null for none, undefined to leave it. */
  readonly end: number | null | undefined;
  readonly newItems: NewItems;
}

const PRORATION: Readonly<Record<Proration, string>> = {
  'next-invoice': 'create_prorations',
  'at-once': 'always_invoice',
  none: 'none',
};

/** Null when nothing would change. */
export function planRecurringChange(input: RecurringChangeInput): PlannedOperation | null {
  const { operationId, recurringId, after, newItems } = input;
  const params = changedParams(input);
  if (Object.keys(params).length === 0) return null;
  const steps = itemSteps(operationId, after.lines, newItems);
  const mark = stepMark(operationId, steps.length + 1);
  steps.push(
    changeStep('Change it at Stripe', recurringId, mark, {
      ...params,
      proration_behavior: PRORATION[input.proration],
    }),
  );
  return onRecurring('recurring.change', `Change the recurring invoice of ${input.customerName}`, recurringId, steps, null);
}

export function changedParams({ before, after, priced, end, newItems }: Omit<RecurringChangeInput, keyof RecurringSubject | 'proration'>): JsonObject {
  const items = changedItems(before.lines, after.lines, priced, newItems);
  const texts: JsonObject = {
    ...(before.memo === after.memo ? {} : { description: after.memo }),
    ...(before.footer === after.footer ? {} : { footer: after.footer }),
  };
  return {
    ...(items.length === 0 ? {} : { items }),
    ...(before.couponId === after.couponId ? {} : discountParams(after.couponId)),
    ...(isSame(before.collection, after.collection) ? {} : collectionParams(after.collection)),
    ...(Object.keys(texts).length === 0 ? {} : { invoice_settings: texts }),
    ...(end === undefined ? {} : { cancel_at: end ?? '' }),
  };
}

function changedItems(
  before: readonly RecurringLine[],
  after: readonly RecurringLine[],
  priced: PricedBy,
  newItems: NewItems,
): readonly JsonObject[] {
  const known = new Map(before.map((line) => [line.id, line]));
  const kept = new Set(after.map(({ id }) => id));
  const changed = after.flatMap((line): JsonObject[] => {
    const was = known.get(line.id);
    if (!was) return [itemParams(line, priced, newItems)];
    if (isSame(was, line)) return [];
    return [
      {
        id: line.id,
        ...(isSamePrice(was, line) ? {} : priceParams(line, priced, newItems)),
        quantity: line.quantity,
        ...(isSame(was.taxRateIds, line.taxRateIds) ? {} : { tax_rates: ratesParam(line) }),
      },
    ];
  });
  return [...changed, ...before.filter(({ id }) => !kept.has(id)).map(({ id }): JsonObject => ({ id, deleted: true }))];
}

function isSamePrice(a: RecurringLine, b: RecurringLine): boolean {
  return a.priceId === b.priceId && a.itemId === b.itemId && a.unitAmountDecimal === b.unitAmountDecimal;
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

export function planPause(subject: RecurringSubject, behavior: PauseBehavior, resumesAt: number | null): PlannedOperation {
  return oneChange('recurring.pause', 'Pause', subject, {
    pause_collection: { behavior, ...(resumesAt === null ? {} : { resumes_at: resumesAt }) },
  });
}

export function planResume(subject: RecurringSubject): PlannedOperation {
  return oneChange('recurring.resume', 'Resume', subject, { pause_collection: '' });
}

export function planEndOfPeriod(subject: RecurringSubject): PlannedOperation {
  return oneChange('recurring.cancel', 'End', subject, { cancel_at_period_end: true });
}

/** Stripe tells the two kinds of a coming end apart, and each is taken back in its own way. */
export function planKeep(subject: RecurringSubject, endsWithPeriod: boolean): PlannedOperation {
  return oneChange(
    'recurring.keep',
    'Go on with',
    subject,
    endsWithPeriod ? { cancel_at_period_end: false } : { cancel_at: '' },
  );
}

export function planEndNow(subject: RecurringSubject, credit: boolean): PlannedOperation {
  const title = `End the recurring invoice of ${subject.customerName}`;
  return onRecurring('recurring.cancel', title, subject.recurringId, [
    {
      title: 'Cancel it at Stripe',
      intent: {
        operation: 'subscriptions.cancel',
        target: recurring(subject.recurringId),
        params: credit ? { prorate: true, invoice_now: true } : {},
        expectTotal: null,
      },
    },
  ], null);
}

function oneChange(kind: OperationKind, verb: string, subject: RecurringSubject, params: JsonObject): PlannedOperation {
  const { operationId, recurringId, customerName } = subject;
  const title = `${verb} the recurring invoice of ${customerName}`;
  return onRecurring(kind, title, recurringId, [changeStep(title, recurringId, stepMark(operationId, 1), params)], null);
}

function changeStep(title: string, recurringId: string, mark: string, params: JsonObject): PlannedStep {
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

function onRecurring(
  kind: OperationKind,
  title: string,
  id: string,
  steps: readonly PlannedStep[],
  amount: PlannedOperation['amount'],
): PlannedOperation {
  return { kind, title, subject: { kind: 'recurring', id }, amount, steps };
}

/** The same change as Stripe's preview takes it, with references; without what is written freely, which has no item at Stripe yet. */
export function previewParams(
  stripeId: string,
  before: { readonly content: RecurringContent } & PricedBy,
  change: RecurringChange,
  end: number | null | undefined,
): JsonObject {
  const { lines, couponId, collection, memo, footer } = change;
  const written = lines.filter(({ itemId, priceId }) => itemId !== null || priceId !== null);
  const after = { lines: written, couponId, collection, memo, footer };
  const params = changedParams({ before: before.content, after, priced: before, end, newItems: new Map() });
  const { items, cancel_at: cancelAt, discounts } = params;
  return {
    subscription: stripeId,
    ...(discounts === undefined ? {} : { discounts }),
    subscription_details: {
      ...(items === undefined ? {} : { items }),
      ...(cancelAt === undefined ? {} : { cancel_at: cancelAt }),
      proration_behavior: PRORATION[change.proration],
    },
  };
}
