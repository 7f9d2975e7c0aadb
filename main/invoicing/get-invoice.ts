// One invoice, whole: what it says, what happened with it, and what may be done with it now.
import type { CallOutput, ParsedInput } from '../../shared/contract/calls.ts';
import type { Address } from '../../shared/contract/customers.ts';
import { chargeRefusal } from '../../shared/domain/charging.ts';
import { invoiceActions } from '../../shared/domain/invoice-actions.ts';
import { type CreditFacts, creditRefusal, refundWritesNote } from '../../shared/domain/crediting.ts';
import { formatMoney } from '../../shared/domain/money.ts';
import { paidOutsideWords } from '../../shared/text/paid-outside.ts';
import { notFound } from '../refusal.ts';
import { hasBlob, stripePdfKey } from '../store/blobs.ts';
import { creditNotesOfInvoice } from '../store/credit-note-detail.ts';
import { creditNoteRow } from '../store/credit-note-list.ts';
import {
  disputesOfInvoice,
  eventsOfInvoice,
  type InvoiceFacts,
  invoiceFacts,
  type InvoicePaymentFacts,
  invoiceRowById,
  paymentsOfInvoice,
  refundsOfInvoice,
  workOn,
} from '../store/invoice-detail.ts';
import type { DisputeFacts, RefundFacts } from '../store/payment-detail.ts';
import { standingOf } from '../store/payment-list.ts';
import { recurringOfInvoice } from '../store/recurring.ts';
import { today, type UseContext } from './context.ts';
import { creditBasis, refundableParts } from './corrections/credit-facts.ts';
import { printed } from './documents.ts';
import { invoiceTimeline } from './invoice-timeline.ts';
import { isRevisable, revisionLinks } from './revision-links.ts';
import type { PrintedInvoice } from './printed-invoice.ts';

type Detail = CallOutput<'invoices.get'>;

export function getInvoice(context: UseContext, { id }: ParsedInput<'invoices.get'>): Detail {
  const { db } = context;
  const row = invoiceRowById(db, id, today(context));
  const invoice = invoiceFacts(db, id);
  if (!row || !invoice) throw notFound('invoice');
  const stripeId = invoice.stripe_id ?? '';
  const payments = paymentsOfInvoice(db, stripeId);
  const refunds = refundsOfInvoice(db, stripeId);
  const disputes = disputesOfInvoice(db, stripeId);
  const links = revisionLinks(db, id, stripeId);
  const revisions = links.revision ? [links.revision.id] : [];
  const work = workOn(db, [id, ...payments.map((payment) => payment.id), ...revisions]);
  const credit = creditBasis(db, id).facts;
  const notes = creditNotesOfInvoice(db, stripeId);
  const refundable = refundableParts(context, payments);
  const money = (amount: number): string => formatMoney(amount, invoice.currency, context.locale);
  return {
    ...row,
    ...contentOf(printed(context, id), row.poNumber),
    ...amountsOf(invoice),
    paidOutside: paidOutsideWords(invoice.paid_by, invoice.paid_reference),
    refundable,
    refundWritesNote: refundWritesNote(credit),
    internalNote: invoice.internal_note,
    hasHostedPage: invoice.has_hosted_page === 1,
    hasStripePdf: invoice.has_pdf === 1 || hasBlob(db, stripePdfKey(stripeId)),
    payments: payments.map(paymentOf),
    refunds: refunds.map(refundOf),
    ...creditedOf(notes.map(creditNoteRow)),
    disputes: disputes.map(disputeOf),
    timeline: invoiceTimeline({
      invoice,
      payments,
      refunds,
      disputes,
      events: eventsOfInvoice(db, stripeId),
      notes,
      work,
      money,
    }),
    ...links,
    actions: actionsOf(credit, { ...invoice, revisable: isRevisable(db, id) }, work, refundable),
    operations: work.map((operation) => operation.id),
    recurring: recurringOfInvoice(db, id),
  };
}

function amountsOf(
  invoice: NonNullable<ReturnType<typeof invoiceFacts>>,
): Pick<Detail, 'amountPaid' | 'amountOverpaid' | 'balanceApplied' | 'refunded'> {
  return {
    amountPaid: invoice.amount_paid,
    amountOverpaid: invoice.amount_overpaid,
    balanceApplied: invoice.balance_applied,
    refunded: invoice.amount_refunded,
  };
}

const ISSUED: ReadonlySet<string> = new Set(['issued', 'refund-failed']);

function creditedOf(
  notes: readonly ReturnType<typeof creditNoteRow>[],
): Pick<Detail, 'creditNotes' | 'credited'> {
  return {
    creditNotes: notes.map(({ id, date, number, amount, offInvoice, status, reason }) => ({
      id,
      date,
      number,
      amount,
      offInvoice,
      status,
      reason,
    })),
    credited: notes.reduce((sum, note) => (ISSUED.has(note.status) ? sum + note.offInvoice : sum), 0),
  };
}

function refundOf({ id, day, amount, status, reason }: RefundFacts): Detail['refunds'][number] {
  return { id, date: day, amount, status, reason };
}

function disputeOf({ id, day, amount, currency, status, reason }: DisputeFacts): Detail['disputes'][number] {
  return { id, date: day, amount, currency, status, reason };
}

function actionsOf(
  credit: CreditFacts,
  invoice: InvoiceFacts & { readonly revisable: boolean },
  work: readonly { readonly state: string }[],
  refundable: Detail['refundable'],
): Detail['actions'] {
  return invoiceActions({
    status: invoice.status,
    atStripe: invoice.stripe_id !== null,
    busy: work.some(({ state }) => state !== 'failed' && state !== 'needs-review'),
    hasEmail: invoice.customer_email !== '',
    chargeable: isChargeable(invoice),
    refundable: refundable.reduce((sum, { amount }) => sum + amount, 0),
    creditable: creditRefusal(credit) === null,
    revisable: invoice.revisable,
  });
}

function isChargeable({
  stripe_id: stripeId,
  amount_remaining: remaining,
  ...invoice
}: InvoiceFacts): boolean {
  const { status, currency } = invoice;
  const facts = {
    status,
    currency,
    remaining,
    atStripe: stripeId !== null,
    processing: invoice.processing === 1,
  };
  return chargeRefusal(facts) === null;
}

type Content = Pick<
  Detail,
  'customer' | 'lines' | 'subtotal' | 'discount' | 'taxes' | 'customFields' | 'footer'
>;

const NO_ADDRESS: Address = { line1: '', line2: '', postalCode: '', city: '', state: '', country: null };

/** What stands on the document; figures of an issued invoice are Stripe's. */
function contentOf(invoice: PrintedInvoice, poNumber: string): Content {
  const { buyer } = invoice;
  return {
    customer:
      buyer.name === '' && buyer.email === ''
        ? null
        : {
            name: buyer.name,
            email: buyer.email,
            address: buyer.address ?? NO_ADDRESS,
            taxIds: [...buyer.taxIds],
          },
    lines: invoice.lines.map((line) => ({
      description: line.description,
      quantity: line.quantity,
      unitAmountDecimal: line.unitAmountDecimal,
      amount: line.amount,
      discount: line.discount,
      taxLabel: line.taxes.map(({ label, percentage }) => `${label} ${percentage} %`.trim()).join(', '),
    })),
    subtotal: invoice.subtotal,
    discount: invoice.discount,
    taxes: invoice.taxes.map(({ label, percentage, amount, inclusive }) => ({
      label: `${label} ${percentage} %`.trim(),
      amount,
      inclusive,
    })),
    // Stripe keeps the PO number among these; it has a field of its own here.
    customFields: invoice.customFields.filter(({ value }) => value !== poNumber),
    footer: invoice.footer,
  };
}

function paymentOf(payment: InvoicePaymentFacts): Detail['payments'][number] {
  const settled = (amount: number | null): Detail['payments'][number]['fee'] =>
    amount === null || payment.settled_in === null ? null : { amount, currency: payment.settled_in };
  return {
    id: payment.id,
    date: payment.day,
    amount: payment.amount,
    method: payment.method,
    methodType: payment.method_type,
    standing: standingOf(payment.standing),
    failure: [payment.decline_code, payment.failure_code].filter((code) => code !== null),
    nextAction: payment.next_action,
    fee: settled(payment.fee),
    net: settled(payment.net),
  };
}
