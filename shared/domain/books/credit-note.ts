// A credit note takes back revenue and tax; before the payment it lowers what is owed, after it it is paid back in one way or several.
import { credit, entry, type Entry, reversed } from './entry.ts';
import type { CreditNoteFacts, InvoiceFacts } from './invoice-facts.ts';
import { takenBackPostings } from './sale.ts';

export function creditNoteEntries(
  { currency, customer }: Pick<InvoiceFacts, 'currency' | 'customer'>,
  note: CreditNoteFacts,
): readonly Entry[] {
  const asCredit = note.postPayment - note.refunded - note.outside;
  const postings = [
    ...takenBackPostings(currency, note),
    credit('receivables', currency, note.prePayment, customer),
    credit('openRefunds', currency, note.refunded),
    credit('outsideStripe', currency, note.outside),
    credit('customerCredit', currency, asCredit, customer),
    // Stripe's parts make up its total; a note whose parts do not is booked whole all the same, and a person looks.
    credit('suspense', currency, note.total - note.prePayment - note.postPayment, note.id),
  ];
  const issued = entry('credit-note.issued', note.id, note.issued.day, postings);
  if (note.voided === null) return [issued];
  return [issued, entry('credit-note.voided', note.id, note.voided.day, reversed(postings))];
}
