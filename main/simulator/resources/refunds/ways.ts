// How the money of a refund gets back to the customer, by what the charge was paid with.
import type { Charge, Refund, Task } from '../../world/records.ts';
import type { World } from '../../world/world.ts';

const FAILS_AFTER_MS = 3_600_000;
const DAY_MS = 86_400_000;
/** The customer has that long to say where the money goes (docs.stripe.com/payments/bank-transfers/refunds). */
const DAYS_TO_ANSWER = 45;

type Shown = Pick<
  Refund,
  'destination_details' | 'instructions_email' | 'next_action' | 'pending_reason' | 'status'
>;

export interface Way {
  readonly shown: Shown;
  /** False while Stripe has not taken the money out of the balance. */
  readonly takes: boolean;
  readonly toCash: boolean;
  readonly next: { readonly afterMs: number; readonly kind: Task['kind'] & `${string}-refund` } | null;
}

function bankTransfer(charge: Charge): NonNullable<Shown['destination_details']> {
  const details = { reference: null, reference_status: 'pending' };
  return charge.currency === 'gbp'
    ? { gb_bank_transfer: details, type: 'gb_bank_transfer' }
    : { eu_bank_transfer: details, type: 'eu_bank_transfer' };
}

function byCard(charge: Charge): Way {
  const pending = charge.inner.behaviour === 'refund_pending';
  const destination_details = {
    card: { reference_status: 'pending', reference_type: 'acquirer_reference_number', type: 'refund' },
    type: 'card',
  };
  return {
    shown: pending
      ? { destination_details, pending_reason: 'processing', status: 'pending' }
      : { destination_details, status: 'succeeded' },
    takes: true,
    toCash: false,
    next: null,
  };
}

function byDebit(world: World, charge: Charge): Way {
  const destination_details = bankTransfer(charge);
  return {
    shown:
      world.settings.rules.debitRefund === 'pending'
        ? { destination_details, pending_reason: 'processing', status: 'pending' }
        : { destination_details, status: 'succeeded' },
    takes: true,
    toCash: false,
    next: null,
  };
}

/** Under the rule `transferRefund`: Stripe asks the customer for an account, or the money waits on the cash balance. */
function byTransfer(world: World, charge: Charge): Way {
  if (world.settings.rules.transferRefund === 'to_cash_balance') {
    const destination_details = { customer_cash_balance: {}, type: 'customer_cash_balance' };
    return { shown: { destination_details, status: 'succeeded' }, takes: true, toCash: true, next: null };
  }
  const email = charge.customer === null ? '' : (world.get('customer', charge.customer).email ?? '');
  const afterMs = DAYS_TO_ANSWER * DAY_MS;
  return {
    shown: {
      destination_details: bankTransfer(charge),
      instructions_email: email,
      next_action: {
        display_details: {
          email_sent: { email_sent_at: world.accountNow(), email_sent_to: email },
          expires_at: world.accountNow() + afterMs / 1000,
        },
        type: 'display_details',
      },
      status: 'requires_action',
    },
    takes: true,
    toCash: false,
    next: { afterMs, kind: 'expire-refund' },
  };
}

function waiting(reason: 'charge_pending' | 'insufficient_funds', way: Way): Way {
  const { instructions_email: _email, next_action: _action, ...shown } = way.shown;
  return {
    shown: { ...shown, pending_reason: reason, status: 'pending' },
    takes: false,
    toCash: false,
    next: reason === 'insufficient_funds' ? { afterMs: DAY_MS, kind: 'retry-refund' } : null,
  };
}

function thenOf(way: Way, world: World, charge: Charge): Way {
  if (way.next !== null) return way;
  if (charge.inner.behaviour === 'refund_fails')
    return { ...way, next: { afterMs: FAILS_AFTER_MS, kind: 'fail-refund' } };
  if (way.shown.status === 'pending')
    return { ...way, next: { afterMs: world.settings.debitDelayMs, kind: 'complete-refund' } };
  return way;
}

/** The way as if all the money were there. */
export function usualWay(world: World, charge: Charge): Way {
  const type = charge.payment_method_details?.type;
  const way =
    type === 'sepa_debit'
      ? byDebit(world, charge)
      : type === 'customer_balance'
        ? byTransfer(world, charge)
        : byCard(charge);
  return thenOf(way, world, charge);
}

export function wayOf(world: World, charge: Charge, isCovered: boolean): Way {
  const way = usualWay(world, charge);
  if (charge.status === 'pending') return waiting('charge_pending', way);
  if (!isCovered && world.settings.rules.refundWithoutFunds === 'waits')
    return waiting('insufficient_funds', way);
  return way;
}
