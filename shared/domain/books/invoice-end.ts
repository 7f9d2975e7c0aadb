// Invoices that nobody will pay: taken back whole, or given up and perhaps paid after all.
import { credit, debit, entry, type Entry } from './entry.ts';
import type { InvoiceFacts, When } from './invoice-facts.ts';
import { soldPostings, takenBackPostings } from './sale.ts';

/** What was owed at an instant, by what is known today; at the end of time, what is owed but for voiding and giving up. */
export function owedAt(facts: InvoiceFacts, at: number, paidOutside: number): number {
  const { total, balanceApplied, payments, creditNotes, paid } = facts;
  const outside = paid !== null && paid.at <= at ? paidOutside : 0;
  const applied = payments.reduce((sum, part) => (part.paid.at <= at ? sum + part.amount : sum), 0);
  const credited = creditNotes.reduce((sum, { issued, voided, prePayment }) => {
    const stands = issued.at <= at && (voided === null || voided.at > at);
    return stands ? sum + prePayment : sum;
  }, 0);
  return total + balanceApplied - outside - applied - credited;
}

export function voidedEntries(facts: InvoiceFacts, paidOutside: number): readonly Entry[] {
  const { id, status, currency, customer, balanceApplied, voided } = facts;
  if (status !== 'void' || voided === null) return [];
  const owed = owedAt(facts, Infinity, paidOutside);
  const postings = [
    ...takenBackPostings(currency, facts),
    ...facts.creditNotes.flatMap((note) => (note.voided === null ? soldPostings(currency, note) : [])),
    // What the customer's balance had paid goes back to it.
    debit('customerCredit', currency, balanceApplied, customer),
    credit('receivables', currency, owed, customer),
  ];
  const rest = postings.reduce((sum, { amount }) => sum + amount, 0);
  // Nothing that Stripe voids was paid or paid back: should it be, a person looks.
  return [entry('invoice.voided', id, voided.day, [...postings, credit('suspense', currency, rest, id)])];
}

/** Given up, and what of that came after all: by a payment, a credit note, or because it was voided instead. */
export function writtenOffEntries(facts: InvoiceFacts, paidOutside: number): readonly Entry[] {
  const { id, status, currency, customer, markedUncollectible: given } = facts;
  if (given === null) return [];
  const owed = owedAt(facts, given.at, paidOutside);
  const back = owed - (status === 'uncollectible' ? facts.amountRemaining : 0);
  const writtenOff = entry('invoice.written-off', id, given.day, [
    debit('writeOffs', currency, owed),
    credit('receivables', currency, owed, customer),
  ]);
  if (back === 0) return [writtenOff];
  const recovered = entry('invoice.recovered', id, recoveredOn(facts, given), [
    debit('receivables', currency, back, customer),
    credit('writeOffs', currency, back),
  ]);
  return [writtenOff, recovered];
}

function recoveredOn({ paid, voided, payments, creditNotes }: InvoiceFacts, given: When): string {
  const later = [
    paid,
    voided,
    ...payments.map((part) => part.paid),
    ...creditNotes.map((note) => note.issued),
  ]
    .filter((when) => when !== null)
    .filter(({ at }) => at >= given.at);
  return later.toSorted((a, b) => a.at - b.at).at(-1)?.day ?? given.day;
}
