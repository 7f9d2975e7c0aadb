// Stripe's objects as small as they may be, for tests of what is written about them.
import type { StripeObject } from '../../main/stripe/request.ts';

type Fields = Readonly<Record<string, unknown>>;

/** 2026-06-01T12:00:00Z */
export const NOON = 1_780_315_200;

export function customer(id: string, fields: Fields = {}): StripeObject {
  return {
    id,
    object: 'customer',
    name: 'Ada Lovelace',
    email: 'ada@example.com',
    phone: null,
    description: null,
    currency: 'eur',
    tax_exempt: 'none',
    preferred_locales: ['en-GB'],
    address: {
      line1: '1 Mill Lane',
      line2: null,
      postal_code: 'AB1',
      city: 'Ely',
      state: null,
      country: 'GB',
    },
    tax_ids: { object: 'list', data: [], has_more: false },
    metadata: {},
    created: NOON,
    ...fields,
  };
}

export function invoice(id: string, fields: Fields = {}): StripeObject {
  return {
    id,
    object: 'invoice',
    number: `N-${id}`,
    status: 'open',
    customer: 'cus_1',
    customer_name: 'Ada Lovelace',
    customer_email: 'ada@example.com',
    currency: 'eur',
    subtotal: 10_000,
    total: 10_710,
    total_discount_amounts: [{ amount: 1_000, discount: 'di_1' }],
    total_taxes: [{ amount: 1_000 }, { amount: 710 }],
    amount_due: 10_710,
    amount_paid: 0,
    amount_remaining: 10_710,
    created: NOON,
    due_date: NOON + 14 * 86_400,
    effective_at: null,
    status_transitions: { finalized_at: NOON, paid_at: null, voided_at: null, marked_uncollectible_at: null },
    custom_fields: null,
    description: null,
    lines: {
      object: 'list',
      data: [{ id: 'il_1', object: 'line_item', description: 'Work' }],
      has_more: false,
    },
    metadata: {},
    ...fields,
  };
}

export function draftInvoice(id: string, fields: Fields = {}): StripeObject {
  return invoice(id, {
    number: null,
    status: 'draft',
    status_transitions: { finalized_at: null, paid_at: null },
    ...fields,
  });
}

export function paidInvoice(id: string, fields: Fields = {}): StripeObject {
  return invoice(id, {
    status: 'paid',
    amount_paid: 10_710,
    amount_remaining: 0,
    status_transitions: { finalized_at: NOON, paid_at: NOON + 3_600 },
    ...fields,
  });
}

export function invoicePayment(
  id: string,
  invoiceId: string,
  intent: string,
  fields: Fields = {},
): StripeObject {
  return {
    id,
    object: 'invoice_payment',
    invoice: invoiceId,
    amount_paid: 10_710,
    amount_requested: 10_710,
    currency: 'eur',
    status: 'paid',
    payment: { type: 'payment_intent', payment_intent: intent },
    created: NOON,
    ...fields,
  };
}

export function paymentIntent(id: string, latestCharge: unknown, fields: Fields = {}): StripeObject {
  return {
    id,
    object: 'payment_intent',
    status: 'succeeded',
    amount: 10_710,
    amount_received: 10_710,
    currency: 'eur',
    customer: 'cus_1',
    latest_charge: latestCharge,
    last_payment_error: null,
    created: NOON,
    ...fields,
  };
}

export function charge(id: string, intent: string | null, fields: Fields = {}): StripeObject {
  return {
    id,
    object: 'charge',
    status: 'succeeded',
    amount: 10_710,
    amount_captured: 10_710,
    amount_refunded: 0,
    currency: 'eur',
    customer: 'cus_1',
    payment_intent: intent,
    balance_transaction: null,
    failure_code: null,
    payment_method_details: { type: 'card', card: { brand: 'visa', last4: '4242' } },
    billing_details: { name: 'A. Lovelace' },
    created: NOON,
    ...fields,
  };
}

export function refund(id: string, intent: string, fields: Fields = {}): StripeObject {
  return {
    id,
    object: 'refund',
    amount: 1_000,
    currency: 'eur',
    status: 'succeeded',
    reason: 'requested_by_customer',
    payment_intent: intent,
    charge: 'ch_1',
    balance_transaction: null,
    metadata: {},
    created: NOON + 7_200,
    ...fields,
  };
}

export function dispute(id: string, intent: string, fields: Fields = {}): StripeObject {
  return {
    id,
    object: 'dispute',
    amount: 10_710,
    currency: 'eur',
    charge: 'ch_1',
    payment_intent: intent,
    status: 'needs_response',
    reason: 'general',
    evidence_details: { due_by: NOON + 86_400 },
    balance_transactions: [],
    created: NOON,
    ...fields,
  };
}

export function balanceTransaction(id: string, source: string, fields: Fields = {}): StripeObject {
  return {
    id,
    object: 'balance_transaction',
    type: 'charge',
    source,
    currency: 'eur',
    amount: 10_710,
    fee: 186,
    net: 10_524,
    created: NOON,
    available_on: NOON + 86_400,
    ...fields,
  };
}

export function taxRate(id: string, fields: Fields = {}): StripeObject {
  return {
    id,
    object: 'tax_rate',
    display_name: 'VAT',
    percentage: 19,
    inclusive: false,
    active: true,
    country: 'DE',
    metadata: {},
    created: NOON,
    ...fields,
  };
}

/** Of the catalogue: touched since it was made. */
export function product(id: string, fields: Fields = {}): StripeObject {
  return {
    id,
    object: 'product',
    name: 'Hosting',
    description: 'Servers in Falkenstein',
    unit_label: 'month',
    default_price: null,
    active: true,
    metadata: {},
    created: NOON,
    updated: NOON + 60,
    ...fields,
  };
}

export function price(id: string, productId: string, fields: Fields = {}): StripeObject {
  return {
    id,
    object: 'price',
    product: productId,
    currency: 'eur',
    unit_amount: 4_900,
    unit_amount_decimal: '4900',
    recurring: null,
    nickname: null,
    active: true,
    metadata: {},
    created: NOON,
    ...fields,
  };
}

export function coupon(id: string, fields: Fields = {}): StripeObject {
  return {
    id,
    object: 'coupon',
    name: 'Summer',
    percent_off: 12.5,
    amount_off: null,
    currency: null,
    duration: 'once',
    duration_in_months: null,
    valid: true,
    times_redeemed: 3,
    created: NOON,
    ...fields,
  };
}
