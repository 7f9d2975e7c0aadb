// Writes credit notes as Stripe tells them, with the refunds that they stand for.
import {
  adoptCreditNote,
  creditNoteId,
  mirroredCreditNotes,
  saveCreditedRefunds,
} from '../store/mirror-credit-notes.ts';
import { knownInvoice } from '../store/mirror-invoices.ts';
import type { StripeObject } from '../stripe/request.ts';
import { CreditNoteSnapshot } from '../stripe/snapshots/corrections.ts';
import { announce, type Batch, keep, understand } from './batch.ts';
import { quickDayOf } from './days.ts';

export function applyCreditNote(batch: Batch, object: StripeObject): void {
  const { db, context } = batch;
  const note = understand(batch, CreditNoteSnapshot, object);
  const { news } = keep(batch, object);
  if (!note) return;
  const mark = note.metadata['quittance_operation'] ?? null;
  if (mark !== null) adoptCreditNote(db, mark, note.id);
  const refunded = sumOf(note.refunds.map(({ amount_refunded: amount }) => amount));
  const written = mirroredCreditNotes.upsert(db, {
    stripe_id: note.id,
    id: note.id,
    operation_id: mark,
    number: note.number,
    invoice_stripe_id: note.invoice,
    status: note.status,
    reason: note.reason,
    memo: note.memo,
    currency: note.currency,
    amount: note.total,
    tax: sumOf(note.total_taxes.map(({ amount }) => amount)),
    pre_payment: note.pre_payment_amount,
    post_payment: note.post_payment_amount,
    refunded,
    to_balance: toBalance(note, refunded),
    outside: note.out_of_band_amount,
    created: note.created,
    day: quickDayOf(note.effective_at ?? note.created, context.timeZone),
  });
  if (!news && written === 'same') return;
  saveCreditedRefunds(
    db,
    note.id,
    note.refunds.map(({ refund, amount_refunded: amount }) => ({ refund, amount })),
  );
  announce(batch, 'credit-note', creditNoteId(db, note.id) ?? note.id);
  const invoice = knownInvoice(db, note.invoice);
  if (invoice) announce(batch, 'invoice', invoice.id);
}

/** Stripe names the movement on the customer's balance, not its amount: it is what neither refunds nor money outside Stripe make up. */
function toBalance(note: CreditNoteSnapshot, refunded: number): number {
  if (note.customer_balance_transaction === null) return 0;
  return Math.max(0, note.post_payment_amount - refunded - note.out_of_band_amount);
}

function sumOf(amounts: readonly number[]): number {
  return amounts.reduce((sum, amount) => sum + amount, 0);
}
