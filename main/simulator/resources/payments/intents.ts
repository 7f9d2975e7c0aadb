// Payment intents as such: how they are made and what they become.
import { convert, hasThreeDigits, maximumCharge, minimumCharge } from '../../arithmetic/currencies.ts';
import { refuse } from '../../api/failure.ts';
import { accountFacts } from '../account.ts';
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
  /** Reserves the money only, to be captured later. */
  readonly reserves?: boolean;
  /** To be tried when it is confirmed. */
  readonly method?: string;
}

/** Under the rule `threeDecimals` the last of three digits must be 0. */
export function refuseUnfitDigits(world: World, amount: number, currency: string): void {
  if (world.settings.rules.threeDecimals === 'as_two' || !hasThreeDigits(currency)) return;
  if (amount % 10 !== 0)
    throw refuse(
      `Invalid amount: amounts in ${currency} must be evenly divisible by 10, because the last digit must be 0.`,
      { param: 'amount' },
    );
}

/** Stripe's limits on one payment. */
export function refuseAmount(world: World, amount: number, currency: string, param = 'amount'): void {
  refuseUnfitDigits(world, amount, currency);
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

function refuseInactiveAccount(world: World): void {
  if (!world.settings.livemode || accountFacts(world).charges_enabled) return;
  throw refuse(
    'Your account cannot currently make live charges. Activate your account in the Dashboard to make live charges.',
    { code: 'testmode_charges_only' },
  );
}

const untried = {
  allowed_payment_method_types: null,
  amount_capturable: 0,
  amount_received: 0,
  application: null,
  application_fee_amount: null,
  automatic_payment_methods: null,
  canceled_at: null,
  cancellation_reason: null,
  capture_method: 'automatic_async',
  confirmation_method: 'automatic',
  customer_account: null,
  excluded_payment_method_types: null,
  last_payment_error: null,
  latest_charge: null,
  livemode: false,
  managed_payments: null,
  next_action: null,
  on_behalf_of: null,
  payment_method: null,
  payment_method_configuration_details: null,
  payment_method_options: {},
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
} as const;

export function createIntent(world: World, params: NewIntent): PaymentIntent {
  refuseInactiveAccount(world);
  const id = world.id('pi');
  const intent = world.put('payment_intent', {
    ...untried,
    id,
    object: 'payment_intent',
    amount: params.amount,
    client_secret: `${id}_secret_${world.secret()}`,
    created: world.accountNow(),
    currency: params.currency,
    customer: params.customer,
    description: params.description,
    metadata: params.metadata ?? {},
    payment_method_types: params.methodTypes,
    ...(params.reserves === true ? { capture_method: 'manual' as const } : {}),
    ...(params.method === undefined
      ? {}
      : { payment_method: params.method, status: 'requires_confirmation' as const }),
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
    amount_capturable: 0,
    canceled_at: world.accountNow(),
    cancellation_reason: reason,
    next_action: null,
    status: 'canceled',
  });
  emit(world, 'payment_intent.canceled', 'payment_intent', canceled);
  return canceled;
}
