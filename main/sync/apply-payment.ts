// Writes payments as Stripe tells them: a payment intent with its latest charge, or a charge that has no intent.
import { dayOf } from '../../shared/domain/dates.ts';
import {
  invoicesOfPayment,
  type MirroredPayment,
  mirroredPayments,
  namesForPayment,
  paymentSeq,
} from '../store/mirror-payments.ts';
import { indexLater, indexPayment } from '../store/search.ts';
import type { StripeObject } from '../stripe/request.ts';
import { ChargeSnapshot, PaymentIntentSnapshot } from '../stripe/snapshot.ts';
import { announce, type Batch, keep, understand } from './batch.ts';
import { paymentMethodText } from './payment-method.ts';
import { storedObject } from './stored-object.ts';

export function applyPaymentIntent(batch: Batch, object: StripeObject): void {
  const intent = understand(batch, PaymentIntentSnapshot, object);
  keep(batch, object);
  if (intent) batch.payments.add(intent.id);
}

export function applyCharge(batch: Batch, object: StripeObject): void {
  const charge = understand(batch, ChargeSnapshot, object);
  keep(batch, object);
  if (charge) batch.payments.add(charge.payment_intent ?? charge.id);
}

/** Works out the row of a payment from what is known of its intent, charge, invoice and customer, in whatever order they came. */
export function derivePayment(batch: Batch, id: string): void {
  const { db } = batch;
  const stored = storedObject(db, id);
  if (!stored) return;
  const facts = stored.object === 'payment_intent' ? fromIntent(batch, stored) : fromCharge(stored);
  if (!facts) return;
  const names = namesForPayment(db, id, facts.customer_stripe_id);
  const { billingName, ...row } = facts;
  const changed = mirroredPayments.upsert(db, {
    ...row,
    invoice_stripe_id: names.invoice,
    customer_name: names.name ?? billingName,
    day: dayOf(row.created, batch.context.timeZone),
  });
  for (const invoice of invoicesOfPayment(db, id)) batch.invoices.add(invoice);
  if (changed) announce(batch, 'payment', id);
  if (changed || batch.renamed.has(id)) index(batch, id);
}

type Facts = Omit<MirroredPayment, 'invoice_stripe_id' | 'customer_name' | 'day'> & {
  readonly billingName: string;
};

function fromIntent(batch: Batch, stored: StripeObject): Facts | null {
  const intent = PaymentIntentSnapshot.safeParse(stored).data;
  if (!intent) return null;
  const latest = intent.latest_charge === null ? null : storedObject(batch.db, intent.latest_charge);
  const charge = ChargeSnapshot.safeParse(latest).data;
  const { last_payment_error: error } = intent;
  return {
    id: intent.id,
    charge_id: intent.latest_charge,
    customer_stripe_id: intent.customer,
    status: intent.status,
    currency: intent.currency,
    amount: intent.amount,
    amount_received: intent.amount_received,
    created: intent.created,
    ...fromItsCharge(charge),
    failure_code: charge?.failure_code ?? error?.decline_code ?? error?.code ?? null,
  };
}

function fromItsCharge(
  charge: ChargeSnapshot | undefined,
): Pick<Facts, 'method' | 'amount_refunded' | 'failure_code' | 'balance_transaction_id' | 'billingName'> {
  return {
    method: paymentMethodText(charge?.payment_method_details ?? null),
    amount_refunded: charge?.amount_refunded ?? 0,
    failure_code: charge?.failure_code ?? null,
    balance_transaction_id: charge?.balance_transaction ?? null,
    billingName: charge?.billing_details?.name ?? '',
  };
}

const STATUS_OF_CHARGE = {
  succeeded: 'succeeded',
  pending: 'processing',
  failed: 'requires_payment_method',
} as const;

function fromCharge(stored: StripeObject): Facts | null {
  const charge = ChargeSnapshot.safeParse(stored).data;
  if (!charge || charge.payment_intent !== null) return null;
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
  };
}

function index(batch: Batch, id: string): void {
  const { db, context } = batch;
  const seq = paymentSeq(db, id);
  if (seq === undefined) return;
  if (context.indexing === 'later') indexLater(db, 'payment', seq);
  else indexPayment(db, seq);
}
