// A new subscription before its items and its first period.
import type { Customer, Subscription } from '../../world/records.ts';
import type { World } from '../../world/world.ts';

const nothing = {
  application: null,
  application_fee_percent: null,
  automatic_tax: { disabled_reason: null, enabled: false, liability: null },
  billing_cycle_anchor_config: null,
  billing_mode: { flexible: { proration_discounts: 'included' }, type: 'flexible' },
  billing_schedules: [],
  billing_thresholds: null,
  cancel_at: null,
  cancel_at_period_end: false,
  canceled_at: null,
  cancellation_details: { comment: null, feedback: null, feedback_option: null, reason: null },
  collection_method: 'charge_automatically',
  customer_account: null,
  days_until_due: null,
  default_payment_method: null,
  default_source: null,
  description: null,
  discounts: [],
  ended_at: null,
  invoice_settings: {
    account_tax_ids: null,
    custom_fields: null,
    description: null,
    footer: null,
    issuer: { type: 'self' },
  },
  latest_invoice: null,
  livemode: false,
  managed_payments: null,
  metadata: {},
  next_pending_invoice_item_invoice: null,
  on_behalf_of: null,
  pause_collection: null,
  payment_settings: {
    payment_method_options: null,
    payment_method_types: null,
    save_default_payment_method: 'off',
  },
  pending_invoice_item_interval: null,
  pending_setup_intent: null,
  pending_update: null,
  schedule: null,
  status: 'active',
  transfer_data: null,
  trial_end: null,
  trial_settings: { end_behavior: { billing_cycle_anchor: null, missing_payment_method: 'create_invoice' } },
  trial_start: null,
  inner: {
    items: [],
    defaultTaxRates: [],
    announced: { renewal: null, trialEnd: null },
    expiresAt: null,
    habit: null,
  },
} as const;

export function blankSubscription(world: World, customer: Customer, currency: string): Subscription {
  const now = world.now();
  return {
    ...nothing,
    id: world.id('sub'),
    object: 'subscription',
    billing_cycle_anchor: now,
    created: now,
    currency,
    customer: customer.id,
    start_date: now,
    test_clock: customer.test_clock ?? null,
  };
}
