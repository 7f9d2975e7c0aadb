// What a preview proposes for a subscription, as the change or the creation that it stands for.
import { metadata } from '../../api/common-params.ts';
import {
  clearable,
  flag,
  integer,
  list,
  object,
  oneOf,
  optional,
  parseFields,
  required,
  text,
  type Parsed,
} from '../../api/params.ts';
import {
  changedItemFields,
  createFields,
  momentOr,
  prorationBehavior,
  updateFields,
  type Change,
  type Creation,
} from './params.ts';

export const subscriptionDetailsRule = object({
  billing_cycle_anchor: optional(momentOr('now', 'unchanged')),
  billing_mode: optional(object({ type: required(oneOf('classic', 'flexible')) })),
  cancel_at: clearable(momentOr('max_period_end', 'min_period_end')),
  cancel_at_period_end: optional(flag),
  cancel_now: optional(flag),
  default_tax_rates: clearable(list(text(), 20)),
  items: optional(list(object(changedItemFields), 20)),
  metadata: clearable(metadata),
  proration_behavior: optional(prorationBehavior),
  proration_date: optional(integer),
  start_date: optional(integer),
  trial_end: optional(momentOr('now')),
});
const detailsRead = { details: optional(subscriptionDetailsRule) };
export type SubscriptionDetails = NonNullable<Parsed<typeof detailsRead>['details']>;

const noChange: Change = parseFields(updateFields, {});
const nothingSaid: Creation = parseFields(createFields, {});

/** Discounts that are proposed stand for the subscription's own. */
export function changeOf(details: SubscriptionDetails | undefined, discounts: Change['discounts']): Change {
  if (details === undefined) return { ...noChange, discounts };
  return {
    ...noChange,
    billing_cycle_anchor: details.billing_cycle_anchor === 'now' ? { type: 'now' } : undefined,
    cancel_at: details.cancel_at,
    cancel_at_period_end: details.cancel_at_period_end,
    default_tax_rates: details.default_tax_rates,
    discounts,
    items: details.items,
    metadata: details.metadata,
    proration_behavior: details.proration_behavior,
    proration_date: details.proration_date,
    trial_end: details.trial_end,
  };
}

export function creationOf(
  customer: string,
  currency: string | undefined,
  details: SubscriptionDetails,
  now: number,
): Creation {
  const { billing_cycle_anchor: anchor, start_date: start } = details;
  return {
    ...nothingSaid,
    backdate_start_date: start !== undefined && start < now ? start : undefined,
    billing_cycle_anchor: typeof anchor === 'number' ? anchor : undefined,
    cancel_at: details.cancel_at ?? undefined,
    cancel_at_period_end: details.cancel_at_period_end,
    currency,
    customer,
    default_tax_rates: details.default_tax_rates,
    items: details.items,
    metadata: details.metadata,
    proration_behavior: details.proration_behavior,
    trial_end: details.trial_end,
  };
}
