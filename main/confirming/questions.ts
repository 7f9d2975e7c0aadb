// Which calls are asked about outside the page. A call that sends, pays back, erases or changes the key belongs here.
import type { CallName, ParsedInput } from '../../shared/contract/calls.ts';
import { askErase, askRecurring } from './about-customers.ts';
import { askCharge, askRemind, askSend, askSendAgain, askVoid, askVoidCreditNote } from './about-invoices.ts';
import { askAcceptDispute, askCreditNote, askRefund } from './about-money.ts';
import { type Asking, whenLive } from './question.ts';

export const questions: { readonly [Name in CallName]?: Asking<ParsedInput<Name>> } = {
  'refunds.create': askRefund,
  'creditNotes.create': askCreditNote,
  'creditNotes.void': askVoidCreditNote,
  'invoices.void': askVoid,
  'customers.erase': askErase,
  'disputes.accept': askAcceptDispute,
  'drafts.send': whenLive(askSend),
  'invoices.sendAgain': whenLive(askSendAgain),
  'reminders.send': whenLive(askRemind),
  'charges.create': whenLive(askCharge),
  'recurring.create': whenLive(askRecurring),
};
