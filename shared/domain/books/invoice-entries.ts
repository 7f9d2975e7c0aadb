// Everything that happens to the receivable of one invoice: the entries that follow from what is known of it today.
import { creditNoteEntries } from './credit-note.ts';
import { credit, debit, entry, type Entry } from './entry.ts';
import { voidedEntries, writtenOffEntries, owedAt } from './invoice-end.ts';
import type { AppliedPayment, InvoiceFacts, When } from './invoice-facts.ts';
import { soldPostings } from './sale.ts';

/** The entries of an invoice; a draft has none. The same facts give the same entries, in whatever order they became known. */
export function invoiceEntries(facts: InvoiceFacts): readonly Entry[] {
  if (facts.finalized === null) return [];
  const outside = paidOutside(facts);
  return [
    ...issuedEntries(facts, facts.finalized),
    ...facts.payments.map((payment) => appliedEntry(facts, payment)),
    ...outsideEntries(facts, outside),
    ...facts.creditNotes.flatMap((note) => creditNoteEntries(facts, note)),
    ...overpaidEntries(facts, outside),
    ...voidedEntries(facts, outside),
    ...writtenOffEntries(facts, outside),
  ];
}

function issuedEntries(facts: InvoiceFacts, { day }: When): readonly Entry[] {
  const { id, currency, customer, total, balanceApplied } = facts;
  const finalized = entry('invoice.finalized', id, day, [
    debit('receivables', currency, total, customer),
    ...soldPostings(currency, facts),
  ]);
  if (balanceApplied === 0) return [finalized];
  const applied = entry('invoice.balance-applied', id, day, [
    debit('receivables', currency, balanceApplied, customer),
    credit('customerCredit', currency, balanceApplied, customer),
  ]);
  return [finalized, applied];
}

function appliedEntry({ currency, customer }: InvoiceFacts, part: AppliedPayment): Entry {
  return entry('payment.applied', part.id, part.paid.day, [
    part.payment === null
      ? debit('outsideStripe', currency, part.amount)
      : debit('unappliedPayments', currency, part.amount, part.payment),
    credit('receivables', currency, part.amount, customer),
  ]);
}

/** What was settled outside Stripe and has no invoice payment of its own. */
function paidOutside({ amountPaidOffStripe, payments, paid }: InvoiceFacts): number {
  const recorded = payments.reduce((sum, part) => (part.payment === null ? sum + part.amount : sum), 0);
  return paid === null ? 0 : amountPaidOffStripe - recorded;
}

function outsideEntries({ id, currency, customer, paid }: InvoiceFacts, amount: number): readonly Entry[] {
  if (amount === 0 || paid === null) return [];
  return [
    entry('invoice.paid-outside', id, paid.day, [
      debit('outsideStripe', currency, amount),
      credit('receivables', currency, amount, customer),
    ]),
  ];
}

/** What came too much is the customer's credit, whether Stripe applied it to the invoice or left it on the payment. */
function overpaidEntries(facts: InvoiceFacts, outside: number): readonly Entry[] {
  const { id, currency, customer, amountOverpaid, paid, payments } = facts;
  if (amountOverpaid === 0 || paid === null) return [];
  const applied = Math.max(0, Math.min(amountOverpaid, -owedAt(facts, Infinity, outside)));
  const payment = payments.findLast((part) => part.payment !== null)?.payment ?? '';
  return [
    entry('invoice.overpaid', id, paid.day, [
      debit('receivables', currency, applied, customer),
      debit('unappliedPayments', currency, amountOverpaid - applied, payment),
      credit('customerCredit', currency, amountOverpaid, customer),
    ]),
  ];
}
