// Plans how a recurring invoice begins at Stripe. Pure: no clock, no database.
import type { RecurringContent, RecurringFields } from '../../shared/contract/recurring.ts';
import { endOf, type Schedule } from '../../shared/domain/recurring-schedule.ts';
import type { JsonObject } from '../stripe/request.ts';
import {
  changeStep,
  collectionParams,
  discountParams,
  itemParams,
  itemSteps,
  type NewItems,
  onRecurring,
  recurring,
  type RecurringSubject,
} from './plan-recurring-parts.ts';
import { type PlannedOperation, stepMark } from './step.ts';

export interface RecurringPlanInput extends RecurringSubject {
  readonly fields: RecurringFields & { readonly customerId: string };
  readonly schedule: Schedule;
  readonly newItems: NewItems;
  /** Of a period, minor units, as the bookkeeper saw it. */
  readonly total: number;
}

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
  return onRecurring(
    'recurring.create',
    `Begin the recurring invoice of ${input.customerName}`,
    recurringId,
    steps,
    {
      amount: input.total,
      currency: fields.currency,
    },
  );
}

function beginParams({ begins, anchor, chargesBefore, past }: Schedule): JsonObject {
  if (begins === 'now') return {};
  if (begins === 'trial') return { trial_end: anchor };
  return {
    ...(past === null ? {} : { backdate_start_date: past.at }),
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

function textParams({ memo, footer }: Pick<RecurringContent, 'memo' | 'footer'>): JsonObject {
  if (memo === '' && footer === '') return {};
  return {
    invoice_settings: {
      ...(memo === '' ? {} : { description: memo }),
      ...(footer === '' ? {} : { footer }),
    },
  };
}
