// What each action on an issued invoice does to the customer, the number and the books, and the question before it.
import type { InvoiceAction } from './invoice.ts';

export type AskedAction = Extract<InvoiceAction, 'send-again' | 'void' | 'mark-uncollectible'>;

interface Question {
  readonly title: string;
  readonly text: string;
  readonly confirm: string;
  readonly variant: 'primary' | 'danger';
  readonly accepted: string;
}

export const QUESTIONS: Readonly<Record<AskedAction, Question>> = {
  'send-again': {
    title: 'Send this invoice again?',
    text: 'Stripe e-mails the same invoice to the customer once more. Number, amounts and due date stay as they are.',
    confirm: 'Send again',
    variant: 'primary',
    accepted: 'The invoice is being sent again',
  },
  void: {
    title: 'Void this invoice?',
    text: 'It can no longer be paid. Its number stays used, and the books take the amount back out. This cannot be undone.',
    confirm: 'Void invoice',
    variant: 'danger',
    accepted: 'The invoice is being voided',
  },
  'mark-uncollectible': {
    title: 'Mark this invoice as uncollectible?',
    text: 'The books write the amount off as a loss. The customer can still pay it; then the loss is reversed.',
    confirm: 'Mark uncollectible',
    variant: 'danger',
    accepted: 'The invoice is being written off',
  },
};

/** One line on what an action does, for the menu. */
export const EFFECTS: Readonly<Record<InvoiceAction, string>> = {
  edit: 'Change the draft; nothing has been sent',
  send: 'Review it and send it',
  'send-again': 'The same invoice by e-mail once more',
  charge: 'Takes what is owed from a saved card or account',
  refund: 'Pay back a part or all, with its credit note',
  credit: 'Take off a part or all, by amount or by lines',
  void: 'Takes it back; the number stays used',
  'mark-uncollectible': 'Writes the amount off; it can still be paid',
  'mark-paid': 'By bank or cash; no money moves at Stripe',
  revise: 'A corrected one takes its place; this one is voided',
  duplicate: 'A new draft with the same content',
  delete: 'Removes the draft; no number was used',
};
