// Stripe's subscriptions as its API tells them, with no more than a test needs.
import type { StripeObject } from '../../main/stripe/request.ts';
import { NOON } from './stripe-objects.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Monthly, of one item, sent. */
export function subscription(id: string, fields: Fields = {}): StripeObject {
  return {
    id,
    object: 'subscription',
    customer: 'cus_1',
    status: 'active',
    currency: 'eur',
    items: { data: [subscriptionItem(`si_${id}`)] },
    default_tax_rates: [],
    discounts: [],
    collection_method: 'send_invoice',
    days_until_due: 14,
    default_payment_method: null,
    invoice_settings: { description: null, footer: null },
    billing_cycle_anchor: NOON,
    cancel_at: null,
    cancel_at_period_end: false,
    ended_at: null,
    pause_collection: null,
    latest_invoice: null,
    metadata: {},
    created: NOON,
    ...fields,
  };
}

export function subscriptionItem(id: string, fields: Fields = {}): Fields {
  return {
    id,
    quantity: 1,
    current_period_start: NOON,
    current_period_end: NOON + 30 * 86_400,
    price: {
      id: 'price_1',
      product: 'prod_1',
      unit_amount_decimal: '4900',
      recurring: { interval: 'month', interval_count: 1 },
    },
    tax_rates: [],
    ...fields,
  };
}
