// What the list and the page of invoices must say, worked out anew from Stripe's objects alone.
import type Stripe from 'stripe';
import type { CallOutput } from '../../../shared/contract/calls.ts';
import { recurringTitle } from '../../../shared/domain/recurring.ts';
import { paidOutsideWords } from '../../../shared/text/paid-outside.ts';
import { type AtStripe, day, intentsOf, leftOf } from './at-stripe.ts';
import { noteStatus } from './credit-notes.ts';
import { failureOf, latestCharge, method, refundsOf, settledBy, standingOf } from './payments.ts';
import { idIn, ourCustomer, ourInvoice, ourNote, ourRecurring, type Told } from './references.ts';

/** When it was e-mailed is told by events alone, which Stripe keeps for a month. */
type Row = Told<Omit<CallOutput<'invoices.list'>['rows'][number], 'cursor' | 'sentAt'>>;
/** What may be done with it, its story in words, and what was noted here are not Stripe's to say. */
type Detail = Told<
  Omit<
    CallOutput<'invoices.get'>,
    'sentAt' | 'timeline' | 'actions' | 'operations' | 'internalNote' | 'refundable' | 'refundWritesNote'
  >
>;

const sumOf = (parts: readonly { readonly amount: number }[] | null | undefined): number =>
  (parts ?? []).reduce((sum, { amount }) => sum + amount, 0);

const ON_THE_WAY: ReadonlySet<string> = new Set(['pending', 'requires_action']);
const SETTLED: ReadonlySet<string> = new Set(['won', 'lost', 'warning_closed', 'prevented']);

function facts(stripe: AtStripe, invoice: Stripe.Invoice) {
  const links = intentsOf(stripe, invoice.id);
  const ids = links.map(({ intent }) => intent.id);
  const refunds = refundsOf(stripe, ids);
  return {
    links,
    refunds,
    refunded: sumOf(refunds.filter(({ status }) => status === 'succeeded')),
    pending: sumOf(refunds.filter(({ status }) => ON_THE_WAY.has(status))),
    disputes: stripe.disputes
      .filter((dispute) => ids.includes(idIn(dispute.payment_intent) ?? ''))
      .toSorted((a, b) => a.created - b.created),
    processing: links.some(({ intent, paid }) => paid === null && intent.status === 'processing'),
  };
}

function badgeOf(stripe: AtStripe, invoice: Stripe.Invoice): Row['badge'] {
  const { refunded, pending, disputes, processing } = facts(stripe, invoice);
  if (disputes.some(({ status }) => !SETTLED.has(status))) return 'disputed';
  if (refunded > 0) return refunded >= invoice.amount_paid ? 'refunded' : 'partially-refunded';
  if (pending > 0) return 'refund-pending';
  if (processing) return 'processing';
  if (invoice.status !== 'open') return invoice.status ?? 'draft';
  if (isLate(stripe, invoice)) return 'past-due';
  return invoice.amount_paid > 0 ? 'partially-paid' : 'open';
}

function isLate({ now }: AtStripe, { due_date: due }: Stripe.Invoice): boolean {
  return due !== null && day(due) < day(now);
}

const DAY_MS = 86_400_000;

function daysPastDue({ now }: AtStripe, badge: Row['badge'], due: number | null): number | null {
  if (badge !== 'past-due' || due === null) return null;
  return (Date.parse(day(now)) - Date.parse(day(due))) / DAY_MS;
}

/** A draft shows its customer as they are now. */
function nameOf(customer: Stripe.Customer | undefined, invoice: Stripe.Invoice): string {
  return (invoice.status === 'draft' ? customer?.name : null) || invoice.customer_name || '';
}

const PO_NUMBER = 'PO number';

export function invoiceRow(stripe: AtStripe, invoice: Stripe.Invoice): Row {
  const customer = stripe.customers.get(idIn(invoice.customer) ?? '');
  const badge = badgeOf(stripe, invoice);
  const { finalized_at: finalized, paid_at: paid } = invoice.status_transitions;
  const outside = invoice.amount_paid_off_stripe ?? 0;
  return {
    id: ourInvoice(invoice),
    stripeId: invoice.id,
    number: invoice.number,
    customerId: customer === undefined ? null : ourCustomer(customer),
    customerName: nameOf(customer, invoice),
    badge,
    daysPastDue: daysPastDue(stripe, badge, invoice.due_date),
    paidOutsideStripe: invoice.status === 'paid' && outside > 0 && outside === invoice.amount_paid,
    currency: invoice.currency,
    total: invoice.total,
    balanceDue: leftOf(invoice),
    amountPaid: invoice.amount_paid,
    tax: sumOf(invoice.total_taxes),
    issueDate: invoice.status === 'draft' ? null : day(invoice.effective_at ?? finalized ?? invoice.created),
    dueDate: invoice.due_date === null ? null : day(invoice.due_date),
    paidOn: paid === null ? null : day(paid),
    poNumber: invoice.custom_fields?.find(({ name }) => name === PO_NUMBER)?.value ?? '',
    memo: invoice.description ?? '',
  };
}

export function invoiceDetail(stripe: AtStripe, invoice: Stripe.Invoice): Detail {
  const { refunds, refunded, disputes } = facts(stripe, invoice);
  const notes = stripe.creditNotes.filter((note) => idIn(note.invoice) === invoice.id).toReversed();
  const lines = (stripe.lines.get(invoice.id) ?? []).map((line) => lineOf(stripe, line));
  return {
    ...invoiceRow(stripe, invoice),
    customer: buyerOf(invoice),
    lines,
    subtotal: invoice.subtotal,
    discount: sumOf(invoice.total_discount_amounts) - lines.reduce((sum, { discount }) => sum + discount, 0),
    taxes: (invoice.total_taxes ?? []).map((tax) => ({
      label: taxLabel(stripe, tax.tax_rate_details?.tax_rate),
      amount: tax.amount,
      inclusive: tax.tax_behavior === 'inclusive',
    })),
    amountOverpaid: invoice.amount_overpaid,
    balanceApplied: invoice.ending_balance === null ? 0 : invoice.starting_balance - invoice.ending_balance,
    refunded,
    paidOutside: paidOutsideWords(
      invoice.metadata?.['quittance_paid_by'] ?? null,
      invoice.metadata?.['quittance_paid_reference'] ?? null,
    ),
    customFields: (invoice.custom_fields ?? []).filter(({ name }) => name !== PO_NUMBER),
    footer: invoice.footer ?? '',
    hasHostedPage: typeof invoice.hosted_invoice_url === 'string',
    hasStripePdf: typeof invoice.invoice_pdf === 'string',
    payments: paymentsOf(stripe, invoice),
    refunds,
    creditNotes: notes.map((note) => ({
      id: ourNote(note),
      date: day(note.effective_at ?? note.created),
      number: note.number,
      amount: note.total,
      offInvoice: note.pre_payment_amount,
      status: noteStatus(stripe, note),
      reason: note.reason,
    })),
    credited: notes.reduce(
      (sum, note) => (note.status === 'issued' ? sum + note.pre_payment_amount : sum),
      0,
    ),
    disputes: disputes.map(({ id, created, amount, currency, status, reason }) => ({
      id,
      date: day(created),
      amount,
      currency,
      status,
      reason,
    })),
    recurring: recurringOf(stripe, invoice),
    ...revisionsOf(stripe, invoice),
  };
}

function revisionsOf(
  { invoices }: AtStripe,
  { id, from_invoice: from, latest_revision: latest }: Stripe.Invoice,
): Pick<Detail, 'revises' | 'revision'> {
  const original = invoices.get(idIn(from?.invoice) ?? '');
  const revision =
    invoices.get(idIn(latest) ?? '') ??
    [...invoices.values()].find((other) => idIn(other.from_invoice?.invoice) === id);
  return {
    revises: original ? { id: ourInvoice(original), number: original.number ?? '' } : null,
    revision: revision
      ? { id: ourInvoice(revision), number: revision.number, isDraft: revision.status === 'draft' }
      : null,
  };
}

function buyerOf(invoice: Stripe.Invoice): Detail['customer'] {
  const { customer_name: name, customer_email: email, customer_address: address } = invoice;
  if (!name && !email) return null;
  return {
    name: name || email || '',
    email: email ?? '',
    address: {
      line1: address?.line1 ?? '',
      line2: address?.line2 ?? '',
      postalCode: address?.postal_code ?? '',
      city: address?.city ?? '',
      state: address?.state ?? '',
      country: address?.country ?? null,
    },
    taxIds: (invoice.customer_tax_ids ?? []).map(({ type, value }) => ({ type, value: value ?? '' })),
  };
}

function taxLabel({ taxRates }: AtStripe, id: string | undefined): string {
  const rate = taxRates.get(id ?? '');
  return rate === undefined ? ' %' : `${rate.display_name} ${rate.percentage} %`;
}

function lineOf(stripe: AtStripe, line: Stripe.InvoiceLineItem): Detail['lines'][number] {
  const own = new Set(line.discounts.map((discount) => idIn(discount)));
  const discount = sumOf(line.discount_amounts?.filter((part) => own.has(idIn(part.discount))));
  return {
    description: line.description ?? '',
    quantity: String(line.quantity_decimal ?? line.quantity ?? 1),
    unitAmountDecimal: line.pricing?.unit_amount_decimal?.toString() ?? null,
    amount: line.amount - discount,
    discount,
    taxLabel: (line.taxes ?? []).map((tax) => taxLabel(stripe, tax.tax_rate_details?.tax_rate)).join(', '),
  };
}

/** Stripe makes an intent for every open invoice: what was never tried, or given up, is no payment. */
function paymentsOf(stripe: AtStripe, invoice: Stripe.Invoice): Detail['payments'] {
  return facts(stripe, invoice)
    .links.filter(({ intent }) => intent.status !== 'canceled')
    .filter(({ intent }) => standingOf(stripe, intent) !== 'requires_payment_method')
    .map(({ intent, paid }) => {
      const charge = latestCharge(stripe, intent);
      const transaction = settledBy(stripe, intent);
      const at = charge?.created ?? intent.created;
      const settled = (amount: number | undefined): Detail['payments'][number]['fee'] =>
        amount === undefined || transaction === undefined ? null : { amount, currency: transaction.currency };
      return {
        at,
        payment: {
          id: intent.id,
          date: day(at),
          amount: paid ?? intent.amount,
          method: method(charge),
          methodType: charge?.payment_method_details?.type ?? '',
          standing: standingOf(stripe, intent),
          failure: failureOf(stripe, intent),
          nextAction: intent.next_action?.type ?? null,
          fee: settled(transaction?.fee),
          net: settled(transaction?.net),
        },
      };
    })
    .toSorted((a, b) => a.at - b.at)
    .map(({ payment }) => payment);
}

function recurringOf(stripe: AtStripe, { parent }: Stripe.Invoice): Detail['recurring'] {
  const id = idIn(parent?.subscription_details?.subscription);
  const found = stripe.subscriptions.find((subscription) => subscription.id === id);
  if (found === undefined) return null;
  const lines = found.items.data.map(({ price, quantity }) => ({
    description: stripe.products.get(idIn(price.product) ?? '')?.name ?? '',
    quantity: quantity ?? 1,
  }));
  return { id: ourRecurring(found), title: recurringTitle(lines) };
}
