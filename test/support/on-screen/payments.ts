// What the lists and pages of payments and refunds must say, worked out anew from Stripe's objects alone.
import type Stripe from 'stripe';
import { paymentMethodText } from '../../../shared/text/payment-method.ts';
import type { CallOutput } from '../../../shared/contract/calls.ts';
import { type AtStripe, day, invoicesOf, leftOf } from './at-stripe.ts';
import { idIn, ourCustomer, ourInvoice, ourRefund, type Told } from './references.ts';

type Row = Told<Omit<CallOutput<'payments.list'>['rows'][number], 'cursor'>>;
/** What may be done with it, and its story in words, are not Stripe's to say. */
type Detail = Told<Omit<CallOutput<'payments.get'>, 'refundable' | 'noteInvoiceId' | 'timeline'>>;

export function method(charge: Stripe.Charge | undefined): string {
  return paymentMethodText({ ...charge?.payment_method_details });
}

const textOf = (text: string | null | undefined): string | null => text ?? null;

export function latestCharge({ charges }: AtStripe, intent: Stripe.PaymentIntent): Stripe.Charge | undefined {
  return charges.get(idIn(intent.latest_charge) ?? '');
}

/** The most exact code first: what the last error of the intent says, else what the charge says. */
export function failureOf(stripe: AtStripe, intent: Stripe.PaymentIntent): string[] {
  const charge = latestCharge(stripe, intent);
  const error = intent.last_payment_error;
  const failed = charge !== undefined && charge.failure_code !== null;
  const decline = error?.decline_code ?? (failed ? charge.outcome?.reason : null);
  const code = charge?.failure_code ?? error?.code;
  return [textOf(decline), textOf(code)].filter((known) => known !== null);
}

export function standingOf(stripe: AtStripe, intent: Stripe.PaymentIntent): Row['standing'] {
  const tried = (latestCharge(stripe, intent)?.failure_code ?? intent.last_payment_error?.code) !== undefined;
  const isFailed =
    intent.status === 'requires_payment_method' && tried && failureOf(stripe, intent).length > 0;
  return isFailed ? 'failed' : intent.status;
}

export function settledBy(
  stripe: AtStripe,
  intent: Stripe.PaymentIntent,
): Stripe.BalanceTransaction | undefined {
  return stripe.transactions.get(idIn(latestCharge(stripe, intent)?.balance_transaction) ?? '');
}

export function paymentRow(stripe: AtStripe, intent: Stripe.PaymentIntent): Row {
  const charge = latestCharge(stripe, intent);
  const transaction = settledBy(stripe, intent);
  const [first] = invoicesOf(stripe, intent.id);
  const customer = stripe.customers.get(idIn(intent.customer) ?? '');
  const payout = stripe.payouts.find(({ id }) =>
    (stripe.contents.get(id) ?? []).includes(transaction?.id ?? ''),
  );
  const settled = (amount: number | undefined): Row['fee'] =>
    amount === undefined || transaction === undefined ? null : { amount, currency: transaction.currency };
  return {
    id: intent.id,
    date: day(charge?.created ?? intent.created),
    invoiceId: first === undefined ? null : ourInvoice(first.invoice),
    invoiceNumber: textOf(first?.invoice.number),
    customerId: customer === undefined ? null : ourCustomer(customer),
    customerName: customer?.name ?? '',
    method: method(charge),
    methodType: charge?.payment_method_details?.type ?? '',
    standing: standingOf(stripe, intent),
    failure: failureOf(stripe, intent),
    nextAction: textOf(intent.next_action?.type),
    nextAttemptAt: first?.invoice.status === 'open' ? first.invoice.next_payment_attempt : null,
    currency: intent.currency,
    amount: intent.amount,
    refunded: charge?.amount_refunded ?? 0,
    fee: settled(transaction?.fee),
    net: settled(transaction?.net),
    payout: payout === undefined ? null : { id: payout.id, arrival: arrivalOf(payout) },
  };
}

/** A date of the bank's, which Stripe gives as its midnight in UTC. */
export function arrivalOf({ arrival_date: at }: Stripe.Payout): string {
  return new Date(at * 1000).toISOString().slice(0, 10);
}

export function paymentDetail(stripe: AtStripe, intent: Stripe.PaymentIntent): Detail {
  const invoices = invoicesOf(stripe, intent.id);
  const attempts = [...stripe.charges.values()].filter((charge) => idIn(charge.payment_intent) === intent.id);
  return {
    ...paymentRow(stripe, intent),
    chargeId: idIn(intent.latest_charge),
    received: intent.amount_received,
    invoices: invoices.map(({ invoice, paid }) => ({
      id: ourInvoice(invoice),
      number: invoice.number,
      amount: paid ?? leftOf(invoice),
      isOpen: invoice.status === 'open' || invoice.status === 'uncollectible',
    })),
    hasPaymentPage: invoices.some(
      ({ invoice }) => invoice.status === 'open' && typeof invoice.hosted_invoice_url === 'string',
    ),
    attempts: attempts
      .toSorted((a, b) => a.created - b.created)
      .map((charge) => ({
        id: charge.id,
        at: charge.created,
        amount: charge.amount,
        method: method(charge),
        methodType: charge.payment_method_details?.type ?? '',
        outcome: charge.status,
        failure:
          charge.status === 'failed'
            ? [textOf(charge.outcome?.reason), charge.failure_code].filter((code) => code !== null)
            : [],
      })),
    settlement: settlement(stripe, settledBy(stripe, intent)),
    refunds: refundsOf(stripe, [intent.id]),
    disputes: stripe.disputes
      .filter((dispute) => idIn(dispute.payment_intent) === intent.id)
      .map(({ id, created, amount, status, reason }) => ({ id, date: day(created), amount, status, reason })),
  };
}

function settlement(
  { now }: AtStripe,
  transaction: Stripe.BalanceTransaction | undefined,
): Detail['settlement'] {
  if (transaction === undefined) return null;
  const { id, currency, amount, fee, net, fee_details: fees, exchange_rate: rate } = transaction;
  return {
    id,
    currency,
    gross: amount,
    fee,
    net,
    fees: fees.map(({ type, description, amount: part }) => ({
      kind: type,
      text: description ?? '',
      amount: part,
    })),
    exchangeRate: rate === null ? null : String(rate),
    availableOn: day(transaction.available_on),
    isAvailable: transaction.available_on <= now,
  };
}

/** Oldest first; Stripe lists the newest first. */
export function refundsOf(stripe: AtStripe, intents: readonly string[]): Detail['refunds'] {
  return stripe.refunds
    .filter((refund) => intents.includes(idIn(refund.payment_intent) ?? ''))
    .toReversed()
    .map((refund) => ({
      id: ourRefund(refund),
      date: day(refund.created),
      amount: refund.amount,
      status: refund.status ?? '',
      reason: refund.reason,
    }));
}

export function refundRow(
  stripe: AtStripe,
  refund: Stripe.Refund,
): Told<Omit<CallOutput<'refunds.list'>['rows'][number], 'cursor'>> {
  const intent = stripe.intents.get(idIn(refund.payment_intent) ?? '');
  const row = intent === undefined ? undefined : paymentRow(stripe, intent);
  return {
    id: ourRefund(refund),
    date: day(refund.created),
    invoiceId: row?.invoiceId ?? null,
    invoiceNumber: row?.invoiceNumber ?? null,
    customerName: row?.customerName ?? '',
    currency: refund.currency,
    amount: refund.amount,
    status: refund.status ?? '',
    reason: refund.reason,
    failureReason: refund.failure_reason ?? null,
  };
}
