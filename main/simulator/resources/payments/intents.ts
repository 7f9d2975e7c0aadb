// Payment intents as such: how they are made and what they become.
import { convert, maximumCharge, minimumCharge } from '../../arithmetic/currencies.ts';
import { refuse } from '../../api/failure.ts';
import { emit } from '../../world/events.ts';
import type { PaymentIntent } from '../../world/records.ts';
import type { World } from '../../world/world.ts';

export interface NewIntent {
  readonly amount: number;
  readonly currency: string;
  readonly customer: string | null;
  readonly description: string | null;
  readonly invoice: string | null;
  readonly metadata?: Readonly<Record<string, string>>;
  readonly methodTypes: readonly string[];
}

/** Stripe's limits on one payment. */
export function refuseAmount(world: World, amount: number, currency: string, param = 'amount'): void {
  if (amount > maximumCharge(currency)) {
    throw refuse(
      `Amount must be no more than ${maximumCharge(currency)} in the smallest unit of ${currency}.`,
      { code: 'amount_too_large', param },
    );
  }
  const { defaultCurrency } = world.settings;
  if (
    amount < minimumCharge(currency) ||
    convert(amount, currency, defaultCurrency) < minimumCharge(defaultCurrency)
  ) {
    throw refuse(`Amount must be at least ${minimumCharge(currency)} in the smallest unit of ${currency}.`, {
      code: 'amount_too_small',
      param,
    });
  }
}

export function createIntent(world: World, params: NewIntent): PaymentIntent {
  const id = world.id('pi');
  const intent = world.put('payment_intent', {
    id,
    object: 'payment_intent',
    allowed_payment_method_types: null,
    amount: params.amount,
    amount_capturable: 0,
    amount_received: 0,
    application: null,
    application_fee_amount: null,
    automatic_payment_methods: null,
    canceled_at: null,
    cancellation_reason: null,
    capture_method: 'automatic_async',
    client_secret: `${id}_secret_${world.secret()}`,
    confirmation_method: 'automatic',
    created: world.now(),
    currency: params.currency,
    customer: params.customer,
    customer_account: null,
    description: params.description,
    excluded_payment_method_types: null,
    last_payment_error: null,
    latest_charge: null,
    livemode: false,
    managed_payments: null,
    metadata: params.metadata ?? {},
    next_action: null,
    on_behalf_of: null,
    payment_method: null,
    payment_method_configuration_details: null,
    payment_method_options: {},
    payment_method_types: params.methodTypes,
    payment_record: null,
    processing: null,
    receipt_email: null,
    review: null,
    setup_future_usage: null,
    shipping: null,
    source: null,
    statement_descriptor: null,
    statement_descriptor_suffix: null,
    status: 'requires_payment_method',
    transfer_group: null,
    inner: { invoice: params.invoice },
  });
  emit(world, 'payment_intent.created', 'payment_intent', intent);
  return intent;
}

const cancelable = new Set<string>([
  'requires_payment_method',
  'requires_capture',
  'requires_confirmation',
  'requires_action',
]);

export function cancelIntent(world: World, intent: PaymentIntent, reason: string | null): PaymentIntent {
  if (!cancelable.has(intent.status)) {
    throw refuse(
      `You cannot cancel this PaymentIntent because it has a status of ${intent.status}. Only a PaymentIntent with one of the following statuses may be canceled: requires_payment_method, requires_capture, requires_confirmation, requires_action, processing.`,
      { code: 'payment_intent_unexpected_state' },
    );
  }
  const canceled = world.put('payment_intent', {
    ...intent,
    canceled_at: world.now(),
    cancellation_reason: reason,
    next_action: null,
    status: 'canceled',
  });
  emit(world, 'payment_intent.canceled', 'payment_intent', canceled);
  return canceled;
}
