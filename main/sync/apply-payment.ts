// Writes payments as Stripe tells them: a payment intent with its latest charge, or a charge that has no intent.
import { sortKey } from '../../shared/domain/sort-key.ts';
import {
  invoicesOfPayment,
  type MirroredPayment,
  mirroredPayments,
  nameForPayment,
} from '../store/mirror-payments.ts';
import type { StripeObject } from '../stripe/request.ts';
import { ChargeSnapshot, PaymentIntentSnapshot } from '../stripe/snapshots/money.ts';
import { announce, type Batch, keep, understand } from './batch.ts';
import { quickDayOf } from './days.ts';
import { paymentMethodText } from '../../shared/text/payment-method.ts';
import { storedObject } from './stored-object.ts';

export function applyPaymentIntent(batch: Batch, object: StripeObject): void {
  const intent = understand(batch, PaymentIntentSnapshot, object);
  keep(batch, object);
  if (!intent) return;
  batch.intents.set(intent.id, intent);
  batch.payments.add(intent.id);
}

export function applyCharge(batch: Batch, object: StripeObject): void {
  const charge = understand(batch, ChargeSnapshot, object);
  keep(batch, object);
  if (!charge) return;
  batch.charges.set(charge.id, charge);
  batch.payments.add(charge.payment_intent ?? charge.id);
}

/** Works out the row of a payment from what is known of its intent, charge, invoice and customer, in whatever order they came. */
export function derivePayment(batch: Batch, id: string): void {
  const { db } = batch;
  const facts = factsOf(batch, id);
  if (!facts) return;
  const { billingName, ...row } = facts;
  const invoices = invoicesOfPayment(db, id);
  const [invoice = null] = invoices;
  const name = nameForPayment(db, row.customer_stripe_id, invoice) ?? billingName;
  const written = mirroredPayments.upsert(db, {
    ...row,
    invoice_stripe_id: invoice,
    customer_name: name,
    customer_sort: sortKey(name),
    day: quickDayOf(row.created, batch.context.timeZone),
  });
  // A new payment says nothing about its invoice but that it is on the way.
  if (written === 'updated' || row.status === 'processing')
    for (const paid of invoices) batch.invoices.add(paid);
  if (written !== 'same') announce(batch, 'payment', id);
  if (written !== 'same' || batch.renamed.has(id)) batch.words.payment.add(id);
}

type Facts = Omit<MirroredPayment, 'invoice_stripe_id' | 'customer_name' | 'customer_sort' | 'day'> & {
  readonly billingName: string;
};

/** Most often the objects have just been applied; else they are read back. */
function factsOf(batch: Batch, id: string): Facts | null {
  const intent = batch.intents.get(id);
  if (intent) return fromIntent(batch, intent);
  const charge = batch.charges.get(id);
  if (charge) return fromCharge(charge);
  const stored = storedObject(batch.db, id);
  if (!stored) return null;
  const known = PaymentIntentSnapshot.safeParse(stored).data;
  if (stored.object === 'payment_intent') return known ? fromIntent(batch, known) : null;
  const alone = ChargeSnapshot.safeParse(stored).data;
  return alone ? fromCharge(alone) : null;
}

function fromIntent(batch: Batch, intent: PaymentIntentSnapshot): Facts {
  const charge = intent.latest_charge === null ? undefined : chargeOf(batch, intent.latest_charge);
  const { last_payment_error: error } = intent;
  const told = fromItsCharge(charge);
  return {
    id: intent.id,
    charge_id: intent.latest_charge,
    customer_stripe_id: intent.customer,
    status: intent.status,
    currency: intent.currency,
    amount: intent.amount,
    amount_received: intent.amount_received,
    // The intent is made when the invoice is issued; money moves with its charge.
    created: charge?.created ?? intent.created,
    ...told,
    failure_code: told.failure_code ?? error?.code ?? null,
    decline_code: error?.decline_code ?? told.decline_code,
    advice_code: error?.advice_code ?? told.advice_code,
    next_action: intent.next_action,
  };
}

type ToldByCharge =
  | 'method'
  | 'method_type'
  | 'amount_refunded'
  | 'failure_code'
  | 'decline_code'
  | 'advice_code'
  | 'balance_transaction_id'
  | 'billingName';

function fromItsCharge(charge: ChargeSnapshot | undefined): Pick<Facts, ToldByCharge> {
  const failed = charge?.failure_code !== null;
  return {
    method: paymentMethodText(charge?.payment_method_details ?? null),
    method_type: charge?.payment_method_details?.type ?? '',
    amount_refunded: charge?.amount_refunded ?? 0,
    failure_code: charge?.failure_code ?? null,
    decline_code: failed ? (charge?.outcome?.reason ?? null) : null,
    advice_code: failed ? (charge?.outcome?.advice_code ?? null) : null,
    balance_transaction_id: charge?.balance_transaction ?? null,
    billingName: charge?.billing_details?.name ?? '',
  };
}

const STATUS_OF_CHARGE = {
  succeeded: 'succeeded',
  pending: 'processing',
  failed: 'requires_payment_method',
} as const;

function chargeOf(batch: Batch, id: string): ChargeSnapshot | undefined {
  return batch.charges.get(id) ?? ChargeSnapshot.safeParse(storedObject(batch.db, id)).data;
}

function fromCharge(charge: ChargeSnapshot): Facts | null {
  if (charge.payment_intent !== null) return null;
  return {
    id: charge.id,
    charge_id: charge.id,
    customer_stripe_id: charge.customer,
    status: STATUS_OF_CHARGE[charge.status],
    currency: charge.currency,
    amount: charge.amount,
    amount_received: charge.amount_captured,
    created: charge.created,
    ...fromItsCharge(charge),
    next_action: null,
  };
}
