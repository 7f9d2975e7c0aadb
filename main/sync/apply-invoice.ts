// Writes invoices as Stripe tells them, and joins those that were drafted here with their drafts.
import { sortKey } from '../../shared/domain/sort-key.ts';
import type { Db } from '../store/database.ts';
import { deleteDraftContent } from '../store/drafts.ts';
import { knownCustomer } from '../store/mirror-customers.ts';
import {
  adoptInvoice,
  type KnownInvoice,
  knownInvoice,
  mirroredInvoices,
  removeInvoice,
  unlinkInvoice,
} from '../store/mirror-invoices.ts';
import { mirroredInvoicePayments, paymentsOfInvoice } from '../store/mirror-payments.ts';
import { recurringIdOf } from '../store/mirror-recurring.ts';
import { endMootCharges } from '../store/moot-charges.ts';
import { indexInvoice } from '../store/search.ts';
import type { StripeObject } from '../stripe/request.ts';
import { InvoicePaymentSnapshot, InvoiceSnapshot, LinesSnapshot } from '../stripe/snapshots/invoices.ts';
import { announce, type Batch, bury, keep, understand } from './batch.ts';
import { quickDayOf } from './days.ts';
import { storedObject } from './stored-object.ts';

export function applyInvoice(batch: Batch, told: StripeObject): void {
  const { db } = batch;
  const invoice = understand(batch, InvoiceSnapshot, told);
  if (!invoice) {
    keep(batch, told);
    return;
  }
  // An issued invoice never becomes a draft again: this answer was given before it was issued and came late.
  if (invoice.status === 'draft' && wasIssued(db, invoice.id)) return;
  const { news, seenBefore, deleted } = keep(batch, withKnownLines(batch, told, invoice));
  if (deleted) return;
  const known = join(batch, invoice, seenBefore ? knownInvoice(db, invoice.id) : undefined);
  const changed = write(batch, invoice, known);
  // Its events may say what the invoice itself does not.
  batch.invoices.add(invoice.id);
  if (!news && !changed) return;
  for (const id of paymentsOfInvoice(db, invoice.id)) batch.renamed.add(id);
  announce(batch, 'invoice', known?.id ?? invoice.id);
  if (invoice.parent !== null) announce(batch, 'recurring', recurringIdOf(db, invoice.parent));
  batch.words.invoice.add(invoice.id);
  if (known) endCharges(batch, invoice, known.id);
}

/** What was refused before needs nobody any more once nothing is owed. */
function endCharges(
  batch: Batch,
  { status, status_transitions: { paid_at: paidAt }, created }: InvoiceSnapshot,
  id: string,
): void {
  if (status !== 'paid' && status !== 'void') return;
  for (const operation of endMootCharges(batch.db, id, paidAt ?? created))
    announce(batch, 'outbox', operation);
}

function wasIssued(db: Db, stripeId: string): boolean {
  const known = knownInvoice(db, stripeId);
  return known !== undefined && known.status !== 'draft';
}

function join(
  batch: Batch,
  invoice: InvoiceSnapshot,
  known: KnownInvoice | undefined,
): KnownInvoice | undefined {
  const localId = invoice.metadata['quittance_invoice'];
  if (localId === undefined || known?.id === localId) return known;
  adoptInvoice(batch.db, localId, invoice.id);
  return knownInvoice(batch.db, invoice.id);
}

/** Until it is issued, what the editor holds is the truth; from then on what Stripe says is, and the draft is done. */
function write(batch: Batch, invoice: InvoiceSnapshot, known: KnownInvoice | undefined): boolean {
  if (known?.drafted && invoice.status === 'draft') return false;
  const written = mirroredInvoices.upsert(batch.db, rowOf(batch, invoice));
  if (known?.drafted) deleteDraftContent(batch.db, known.id);
  return written !== 'same';
}

function rowOf(batch: Batch, invoice: InvoiceSnapshot): Parameters<typeof mirroredInvoices.upsert>[1] {
  const { timeZone } = batch.context;
  const { finalized_at: finalizedAt, paid_at: paidAt } = invoice.status_transitions;
  const customer = invoice.customer === null ? undefined : knownCustomer(batch.db, invoice.customer);
  // A draft is called by its customer's present name; an issued invoice keeps what was printed on it.
  const named = invoice.status === 'draft' ? customer : undefined;
  const customerName = named?.name ?? (invoice.customer_name || invoice.customer_email);
  return {
    stripe_id: invoice.id,
    id: invoice.id,
    number: invoice.number,
    number_sort: sortKey(invoice.number ?? ''),
    status: invoice.status,
    customer_id: customer?.id ?? null,
    customer_stripe_id: invoice.customer,
    customer_name: customerName,
    customer_sort: sortKey(customerName),
    customer_email: named?.email ?? invoice.customer_email,
    currency: invoice.currency,
    subtotal: invoice.subtotal,
    discount: invoice.total_discount_amounts,
    tax: invoice.total_taxes,
    total: invoice.total,
    amount_due: invoice.amount_due,
    amount_paid: invoice.amount_paid,
    // Stripe leaves what was asked for on an invoice that is void; nothing is due on it.
    amount_remaining: invoice.status === 'void' ? 0 : invoice.amount_remaining,
    amount_paid_off_stripe: invoice.amount_paid_off_stripe,
    amount_overpaid: invoice.amount_overpaid,
    issue_day: quickDayOf(invoice.effective_at ?? finalizedAt ?? invoice.created, timeZone),
    due_day: invoice.due_date === null ? null : quickDayOf(invoice.due_date, timeZone),
    paid_day: paidAt === null ? null : quickDayOf(paidAt, timeZone),
    created: invoice.created,
    finalized_at: finalizedAt,
    paid_at: paidAt,
    po_number: poNumber(invoice),
    memo: invoice.description,
    subscription_stripe_id: invoice.parent,
    revises: invoice.from_invoice,
  };
}

const PO_NUMBER = /^\s*(p\.?\s?o\.?(\s|$|-|#)|purchase order)/i;

function poNumber(invoice: InvoiceSnapshot): string {
  return invoice.custom_fields.find(({ name }) => PO_NUMBER.test(name))?.value ?? '';
}

/** Stripe sends the first lines only. Those of an issued invoice never change, so all that are known of it stay. */
function withKnownLines(batch: Batch, told: StripeObject, invoice: InvoiceSnapshot): StripeObject {
  const incoming = LinesSnapshot.safeParse(told).data?.lines;
  if (!incoming?.has_more || invoice.status === 'draft') return told;
  const stored = storedObject(batch.db, invoice.id);
  const known = LinesSnapshot.safeParse(stored).data?.lines;
  return known && !known.has_more && stored?.['status'] !== 'draft'
    ? { ...told, lines: stored?.['lines'] }
    : told;
}

/** Only drafts can be deleted. One that was written here outlives Stripe's. */
export function deleteInvoice(batch: Batch, object: StripeObject): void {
  const { db } = batch;
  bury(batch, object);
  const invoice = knownInvoice(db, object.id);
  if (!invoice) return;
  announce(batch, 'invoice', invoice.id);
  if (invoice.drafted) unlinkInvoice(db, invoice);
  else removeInvoice(db, invoice);
  if (invoice.drafted) indexInvoice(db, invoice.seq);
}

export function applyInvoicePayment(batch: Batch, object: StripeObject): void {
  const link = understand(batch, InvoicePaymentSnapshot, object);
  keep(batch, object);
  if (!link) return;
  const payment = link.payment.payment_intent ?? link.payment.charge;
  const written = mirroredInvoicePayments.upsert(batch.db, {
    id: link.id,
    invoice_stripe_id: link.invoice,
    payment_id: payment,
    amount_paid: link.amount_paid,
    status: link.status,
    created: link.created,
  });
  if (written === 'same') return;
  batch.invoices.add(link.invoice);
  if (payment !== null) batch.payments.add(payment);
}
