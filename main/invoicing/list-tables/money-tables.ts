// What moved, as tables: payments, refunds, credit notes, payouts, disputes.
import type { CallOutput } from '../../../shared/contract/calls.ts';
import type { Money } from '../../../shared/contract/common.ts';
import type { Cell, Line } from '../../../shared/contract/reports.ts';
import { dayOf } from '../../../shared/domain/dates.ts';
import { minorToDecimalText } from '../../../shared/domain/money.ts';
import { columns, count, date, money, row, text } from '../../../shared/domain/reports/table.ts';
import { stateWords } from './paged-table.ts';

type RowOf<
  Name extends 'payments.list' | 'refunds.list' | 'creditNotes.list' | 'payouts.list' | 'disputes.list',
> = CallOutput<Name>['rows'][number];

/** What Stripe counts in the currency of the account stands as text where that is not the currency of the line. */
function elsewhere(amount: Money | null, currency: string): readonly [Cell | null, string] {
  if (amount === null) return [null, ''];
  if (amount.currency === currency) return [money(amount.amount, currency), ''];
  return [null, `${minorToDecimalText(amount.amount, amount.currency)} ${amount.currency.toUpperCase()}`];
}

export const PAYMENT_COLUMNS = columns({
  date: ['Date', 'date'],
  customer: ['Customer', 'text'],
  invoice: ['Invoice', 'text'],
  method: ['Method', 'text'],
  status: ['Status', 'text'],
  amount: ['Amount', 'money'],
  refunded: ['Refunded', 'money'],
  fee: ['Fee', 'money'],
  net: ['After fees', 'money'],
  settled: ['After fees, in another currency', 'text'],
  arrival: ['Paid out on', 'date'],
  payout: ['Payout', 'text'],
  id: ['Stripe id', 'text'],
});

export function paymentLines(payment: RowOf<'payments.list'>): readonly Line[] {
  const { currency } = payment;
  const [net, settled] = elsewhere(payment.net, currency);
  return [
    row([
      date(payment.date),
      text(payment.customerName),
      text(payment.invoiceNumber ?? ''),
      text(payment.method),
      text(stateWords(payment.standing)),
      money(payment.amount, currency),
      money(payment.refunded, currency),
      elsewhere(payment.fee, currency)[0],
      net,
      text(settled),
      date(payment.payout?.arrival ?? null),
      text(payment.payout?.id ?? ''),
      text(payment.id),
    ]),
  ];
}

export const REFUND_COLUMNS = columns({
  date: ['Date', 'date'],
  customer: ['Customer', 'text'],
  invoice: ['Invoice', 'text'],
  status: ['Status', 'text'],
  reason: ['Reason', 'text'],
  failure: ['Why it failed', 'text'],
  amount: ['Amount', 'money'],
  id: ['Stripe id', 'text'],
});

export function refundLines(refund: RowOf<'refunds.list'>): readonly Line[] {
  return [
    row([
      date(refund.date),
      text(refund.customerName),
      text(refund.invoiceNumber ?? ''),
      text(stateWords(refund.status)),
      text(stateWords(refund.reason ?? '')),
      text(stateWords(refund.failureReason ?? '')),
      money(refund.amount, refund.currency),
      text(refund.id),
    ]),
  ];
}

export const CREDIT_NOTE_COLUMNS = columns({
  number: ['Number', 'text'],
  date: ['Date', 'date'],
  customer: ['Customer', 'text'],
  invoice: ['Invoice', 'text'],
  status: ['Status', 'text'],
  reason: ['Reason', 'text'],
  amount: ['Amount', 'money'],
  off: ['Taken off the invoice', 'money'],
  refunded: ['Refunded', 'money'],
  balance: ['Kept as credit', 'money'],
  outside: ['Paid back outside Stripe', 'money'],
});

export function creditNoteLines(note: RowOf<'creditNotes.list'>): readonly Line[] {
  const { currency } = note;
  return [
    row([
      text(note.number ?? ''),
      date(note.date),
      text(note.customerName),
      text(note.invoiceNumber ?? ''),
      text(stateWords(note.status)),
      text(stateWords(note.reason ?? '')),
      money(note.amount, currency),
      money(note.offInvoice, currency),
      money(note.refunded, currency),
      money(note.toBalance, currency),
      money(note.outside, currency),
    ]),
  ];
}

export const PAYOUT_COLUMNS = columns({
  arrival: ['Arrival', 'date'],
  made: ['Sent', 'date'],
  status: ['Status', 'text'],
  how: ['How', 'text'],
  movements: ['Movements', 'count'],
  amount: ['Amount', 'money'],
  id: ['Stripe id', 'text'],
});

export function payoutLines(payout: RowOf<'payouts.list'>): readonly Line[] {
  const { movements } = payout;
  return [
    row([
      date(payout.arrival),
      date(payout.made),
      text(stateWords(payout.status)),
      text(`${payout.isAutomatic ? 'Automatic' : 'By hand'}${payout.isInstant ? ', instant' : ''}`),
      movements === null ? null : count(movements),
      money(payout.amount, payout.currency),
      text(payout.id),
    ]),
  ];
}

export const DISPUTE_COLUMNS = columns({
  date: ['Date', 'date'],
  customer: ['Customer', 'text'],
  invoice: ['Invoice', 'text'],
  status: ['Status', 'text'],
  reason: ['Reason', 'text'],
  answerBy: ['Answer by', 'date'],
  amount: ['Amount', 'money'],
  withheld: ['Held back', 'money'],
  fee: ['Fee', 'money'],
  settled: ['Held back, in another currency', 'text'],
  id: ['Stripe id', 'text'],
});

export function disputeLines(dispute: RowOf<'disputes.list'>, timeZone: string): readonly Line[] {
  const { currency } = dispute;
  const [withheld, settled] = elsewhere(dispute.withheld, currency);
  return [
    row([
      date(dispute.date),
      text(dispute.customerName),
      text(dispute.invoiceNumber ?? ''),
      text(stateWords(dispute.standing)),
      text(stateWords(dispute.reason)),
      date(dispute.dueBy === null ? null : dayOf(dispute.dueBy, timeZone)),
      money(dispute.amount, currency),
      withheld,
      elsewhere(dispute.fee, currency)[0],
      text(settled),
      text(dispute.id),
    ]),
  ];
}
