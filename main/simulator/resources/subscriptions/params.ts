// What can be said about subscriptions and their items.
import { metadata } from '../../api/common-params.ts';
import {
  clearable,
  currency,
  decimal,
  flag,
  integer,
  list,
  naturalNumber,
  object,
  oneOf,
  optional,
  required,
  text,
  type Parsed,
  type Rule,
} from '../../api/params.ts';
import { discountRule } from '../coupons.ts';
import { recurringRule } from '../prices.ts';

/** A moment, or one of the words that Stripe takes instead. */
export function momentOr<const T extends string>(...words: readonly T[]): Rule<number | T> {
  const word = oneOf(...words);
  return {
    read(raw, path) {
      return typeof raw === 'string' && !/^-?\d+$/.test(raw) ? word.read(raw, path) : integer.read(raw, path);
    },
  };
}

export const prorationBehavior = oneOf('always_invoice', 'create_prorations', 'none');
const collectionMethod = oneOf('charge_automatically', 'send_invoice');
const cancelAt = momentOr('max_period_end', 'min_period_end');

const priceDataRule = object({
  currency: required(currency),
  product: required(text()),
  recurring: required(recurringRule),
  tax_behavior: optional(oneOf('exclusive', 'inclusive', 'unspecified')),
  unit_amount: optional(integer),
  unit_amount_decimal: optional(decimal),
});

export const itemFields = {
  discounts: clearable(list(discountRule, 20)),
  metadata: clearable(metadata),
  price: optional(text()),
  price_data: optional(priceDataRule),
  quantity: optional(naturalNumber),
  tax_rates: clearable(list(text(), 5)),
};
export type ItemParams = Parsed<typeof itemFields>;

export const changedItemFields = { ...itemFields, deleted: optional(flag), id: optional(text()) };
export type ChangedItem = Parsed<typeof changedItemFields>;

export const cancellationRule = object({
  comment: clearable(text()),
  feedback: clearable(
    oneOf(
      'customer_service',
      'low_quality',
      'missing_features',
      'other',
      'switched_service',
      'too_complex',
      'too_expensive',
      'unused',
    ),
  ),
});

const sharedFields = {
  automatic_tax: optional(object({ enabled: required(flag) })),
  cancel_at_period_end: optional(flag),
  collection_method: optional(collectionMethod),
  days_until_due: optional(naturalNumber),
  default_payment_method: optional(text()),
  default_tax_rates: clearable(list(text(), 20)),
  description: clearable(text(500)),
  discounts: clearable(list(discountRule, 20)),
  invoice_settings: optional(
    object({
      account_tax_ids: clearable(list(text())),
      custom_fields: clearable(list(object({ name: required(text(40)), value: required(text(140)) }), 4)),
      description: clearable(text()),
      footer: clearable(text()),
    }),
  ),
  metadata: clearable(metadata),
  off_session: optional(flag),
  payment_behavior: optional(oneOf('allow_incomplete', 'default_incomplete', 'error_if_incomplete')),
  payment_settings: optional(
    object({
      payment_method_types: clearable(list(text(40), 30)),
      save_default_payment_method: optional(oneOf('off', 'on_subscription')),
    }),
  ),
  proration_behavior: optional(prorationBehavior),
  trial_end: optional(momentOr('now')),
  trial_settings: optional(
    object({
      end_behavior: required(
        object({ missing_payment_method: required(oneOf('cancel', 'create_invoice', 'pause')) }),
      ),
    }),
  ),
};

export type Settings = Parsed<typeof sharedFields>;

export const createFields = {
  ...sharedFields,
  backdate_start_date: optional(integer),
  billing_cycle_anchor: optional(integer),
  billing_mode: optional(
    object({
      flexible: optional(object({ proration_discounts: optional(oneOf('included', 'itemized')) })),
      type: required(oneOf('classic', 'flexible')),
    }),
  ),
  cancel_at: optional(cancelAt),
  currency: optional(currency),
  customer: optional(text()),
  items: optional(list(object(itemFields), 20)),
  trial_period_days: optional(naturalNumber),
};
export type Creation = Parsed<typeof createFields>;

export const updateFields = {
  ...sharedFields,
  billing_cycle_anchor: optional(object({ type: required(oneOf('now', 'unchanged')) })),
  cancel_at: clearable(cancelAt),
  cancellation_details: optional(cancellationRule),
  items: optional(list(object(changedItemFields), 20)),
  pause_collection: clearable(
    object({
      behavior: required(oneOf('keep_as_draft', 'mark_uncollectible', 'void')),
      resumes_at: optional(integer),
    }),
  ),
  proration_date: optional(integer),
};
export type Change = Parsed<typeof updateFields>;

export const cancelFields = {
  cancellation_details: optional(cancellationRule),
  invoice_now: optional(flag),
  prorate: optional(flag),
};
