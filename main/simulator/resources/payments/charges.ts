// Charges: what an attempt to pay leaves behind, and the balance transaction that follows when it succeeds.
import { convert, rateOf } from '../../arithmetic/currencies.ts';
import { percentFromNumber, percentOf } from '../../arithmetic/decimal.ts';
import { emit, update } from '../../world/events.ts';
import { plan } from '../../world/due.ts';
import type { Charge, PaymentIntent, PaymentMethod } from '../../world/records.ts';
import type { World } from '../../world/world.ts';
import { accountFacts } from '../account.ts';
import { record } from '../balance-transactions.ts';
import { methodDetails } from './method-details.ts';
import type { Decline } from './outcomes.ts';

const DAY_SECONDS = 86_400;
const SETTLE_DELAY_MS = 1_001;
const CARD_FEE = { percent: 1.5, eurocents: 25 };
const DEBIT_FEE = { percent: 0, eurocents: 35 };
const TRANSFER_FEE = { percent: 0.5, eurocents: 0 };
const HIGHEST_TRANSFER_FEE_EUROCENTS = 500;

function outcomeOf(decline: Decline | null): NonNullable<Charge['outcome']> {
  return {
    advice_code: decline?.adviceCode ?? null,
    network_advice_code: null,
    network_decline_code: decline === null ? null : '05',
    network_status: decline === null ? 'approved_by_network' : 'declined_by_network',
    reason: decline === null ? null : (decline.declineCode ?? decline.code),
    risk_level: 'normal',
    risk_score: 20,
    seller_message:
      decline === null
        ? 'Payment complete.'
        : 'The bank did not return any further details with this decline.',
    type: decline === null ? 'authorized' : 'issuer_declined',
  };
}

const plainCharge = {
  amount_refunded: 0,
  application: null,
  application_fee: null,
  application_fee_amount: null,
  balance_transaction: null,
  disputed: false,
  failure_balance_transaction: null,
  fraud_details: {},
  livemode: false,
  on_behalf_of: null,
  receipt_email: null,
  receipt_number: null,
  refunded: false,
  review: null,
  shipping: null,
  source: null,
  source_transfer: null,
  statement_descriptor: null,
  statement_descriptor_suffix: null,
  transfer_data: null,
  transfer_group: null,
} as const;

/** `decline` is null when the charge succeeded or, for a debit, is still pending. */
export function createCharge(
  world: World,
  intent: PaymentIntent,
  method: PaymentMethod,
  status: 'succeeded' | 'pending' | 'failed',
  decline: Decline | null,
): Charge {
  const failed = status === 'failed';
  return world.put('charge', {
    ...plainCharge,
    id: world.id(method.type === 'card' ? 'ch' : 'py'),
    object: 'charge',
    amount: intent.amount,
    amount_captured: failed ? 0 : intent.amount,
    billing_details: method.billing_details,
    calculated_statement_descriptor: world.settings.displayName.toUpperCase().slice(0, 22),
    captured: !failed,
    created: world.accountNow(),
    currency: intent.currency,
    customer: intent.customer,
    description: intent.description,
    failure_code: decline?.code ?? null,
    failure_message: decline?.message ?? null,
    metadata: intent.metadata,
    outcome: outcomeOf(decline),
    paid: status === 'succeeded',
    payment_intent: intent.id,
    payment_method: method.id,
    payment_method_details: methodDetails(intent, method, failed),
    receipt_url: failed ? null : `https://pay.stripe.com/receipts/payment/${world.secret()}`,
    status,
    inner: {
      refunds: [],
      settledBack: 0,
      taken: 0,
      dispute: null,
      behaviour: method.inner.behaviour,
    },
  });
}

/** Books a succeeded charge, at once or a moment later as asynchronous capture does. */
export function beginSettlement(world: World, charge: Charge): Charge {
  if (!world.settings.asyncCapture) return settle(world, charge);
  plan(world, SETTLE_DELAY_MS, { kind: 'settle-charge', charge: charge.id });
  return charge;
}

/** Stripe's prices in Germany (stripe.com/de/pricing). */
function feeOf(charge: Charge, amount: number, currency: string): number {
  const type = charge.payment_method_details?.type;
  const { percent, eurocents } =
    type === 'sepa_debit' ? DEBIT_FEE : type === 'customer_balance' ? TRANSFER_FEE : CARD_FEE;
  const fee = percentOf(amount, percentFromNumber(percent)) + convert(eurocents, 'eur', currency);
  return type === 'customer_balance'
    ? Math.min(fee, convert(HIGHEST_TRANSFER_FEE_EUROCENTS, 'eur', currency))
    : fee;
}

function settle(world: World, charge: Charge): Charge {
  const { defaultCurrency: currency } = world.settings;
  const amount = convert(charge.amount, charge.currency, currency);
  const fee = feeOf(charge, amount, currency);
  const startOfDay = charge.created - (charge.created % DAY_SECONDS);
  const transaction = record(world, {
    amount,
    fee: { amount: fee, description: 'Stripe processing fees' },
    currency,
    type: charge.id.startsWith('py') ? 'payment' : 'charge',
    category: 'charge',
    source: charge.id,
    description: charge.description,
    availableOn:
      charge.inner.behaviour === 'available_at_once'
        ? charge.created
        : startOfDay + accountFacts(world).payouts.schedule.delay_days * DAY_SECONDS,
    ...rateOf(charge.currency, currency),
  });
  return world.put('charge', { ...charge, balance_transaction: transaction.id });
}

/** The charge with its balance transaction, which is made now when it was still to come. */
export function settled(world: World, chargeId: string): Charge {
  const charge = world.get('charge', chargeId);
  if (charge.balance_transaction !== null || charge.status !== 'succeeded' || !charge.captured) return charge;
  const after = settle(world, charge);
  return update(world, 'charge.updated', 'charge', charge, after);
}

export function emitCharge(world: World, charge: Charge): void {
  emit(world, `charge.${charge.status}`, 'charge', charge);
}
