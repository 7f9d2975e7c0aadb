// What the list and the page of payouts must say, worked out anew from Stripe's objects alone.
import type Stripe from 'stripe';
import type { CallOutput } from '../../../shared/contract/calls.ts';
import { type AtStripe, day } from './at-stripe.ts';
import { arrivalOf, paymentRow } from './payments.ts';
import { idIn, type Told } from './references.ts';

/** What Stripe held before and after is no field of an object; the proof of the books holds its sums. */
type Detail = Told<Omit<CallOutput<'payouts.get'>, 'balance'>>;
type Movement = Detail['transactions'][number];

/** A payout that failed or is still settling is not told what it holds. */
export function payoutDetail(stripe: AtStripe, payout: Stripe.Payout): Detail {
  const isOpen = payout.automatic && payout.reconciliation_status === 'completed';
  const own = idIn(payout.balance_transaction);
  const transactions = (isOpen ? (stripe.contents.get(payout.id) ?? []) : [])
    .filter((id) => id !== own)
    .flatMap((id) => stripe.transactions.get(id) ?? [])
    .toSorted((a, b) => a.created - b.created || (a.id < b.id ? -1 : 1));
  const told = transactions.map((transaction) => movementOf(stripe, transaction));
  const byCategory = Map.groupBy(told, ({ category }) => category);
  const movements = [...byCategory.values()].flat();
  return {
    id: payout.id,
    status: payout.status,
    arrival: arrivalOf(payout),
    made: day(payout.created),
    currency: payout.currency,
    amount: payout.amount,
    isAutomatic: payout.automatic,
    isInstant: payout.method === 'instant',
    movements: isOpen ? movements.length : null,
    failure: payout.failure_code,
    contents: isOpen ? 'open' : payout.automatic ? 'waiting' : 'manual',
    sums: [...byCategory].map(([category, parts]) => ({
      category,
      count: parts.length,
      gross: parts.reduce((sum, { gross }) => sum + gross, 0),
      fee: parts.reduce((sum, { fee }) => sum + fee, 0),
      net: parts.reduce((sum, { net }) => sum + net, 0),
    })),
    transactions: movements,
    elsewhere: 0,
    fee: stripe.transactions.get(own ?? '')?.fee ?? 0,
    residue: isOpen ? 0 : null,
  };
}

function movementOf(stripe: AtStripe, transaction: Stripe.BalanceTransaction): Movement {
  const about = subjectOf(stripe, idIn(transaction.source) ?? '');
  const intent = stripe.intents.get(about?.intent ?? '');
  const payment = intent === undefined ? undefined : paymentRow(stripe, intent);
  const { currency, amount, fee, net, description } = transaction;
  const original = about?.moved(amount) ?? null;
  return {
    id: transaction.id,
    category: transaction.reporting_category,
    day: day(transaction.created),
    customerName: payment?.customerName ?? '',
    invoiceId: payment?.invoiceId ?? null,
    invoiceNumber: payment?.invoiceNumber ?? null,
    paymentId: payment?.id ?? null,
    disputeId: about?.dispute ?? null,
    payoutId: stripe.payouts.find(({ id }) => id === idIn(transaction.source))?.id ?? null,
    part: null,
    text: description ?? '',
    gross: amount,
    fee,
    net,
    original: original === null || original.currency === currency ? null : original,
  };
}

interface Subject {
  readonly dispute: string | null;
  readonly intent: string | null;
  /** What moved in the customer's currency, signed like the movement. */
  readonly moved: (amount: number) => { readonly amount: number; readonly currency: string };
}

function subjectOf({ refunds, disputes, charges }: AtStripe, source: string): Subject | null {
  const refund = refunds.find(({ id }) => id === source);
  const dispute = disputes.find(({ id }) => id === source);
  const charge = charges.get(source);
  if (refund !== undefined)
    return {
      dispute: null,
      intent: idIn(refund.payment_intent),
      moved: () => ({ amount: -refund.amount, currency: refund.currency }),
    };
  if (dispute !== undefined)
    return {
      dispute: dispute.id,
      intent: idIn(dispute.payment_intent),
      moved: (amount) => ({ amount: Math.sign(amount) * dispute.amount, currency: dispute.currency }),
    };
  if (charge === undefined) return null;
  return {
    dispute: null,
    intent: idIn(charge.payment_intent),
    moved: () => ({ amount: charge.amount, currency: charge.currency }),
  };
}
