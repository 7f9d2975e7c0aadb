// Gathers what the books need to know of an invoice from the kept objects.
import type { CreditNoteFacts, InvoiceFacts, When } from '../../shared/domain/books/invoice-facts.ts';
import type { Revenue } from '../../shared/domain/books/revenue-accounts.ts';
import type { Db } from '../store/database.ts';
import { keptInvoicePayments } from '../store/kept-objects.ts';
import type { z } from 'zod';
import type { InvoiceDocuments } from './invoice-documents.ts';
import { BookedCreditNote, BookedInvoice, BookedInvoicePayment } from './snapshots.ts';

/** The calendar day of an instant (unix seconds) in the business's zone. */
export type DayOf = (at: number) => string;

/** `revenue` is of each document. Null when the invoice is not here, is deleted, or lacks what the books need of it. */
export function invoiceFactsOf(
  db: Db,
  { id, invoice: told, creditNotes }: InvoiceDocuments,
  { dayOf, revenue }: { readonly dayOf: DayOf; readonly revenue: ReadonlyMap<string, Revenue> },
): InvoiceFacts | null {
  const invoice = BookedInvoice.safeParse(told).data;
  if (!invoice) return null;
  const { finalized_at, paid_at, voided_at, marked_uncollectible_at } = invoice.status_transitions;
  const when = (at: number | null): When | null => (at === null ? null : { at, day: dayOf(at) });
  return {
    id,
    status: invoice.status,
    customer: invoice.customer ?? '',
    currency: invoice.currency,
    total: invoice.total,
    taxes: invoice.total_taxes,
    revenue: revenue.get(invoice.id)?.parts ?? [],
    amountRemaining: invoice.amount_remaining,
    amountPaidOffStripe: invoice.amount_paid_off_stripe,
    amountOverpaid: invoice.amount_overpaid,
    balanceApplied: invoice.ending_balance === null ? 0 : invoice.starting_balance - invoice.ending_balance,
    // Its date is the one printed on it.
    finalized:
      finalized_at === null ? null : { at: finalized_at, day: dayOf(invoice.effective_at ?? finalized_at) },
    paid: when(paid_at),
    voided: when(voided_at),
    markedUncollectible: when(marked_uncollectible_at),
    payments: paymentsOf(db, id, dayOf),
    creditNotes: creditNotesOf(creditNotes, dayOf, revenue),
  };
}

function paymentsOf(db: Db, id: string, dayOf: DayOf): InvoiceFacts['payments'] {
  const told = keptInvoicePayments(db, id).map((text): unknown => JSON.parse(text));
  const payments = understood(told, BookedInvoicePayment);
  return payments
    .filter(({ status, amount_paid }) => status === 'paid' && amount_paid !== 0)
    .map(({ id: own, payment, amount_paid, status_transitions: { paid_at }, created }) => {
      const at = paid_at ?? created;
      return {
        id: own,
        payment: payment.payment_intent ?? payment.charge,
        amount: amount_paid,
        paid: { at, day: dayOf(at) },
      };
    });
}

function creditNotesOf(
  told: readonly unknown[],
  dayOf: DayOf,
  revenue: ReadonlyMap<string, Revenue>,
): readonly CreditNoteFacts[] {
  return understood(told, BookedCreditNote).map((note) => ({
    id: note.id,
    total: note.total,
    taxes: note.total_taxes,
    revenue: revenue.get(note.id)?.parts ?? [],
    prePayment: note.pre_payment_amount,
    postPayment: note.post_payment_amount,
    refunded: note.refunds,
    outside: note.out_of_band_amount,
    issued: { at: note.created, day: dayOf(note.effective_at ?? note.created) },
    voided: note.voided_at === null ? null : { at: note.voided_at, day: dayOf(note.voided_at) },
  }));
}

function understood<Snapshot>(told: readonly unknown[], schema: z.ZodType<Snapshot>): readonly Snapshot[] {
  return told.flatMap((object) => schema.safeParse(object).data ?? []);
}
