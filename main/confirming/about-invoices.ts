// Questions about what goes out in the business's name: invoices, reminders, charges, and what voids them.
import type { ParsedInput } from '../../shared/contract/calls.ts';
import { invoiceSubject, type InvoiceSubjectRow } from '../invoicing/invoice-subject.ts';
import { Refusal } from '../refusal.ts';
import { creditNoteFacts } from '../store/credit-note-detail.ts';
import { type Asking, moneyIn, type Subject } from './question.ts';

export const askVoid: Asking<ParsedInput<'invoices.void'>> = (subject, { id }) => {
  const invoice = known(subject, id);
  return (
    invoice && {
      title: `Void ${invoice.label} over ${moneyIn(subject, invoice)}?`,
      detail: 'It can no longer be paid, and it stays void. Stripe keeps it under its number.',
      action: 'Void invoice',
    }
  );
};

export const askVoidCreditNote: Asking<ParsedInput<'creditNotes.void'>> = (subject, { id }) => {
  const note = creditNoteFacts(subject.db, id);
  if (!note) return null;
  return {
    title: `Void credit note ${note.number ?? ''} over ${moneyIn(subject, note)}?`,
    detail: 'The invoice asks for the credited amount again. A void credit note stays void.',
    action: 'Void credit note',
  };
};

export const askSend: Asking<ParsedInput<'drafts.send'>> = (subject, { id, email }) => {
  const invoice = known(subject, id);
  if (!invoice) return null;
  const what = `an invoice over ${moneyIn(subject, invoice)}`;
  return {
    title: email ? `Send ${what} to ${invoice.email}?` : `Finalize ${what} for ${invoice.label}?`,
    detail: 'These are live books. A finalized invoice has a number and can only be voided or credited.',
    action: email ? 'Send invoice' : 'Finalize invoice',
  };
};

export const askSendAgain: Asking<ParsedInput<'invoices.sendAgain'>> = (subject, { id }) => {
  const invoice = known(subject, id);
  return (
    invoice && {
      title: `Send ${invoice.label} to ${invoice.email} again?`,
      detail: 'These are live books: the customer gets another e-mail.',
      action: 'Send again',
    }
  );
};

export const askRemind: Asking<ParsedInput<'reminders.send'>> = (_subject, { reminders }) => ({
  title: reminders.length === 1 ? 'Send one reminder?' : `Send ${reminders.length} reminders?`,
  detail: 'These are live books: each customer gets an e-mail.',
  action: 'Send',
});

export const askCharge: Asking<ParsedInput<'charges.create'>> = (subject, { invoiceId, amount }) => {
  const invoice = known(subject, invoiceId);
  return (
    invoice && {
      title: `Charge ${moneyIn(subject, amount)} for ${invoice.label}?`,
      detail: 'These are live books: the money is taken from the customer’s card or account.',
      action: `Charge ${moneyIn(subject, amount)}`,
    }
  );
};

function known({ db }: Subject, id: string): InvoiceSubjectRow | null {
  try {
    return invoiceSubject(db, id);
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}
