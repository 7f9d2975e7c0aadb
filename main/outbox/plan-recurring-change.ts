// Plans what is done to a recurring invoice that runs. Pure: no clock, no database.
import type { Every } from '../../shared/contract/catalogue.ts';
import type {
  PauseBehavior,
  Proration,
  RecurringChange,
  RecurringContent,
  RecurringLine,
} from '../../shared/contract/recurring.ts';
import type { JsonObject } from '../stripe/request.ts';
import {
  changeStep,
  collectionParams,
  discountParams,
  itemParams,
  itemSteps,
  type NewItems,
  onRecurring,
  type PricedBy,
  priceParams,
  ratesParam,
  recurring,
  type RecurringSubject,
} from './plan-recurring-parts.ts';
import { type OperationKind, type PlannedOperation, stepMark } from './step.ts';

export interface RecurringChangeInput extends RecurringSubject {
  readonly before: RecurringContent;
  readonly after: RecurringContent;
  readonly priced: PricedBy;
  /** Null leaves the rhythm as it is. */
  readonly every: Every | null;
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
  return onRecurring(
    'recurring.change',
    `Change the recurring invoice of ${input.customerName}`,
    recurringId,
    steps,
    null,
  );
}

export function changedParams({
  before,
  after,
  priced,
  every,
  end,
  newItems,
}: Omit<RecurringChangeInput, keyof RecurringSubject | 'proration'>): JsonObject {
  const items = changedItems(before.lines, after.lines, rhythmOf(priced, every), newItems);
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

interface Rhythm {
  readonly priced: PricedBy;
  /** Stripe's prices carry the rhythm, so that every item needs another one. */
  readonly isNew: boolean;
}

function rhythmOf({ currency, every: before }: PricedBy, every: Every | null): Rhythm {
  const isNew = every !== null && !isSame(before, every);
  return { priced: { currency, every: isNew ? every : before }, isNew };
}

function changedItems(
  before: readonly RecurringLine[],
  after: readonly RecurringLine[],
  { priced, isNew }: Rhythm,
  newItems: NewItems,
): readonly JsonObject[] {
  const known = new Map(before.map((line) => [line.id, line]));
  const kept = new Set(after.map(({ id }) => id));
  const changed = after.flatMap((line): JsonObject[] => {
    const was = known.get(line.id);
    if (!was) return [itemParams(line, priced, newItems)];
    if (isSame(was, line) && !isNew) return [];
    return [
      {
        id: line.id,
        ...(isSamePrice(was, line) && !isNew ? {} : priceParams(line, priced, newItems)),
        quantity: line.quantity,
        ...(isSame(was.taxRateIds, line.taxRateIds) ? {} : { tax_rates: ratesParam(line) }),
      },
    ];
  });
  return [
    ...changed,
    ...before.filter(({ id }) => !kept.has(id)).map(({ id }): JsonObject => ({ id, deleted: true })),
  ];
}

function isSamePrice(a: RecurringLine, b: RecurringLine): boolean {
  return a.priceId === b.priceId && a.itemId === b.itemId && a.unitAmountDecimal === b.unitAmountDecimal;
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

export function planPause(
  subject: RecurringSubject,
  behavior: PauseBehavior,
  resumesAt: number | null,
): PlannedOperation {
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
  return onRecurring(
    'recurring.cancel',
    title,
    subject.recurringId,
    [
      {
        title: 'Cancel it at Stripe',
        intent: {
          operation: 'subscriptions.cancel',
          target: recurring(subject.recurringId),
          params: credit ? { prorate: true, invoice_now: true } : {},
          expectTotal: null,
        },
      },
    ],
    null,
  );
}

function oneChange(
  kind: OperationKind,
  verb: string,
  subject: RecurringSubject,
  params: JsonObject,
): PlannedOperation {
  const { operationId, recurringId, customerName } = subject;
  const title = `${verb} the recurring invoice of ${customerName}`;
  return onRecurring(
    kind,
    title,
    recurringId,
    [changeStep(title, recurringId, stepMark(operationId, 1), params)],
    null,
  );
}

/** The same change as Stripe's preview takes it, with references; without what is written freely, which has no item at Stripe yet. */
export function previewParams(
  stripeId: string,
  before: { readonly content: RecurringContent } & PricedBy,
  change: RecurringChange,
  end: number | null | undefined,
): JsonObject {
  const { lines, couponId, collection, memo, footer, every } = change;
  const written = lines.filter(({ itemId, priceId }) => itemId !== null || priceId !== null);
  const after = { lines: written, couponId, collection, memo, footer };
  const params = changedParams({
    before: before.content,
    after,
    priced: before,
    every,
    end,
    newItems: new Map(),
  });
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
