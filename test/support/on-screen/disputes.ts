// What the list and the page of disputes must say, worked out anew from Stripe's objects alone.
import type Stripe from 'stripe';
import type { CallOutput } from '../../../shared/contract/calls.ts';
import { type AtStripe, day, invoicesOf } from './at-stripe.ts';
import { paymentRow } from './payments.ts';
import { idIn, ourInvoice, type Told } from './references.ts';

/** What is written and may be done here, and its story in words, are not Stripe's to say. */
type Detail = Told<Omit<CallOutput<'disputes.get'>, 'answer' | 'actions' | 'operations' | 'timeline'>>;

const STANDINGS: Readonly<Record<string, Detail['standing']>> = {
  needs_response: 'needs-answer',
  warning_needs_response: 'needs-answer',
  under_review: 'under-review',
  warning_under_review: 'under-review',
  won: 'won',
  lost: 'lost',
  warning_closed: 'closed',
  prevented: 'closed',
};

export function disputeDetail(stripe: AtStripe, dispute: Stripe.Dispute): Detail {
  const intentId = idIn(dispute.payment_intent) ?? '';
  const intent = stripe.intents.get(intentId);
  const payment = intent === undefined ? undefined : paymentRow(stripe, intent);
  const moves = movesOf(stripe, dispute);
  const [first] = moves;
  const sum = (part: (move: Detail['moves'][number]) => number): Detail['fee'] =>
    first === undefined
      ? null
      : { amount: moves.reduce((total, move) => total + part(move), 0), currency: first.currency };
  const { evidence_details: details } = dispute;
  const dueBy = details.due_by || null;
  return {
    id: dispute.id,
    date: day(dispute.created),
    invoiceId: payment?.invoiceId ?? null,
    invoiceNumber: payment?.invoiceNumber ?? null,
    customerId: payment?.customerId ?? null,
    customerName: payment?.customerName ?? '',
    standing: STANDINGS[dispute.status] ?? 'under-review',
    status: dispute.status,
    reason: dispute.reason,
    currency: dispute.currency,
    amount: dispute.amount,
    withheld: sum(({ gross }) => 0 - gross),
    fee: sum(({ fee }) => fee),
    dueBy,
    daysLeft: dueBy === null ? null : (Date.parse(day(dueBy)) - Date.parse(day(stripe.now))) / 86_400_000,
    chargeId: idIn(dispute.charge) ?? '',
    paymentId: intentId,
    networkReason: dispute.payment_method_details?.card?.network_reason_code ?? null,
    isRefundable: dispute.is_charge_refundable,
    hasEvidence: details.has_evidence,
    submissions: details.submission_count,
    wasLate: details.past_due,
    invoices: invoicesOf(stripe, intentId).map(({ invoice }) => ({
      id: ourInvoice(invoice),
      number: invoice.number,
    })),
    moves,
  };
}

/** All that Stripe books for a dispute names it; a fee may be booked apart from the money. */
function movesOf({ transactions }: AtStripe, dispute: Stripe.Dispute): Detail['moves'] {
  return [...transactions.values()]
    .filter(({ source }) => idIn(source) === dispute.id)
    .toSorted(
      (a, b) => a.created - b.created || Number(a.type === 'stripe_fee') - Number(b.type === 'stripe_fee'),
    )
    .map(({ id, created, currency, type, amount, fee, net }) => {
      const isFee = type === 'stripe_fee';
      return {
        id,
        date: day(created),
        kind: isFee ? 'fee' : amount < 0 ? 'withdrawn' : 'returned',
        currency,
        gross: isFee ? 0 : amount,
        fee: isFee ? fee - amount : fee,
        net,
      };
    });
}
