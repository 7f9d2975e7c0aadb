// What the list and the page of credit notes must say, worked out anew from Stripe's objects alone.
import type Stripe from 'stripe';
import type { CallOutput } from '../../../shared/contract/calls.ts';
import { type AtStripe, day } from './at-stripe.ts';
import { idIn, ourCustomer, ourInvoice, ourNote, ourRefund, type Told } from './references.ts';

type Row = Told<Omit<CallOutput<'creditNotes.list'>['rows'][number], 'cursor'>>;
/** What may be done with it, and its story in words, are not Stripe's to say. */
type Detail = Told<Omit<CallOutput<'creditNotes.get'>, 'timeline' | 'actions' | 'operations'>>;

const BACK: ReadonlySet<string> = new Set(['failed', 'canceled']);

export function noteStatus({ refunds }: AtStripe, note: Stripe.CreditNote): Row['status'] {
  if (note.status === 'void') return 'void';
  const named = note.refunds.map(({ refund }) => idIn(refund));
  const lacks = refunds.some(({ id, status }) => named.includes(id) && BACK.has(status ?? ''));
  return lacks ? 'refund-failed' : 'issued';
}

function row(stripe: AtStripe, note: Stripe.CreditNote): Row {
  const invoice = stripe.invoices.get(idIn(note.invoice) ?? '');
  const refunded = note.refunds.reduce((sum, part) => sum + part.amount_refunded, 0);
  const outside = note.out_of_band_amount ?? 0;
  return {
    id: ourNote(note),
    date: day(note.effective_at ?? note.created),
    number: note.number,
    invoiceId: invoice === undefined ? null : ourInvoice(invoice),
    invoiceNumber: invoice?.number ?? null,
    customerName: invoice?.customer_name ?? '',
    status: noteStatus(stripe, note),
    reason: note.reason,
    currency: note.currency,
    amount: note.total,
    offInvoice: note.pre_payment_amount,
    refunded,
    toBalance: note.customer_balance_transaction === null ? 0 : note.post_payment_amount - refunded - outside,
    outside,
  };
}

export function noteDetail(stripe: AtStripe, note: Stripe.CreditNote): Detail {
  const invoice = stripe.invoices.get(idIn(note.invoice) ?? '');
  const customer = stripe.customers.get(idIn(note.customer) ?? '');
  const taxOf = (tax: Stripe.CreditNote.TotalTax): Detail['taxes'][number] => ({
    label: labelOf(stripe, tax.tax_rate_details?.tax_rate),
    amount: tax.amount,
    inclusive: tax.tax_behavior === 'inclusive',
  });
  return {
    ...row(stripe, note),
    stripeId: note.id,
    invoiceStripeId: invoice?.id ?? null,
    customerId: customer === undefined ? null : ourCustomer(customer),
    memo: note.memo ?? '',
    lines: note.lines.data.map((line) => ({
      description: line.description ?? '',
      quantity: line.quantity,
      amount: line.amount,
      discount: line.discount_amount,
      taxes: (line.taxes ?? []).map((tax) => taxOf(tax)),
    })),
    net: note.total_excluding_tax ?? note.total,
    taxes: (note.total_taxes ?? []).map(taxOf),
    refunds: note.refunds.flatMap(({ refund, amount_refunded: amount }) => {
      const made = stripe.refunds.find(({ id }) => id === idIn(refund));
      if (made === undefined) return [];
      return [
        {
          id: ourRefund(made),
          paymentId: idIn(made.payment_intent),
          amount,
          status: made.status ?? '',
          failureReason: made.failure_reason ?? null,
        },
      ];
    }),
  };
}

function labelOf({ taxRates }: AtStripe, id: string | undefined): string {
  const rate = taxRates.get(id ?? '');
  return rate === undefined ? 'Tax' : `${rate.display_name} ${rate.percentage} %`;
}
